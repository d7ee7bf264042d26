/// Recognises dates told from today: "9 months ago", «9 ماه ago», "vor 2 Tagen", "منذ 3 أيام".
///
/// Units and marks of all languages may stand together, since themes are translated by halves.
public enum RelativeDate {
  /// How sure a stretch of words is a relative date.
  public enum Finding: Equatable, Sendable {
    case sure
    /// Words without a digit ("two years ago", "gestern"): a title can read like that.
    case weak
  }

  /// What all `words`, folded, say together; nil if there is more than a relative date in them.
  public static func finding(in words: [String]) -> Finding? {
    guard (1...8).contains(words.count) else { return nil }
    var hasDigit = false
    var hasUnit = false
    var hasMark = false
    var hasDay = false
    for word in words {
      if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        hasDigit = true
      } else if let unit = unitBehindDigits(word), units.contains(unit) || shortUnits.contains(unit)
      {
        hasDigit = true
        hasUnit = true
      } else if hasDigit && shortUnits.contains(word) {
        hasUnit = true
      } else if units.contains(word) {
        hasUnit = true
        hasDigit = hasDigit || duals.contains(word)
      } else if marks.contains(word) {
        hasMark = true
      } else if days.contains(word) {
        hasDay = true
      } else if !companions.contains(word) {
        return nil
      }
    }
    if hasUnit && hasMark { return hasDigit ? .sure : .weak }
    return hasDay && !hasUnit ? .weak : nil
  }

  /// The unit in "3d" and "۲ساعت".
  private static func unitBehindDigits(_ word: String) -> String? {
    let unit = word.drop { $0.isASCII && $0.isNumber }
    return unit.startIndex == word.startIndex || unit.isEmpty ? nil : String(unit)
  }

  private static func folded(_ words: String) -> Set<String> {
    Set(
      words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { String($0).foldedForMatching })
  }

  private static let units = folded(
    """
    second seconds minute minutes hour hours day days week weeks month months year years
    ثانیه دقیقه ساعت روز هفته ماه سال ثانية ثوان ثواني دقيقة دقائق دقيقتين ساعة ساعات ساعتين يوم
    أيام يوما يومين أسبوع أسابيع أسبوعين شهر أشهر شهور شهرين شهرا سنة سنوات سنتين عام أعوام عامين
    sekunde sekunden minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr
    jahre jahren seconde secondes minute heure heures jour jours semaine semaines mois an ans année
    années segundo segundos minuto minutos hora horas día días semana semanas mes meses año años
    saniye dakika saat gün hafta ay yıl секунд секунды секунду минут минуты минуту час часа часов
    день дня дней неделю недели недель месяц месяца месяцев год года лет
    گھنٹے گھنٹہ منٹ دن ہفتے ہفتہ مہینے مہینہ برس שניות דקות דקה שעות שעה ימים יום יומיים שבוע שבועות
    שבועיים חודש חודשים חודשיים שנה שנים שנתיים شەو ڕۆژ ڕۆژان هەفتە مانگ ساڵ کاتژمێر خولەک
    detik menit jam hari minggu bulan tahun
    """)
  /// Units that say their number themselves: "two days".
  private static let duals = folded(
    "دقيقتين ساعتين يومين أسبوعين شهرين سنتين عامين שעתיים יומיים שבועיים חודשיים שנתיים")
  private static let shortUnits = folded(
    "s m h d w y mo min mins hr hrs sec secs yr yrs wk wks ч мин std dk sa")
  private static let marks = folded(
    """
    ago پیش قبل منذ vor il há hace önce назад پہلے לפני لەمەوبەر لەمەوپێش lalu
    """)
  private static let days = folded(
    """
    yesterday today دیروز امروز أمس اليوم gestern heute hier ayer dün bugün вчера сегодня אתמול היום
    kemarin
    """)
  private static let companions = folded(
    """
    a an one two three four about posted published updated last on y yang il a est more than over
    حدود یک دو سه تاریخ نشر آخر تحديث تم mehr als einem einer zwei drei un une une deux trois
    una dos tres bir iki üç один два три actualizado publicado mis jour à
    """)
}
