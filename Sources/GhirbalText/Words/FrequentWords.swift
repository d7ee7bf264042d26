/// Words so frequent that they stand for themselves on any page: function words, words of news and
/// of page furniture. Written for Ghirbal, not taken from a list.
enum FrequentWords {
  static func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    hashes.contains(PageWords.hash(text, range))
  }

  /// Whether the English word begins many sentences and few names.
  static func beginsSentences(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    starters.contains(PageWords.hash(text, range))
  }

  private static let starters: Set<UInt64> = Set(
    "the in he she it they we this that these those but and on at for however according after when"
      .split(separator: " ").map { word in
        let bytes = Array(word.utf8)
        return PageWords.hash(bytes.span, 0..<bytes.count)
      })

  private static let hashes: Set<UInt64> = {
    var hashes: Set<UInt64> = []
    for row in rows {
      for word in row.words.split(separator: " ") {
        let bytes = Array(word.utf8)
        hashes.insert(PageWords.hash(bytes.span, 0..<bytes.count))
      }
    }
    return hashes
  }()

  private static let rows: [(language: Language, words: String)] = [
    (
      .arabic,
      """
      على إلى حتى لدى التي الذي الذين هذا هذه ذلك تلك كان كانت يكون قال قالت وقال بعد قبل عند عندما بين \
      خلال حول ضد منذ أيضا لكن ليس غير كما حيث ثم أكثر أول كل بعض جميع الله اليوم أمس عام سنة شهر يوم \
      الرئيس رئيس الوزير وزير وزارة الوزراء الدفاع الخارجية الداخلية الدولة الحكومة مجلس البرلمان النواب \
      الجيش القوات العسكري العسكرية الأمن الأمنية الشرطة الحرب السلام العملية العمليات المتحدة الولايات \
      الأمم الدولي الدولية العالم العالمي العربي العربية الإسلامي الإسلامية الإيراني الإيرانية الروسي \
      الروسية الأميركي الأميركية الأمريكي الأمريكية الإسرائيلي الإسرائيلية الفلسطيني الفلسطينية السعودي \
      السعودية المصري المصرية اللبناني اللبنانية السوري السورية العراقي العراقية التركي التركية الصين \
      إيران روسيا أمريكا أميركا إسرائيل فلسطين غزة مصر السعودية لبنان سوريا العراق تركيا اليمن الأردن \
      الإمارات قطر الكويت تونس المغرب الجزائر ليبيا السودان أوكرانيا أوروبا طهران موسكو واشنطن بيروت \
      القاهرة دمشق بغداد القدس الرياض سياسة السياسة السياسي السياسية اقتصاد الاقتصاد الاقتصادي رياضة \
      الرياضة ثقافة الثقافة أخبار الأخبار محليات منوعات مقالات تقارير تحليلات فيديو صور الصحة التعليم \
      العلوم التكنولوجيا المنطقة الشرق الأوسط الخليج النفط الطاقة النووي الاتفاق المفاوضات العقوبات \
      العلاقات التعاون الزيارة المصدر الوسوم المزيد التعليقات مشاركة الرئيسية
      """
    ),
    (
      .persian,
      """
      اخبار ایران جهان سیاست اقتصاد فرهنگ ورزش جامعه سیاسی اقتصادی فرهنگی ورزشی اجتماعی بین‌الملل \
      حوادث سلامت دانش فناوری هنر سینما ادبیات گردشگری گزارش گفتگو یادداشت عکس فیلم ویدئو استان‌ها \
      تهران آمریکا روسیه اسرائیل اروپا چین عراق سوریه ترکیه افغانستان دولت مجلس رئیس وزیر وزارت خارجه \
      دفاع کشور نفت انرژی هسته‌ای تحریم برچسب‌ها دسته‌بندی نظرات
      """
    ),
    (
      .english,
      """
      the and but for nor with from that this these those there then they them their she her his him its \
      you your our are was were been has have had will would can could may might must not who what when \
      where why how which while after before about into over under between during since because however \
      also more most many some such only other another first last next new one two said says in on at by \
      he it is as an or if of to we so no do be my me up out all any now here just than too very \
      home news world politics business economy sport sports health science technology culture opinion \
      video videos photo photos gallery magazine search menu login register subscribe newsletter contact \
      privacy policy terms cookie cookies share tweet print email comment comments reply leave source link \
      links recent posts post popular related articles article categories category tags tag archive \
      archives previous read follow follow author advertisement trending latest top stories story \
      editor page pages back subscribe continue reading published updated written
      """
    ),
  ]
}
