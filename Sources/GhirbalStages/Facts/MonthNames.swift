import GhirbalText

/// The months by the names that languages give them.
enum MonthNames {
  enum Calendar { case gregorian, jalali }

  struct Month: Equatable {
    let calendar: Calendar
    /// 1...12.
    let number: Int
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

  /// The month that one or two folded words name.
  static func month(_ words: String) -> Month? { byName[words] }

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
