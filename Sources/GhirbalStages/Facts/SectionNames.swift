import GhirbalText

/// The words that sections of news sites are named with.
struct SectionNames: Sendable {
  /// Folded words.
  private let words: Set<String>

  init(adding more: [String]) {
    words = Self.builtIn.union(
      more.flatMap { $0.foldedForMatching.split(separator: " ").map(String.init) })
  }

  /// Whether a folded word, with a joining و or the article ال before it or not, names a section.
  func contains(_ word: String) -> Bool {
    if words.contains(word) { return true }
    for prefix in ["وال", "ال", "و"] where word.hasPrefix(prefix) {
      if words.contains(String(word.dropFirst(prefix.count))) { return true }
    }
    return words.contains("ال" + word)
  }

  /// Whether all words of a line are names of sections and what joins them.
  func coverAll(_ line: [String]) -> Bool {
    !line.isEmpty && line.allSatisfy { contains($0) || Self.joining.contains($0) }
      && line.contains { contains($0) }
  }

  private static let joining: Set<String> = ["و", "and", "und", "et", "y", "ve", "и", "&", "a"]

  private static let builtIn: Set<String> = [
    // Persian
    """
    ایران جهان سیاست سیاسی اقتصاد اقتصادی ورزش ورزشی فرهنگ فرهنگی جامعه اجتماعی حوادث علمی دانش فناوری
    سلامت هنر هنری سینما موسیقی کتاب ادبیات گردشگری محیط‌زیست بین‌الملل خاورمیانه افغانستان استان‌ها
    فوتبال اندیشه تاریخ زندگی خانواده آموزش دانشگاه بازار بورس انرژی خودرو ویدئو عکس گزارش گفتگو
    یادداشت مقالات خبر اخبار عمومی
    """,
    // Arabic
    """
    العالم السياسة سياسة الاقتصاد اقتصاد الرياضة رياضة الثقافة ثقافة المجتمع مجتمع الخليج العرب عربي
    عربية دولي دولية محليات محلي أخبار الأخبار الشرق الأوسط فلسطين لبنان سوريا العراق مصر اليمن إيران
    علوم العلوم تكنولوجيا التكنولوجيا تقنية صحة الصحة فن فنون الفن منوعات مقالات آراء رأي الرأي تحقيقات
    تقارير حوادث سينما موسيقى كتب أدب تاريخ تعليم بيئة المرأة أسرة سفر سياحة مدن محافظات إقليمي المغرب
    السعودية الأردن السودان ليبيا تونس الجزائر أوروبا أمريكا آسيا أفريقيا إفريقيا
    """,
    // English
    """
    world politics business economy sport sports culture society science technology tech health arts
    entertainment opinion lifestyle travel education environment local national international
    middle east europe asia africa americas news finance markets style books music film
    """,
    // German, French, Spanish, Turkish, Russian
    """
    politik wirtschaft sport kultur gesellschaft wissen wissenschaft panorama ausland inland regional
    feuilleton gesundheit technik reise region welt monde politique économie société sciences santé
    international culture idées planète mundo política economía deportes cultura sociedad ciencia salud
    internacional nacional dünya siyaset ekonomi spor kültür sanat gündem sağlık teknoloji eğitim мир
    политика экономика спорт культура общество наука здоровье технологии происшествия
    """,
    // Urdu, Hebrew
    """
    پاکستان دنیا کھیل سیاست معیشت صحت خبریں תרבות ספורט כלכלה חדשות פוליטיקה בריאות
    """,
  ].reduce(into: []) { names, list in
    for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      names.insert(String(word).foldedForMatching)
    }
  }
}
