/// The words that stand beside dates and say nothing of their own: weekdays, "at", time zones.
public enum DateCompanions {
  /// Whether a folded word is one of them.
  public static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = [
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
    sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi
    jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo pazartesi salı
    çarşamba perşembe cuma cumartesi pazar понедельник вторник среда четверг пятница суббота
    воскресенье senin selasa rabu kamis jumat sabtu minggu
    شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه یک چهار سه پنج دو الاثنين الإثنين الثلاثاء
    الأربعاء الخميس الجمعة السبت الأحد ראשון שני שלישי רביעי חמישי שישי שבת יום
    """,
    """
    at on um uhr à a las saat saati ساعت ساعة الساعة الساعه в бשעה בשעה ב am pm gmt utc est edt pst cet
    cest msk wib irst bst h hrs hours ч ص م صباحا مساء ق ظ بعد از ظهر توقيت بتوقيت غرينتش مكة مكة المكرمة
    tarih بتاريخ تاريخ le el am der yang pukul et t z الموافق nbsp
    """,
  ].reduce(into: []) { companions, list in
    for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      companions.insert(String(word).foldedForMatching)
    }
  }
}
