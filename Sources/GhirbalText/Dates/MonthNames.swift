/// The months by the names that languages give them.
public enum MonthNames {
  public enum Calendar: Sendable { case gregorian, jalali, lunar }

  /// A month of a calendar.
  public struct Month: Equatable, Sendable {
    public let calendar: Calendar
    /// 1...12.
    public let number: Int
  }

  private struct Row {
    let language: Language
    let calendar: Calendar
    /// Twelve months, each with its spellings between `/`.
    let names: String

    init(_ language: Language, _ names: String) { self.init(language, .gregorian, names) }

    init(_ language: Language, _ calendar: Calendar, _ names: String) {
      self.language = language
      self.calendar = calendar
      self.names = names
    }
  }

  /// The month that folded words name.
  public static func month(_ words: String) -> Month? { byName[words] }

  /// Whether names of two or three words begin with this one.
  static func startsLongName(_ word: String) -> Bool { firstWords.contains(word) }

  private static let firstWords = Set(
    byName.keys.lazy.filter { $0.contains(" ") }.compactMap {
      $0.split(separator: " ").first.map(String.init)
    })

  private static let byName: [String: Month] = rows.reduce(into: [:]) { byName, row in
    for (index, month) in row.names.split(separator: " ").enumerated() {
      for name in month.split(separator: "/") {
        let spaced = String(name.map { $0 == "_" ? " " : $0 }).foldedForMatching
        if byName[spaced] == nil {
          byName[spaced] = Month(calendar: row.calendar, number: index + 1)
        }
      }
    }
  }

  private static let rows: [Row] = [
    Row(
      .english,
      "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec"
    ),
    Row(
      .german,
      "januar/jänner februar/feber märz/mär april mai juni juli august september oktober/okt november dezember/dez"
    ),
    Row(
      .french,
      "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc"
    ),
    Row(
      .spanish,
      "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic"
    ),
    Row(
      .turkish,
      "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"),
    Row(
      .russian,
      "января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь"
    ),
    Row(
      .indonesian,
      "januari februari maret april mei juni juli agustus september oktober november desember"),
    Row(
      .arabic,
      "يناير/كانون_الثاني/جانفي فبراير/شباط/فيفري مارس/آذار أبريل/إبريل/نيسان/أفريل مايو/أيار/ماي يونيو/يونيه/حزيران/جوان يوليو/يوليه/تموز/جويلية أغسطس/آب/أوت سبتمبر/أيلول أكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول"
    ),
    Row(
      .persian, .jalali,
      "فروردین اردیبهشت خرداد تیر مرداد/امرداد شهریور مهر آبان آذر دی بهمن اسفند"),
    Row(
      .persian,
      "ژانویه فوریه مارس/مارچ آوریل مه/می ژوئن/جون ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر"
    ),
    // The months of the lunar calendar; as ways to write them in Latin letters differ, the usual ones.
    Row(
      .arabic, .lunar,
      "محرم/المحرم صفر ربيع_الأول/ربيع_أول ربيع_الآخر/ربيع_الثاني/ربيع_ثاني/ربيع_آخر جمادى_الأولى/جمادى_الأول/جمادي_الأولى جمادى_الآخرة/جمادى_الثانية/جمادى_الآخر/جمادى_الثاني/جمادي_الآخرة رجب شعبان رمضان شوال ذو_القعدة/ذي_القعدة/ذوالقعدة/ذيالقعدة ذو_الحجة/ذي_الحجة/ذوالحجة/ذيالحجة"
    ),
    Row(
      .persian, .lunar,
      "محرم صفر ربیع_الاول/ربیع‌الاول ربیع_الثانی/ربیع‌الثانی/ربیع_الآخر جمادی_الاول/جمادی‌الاول/جمادی_الاولی/جمادی‌الاولی جمادی_الثانی/جمادی‌الثانی/جمادی_الثانیه/جمادی‌الثانیه/جمادی_الآخر رجب شعبان رمضان شوال ذی_القعده/ذی‌القعده/ذیقعده/ذی_قعده ذی_الحجه/ذی‌الحجه/ذیحجه/ذی_حجه"
    ),
    Row(
      .english, .lunar,
      "muharram safar rabi_al_awwal/rabi_ul_awwal/rabi_i rabi_al_thani/rabi_ul_thani/rabi_al_akhir/rabi_ath_thani/rabi_ii jumada_al_awwal/jumada_al_ula/jumada_al_awwala/jumada_i jumada_al_thani/jumada_al_akhirah/jumada_al_akhira/jumada_al_thaniyah/jumada_ath_thani/jumada_ii rajab shaban/sha_ban ramadan/ramadhan/ramazan shawwal dhu_al_qadah/dhu_al_qa_dah/dhul_qadah/dhul_qa_dah/dhu_l_qa_da dhu_al_hijjah/dhu_al_hijja/dhul_hijjah/dhul_hijja/dhu_l_hijja"
    ),
    Row(
      .urdu,
      "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"),
    Row(
      .hebrew,
      "ינואר/בינואר פברואר/בפברואר מרץ/במרץ/מרס/במרס אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר"
    ),
    Row(
      .centralKurdish,
      "کانوونی_دووەم/کانوونی_دووەمی شوبات/شوباتی ئازار/ئازاری نیسان/نیسانی ئایار/ئایاری حوزەیران/حوزەیرانی تەممووز/تەممووزی ئاب/ئابی ئەیلوول/ئەیلوولی تشرینی_یەکەم/تشرینی_یەکەمی تشرینی_دووەم/تشرینی_دووەمی کانوونی_یەکەم/کانوونی_یەکەمی"
    ),
  ]
}
