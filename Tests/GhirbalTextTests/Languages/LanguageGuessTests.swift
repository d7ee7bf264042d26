import GhirbalText
import TestSupport
import Testing

@Suite struct LanguageGuessTests {
  typealias Row = (language: Language?, text: String)

  static let sentences: [Row] = [
    (.arabic, "وصل الرئيس إلى العاصمة مساء اليوم في زيارة تستمر يومين."),
    (.arabic, "قالت الوزارة إن المشروع سيبدأ بعد انتهاء الدراسة."),
    (.arabic, "أسعار النفط ترتفع مع تراجع المخزونات"), (.arabic, "المنتخب يفوز على ضيفه"),
    (.arabic, "افتتاح معرض الكتاب الدولي في المدينة"),
    (.arabic, "تابع وزیر الدفاع الروسي زیارة الجمهورية"),
    (.persian, "رئیس دانشگاه گفت که ساختمان تازه تا پایان سال آماده می‌شود."),
    (.persian, "این کتاب را از کتابخانه گرفتم و خواندم."),
    (.persian, "قیمت گوشت در بازار بالا رفت"),
    (.persian, "برف جاده‌های شمال را بست"), (.persian, "پیش‌بینی هوای فردا"),
    (.persian, "كتابهاي تازه براي كودكان منتشر شد و به كتابخانه‌ها رسيد"),
    (.urdu, "وزیر اعظم نے کہا ہے کہ یہ منصوبہ جلد مکمل ہو جائے گا۔"),
    (.urdu, "بچوں کے لیے نئی کتابیں شائع ہوئیں"), (.urdu, "کراچی میں بارش سے سڑکیں بند"),
    (.urdu, "میں آج گھر نہیں جاؤں گا۔"), (.urdu, "ٹیم نے میچ جیت لیا"),
    (.pashto, "د پوهنې وزارت وايي چې نوي ښوونځي به جوړ شي."), (.pashto, "هغه نن کور ته راغی"),
    (.pashto, "په کابل کې د واورې اورښت"), (.pashto, "د ماشومانو لپاره نوي کتابونه"),
    (.pashto, "موږ باید له خپلو ګاونډیانو سره خبرې وکړو."),
    (.centralKurdish, "سەرۆکی شار وتی کە پڕۆژەکە لەم ساڵەدا تەواو دەبێت."),
    (.centralKurdish, "ئەو کتێبە بۆ منداڵان باشە"), (.centralKurdish, "نرخی نەوت بەرز بووەوە"),
    (.centralKurdish, "لە هەولێر بەفر باری"), (.centralKurdish, "وەرزشوانان گەیشتنە کۆتایی"),
    (.hebrew, "ראש העיר אמר שהגשר החדש ייפתח בשבוע הבא."), (.hebrew, "מחירי הדירות עלו"),
    (.hebrew, "הספר נמצא על השולחן"), (.hebrew, "שלום"), (.hebrew, "מזג האוויר מחר"),
    (.english, "The mayor said that the new bridge will open next week."),
    (.english, "Iranian military leader and Russian defense minister push for cooperation"),
    (.english, "Oil prices rise after stocks fall"), (.english, "How to bake bread at home"),
    (.english, "It was raining when we left."),
    (.german, "Der Bürgermeister sagte, dass die neue Brücke nächste Woche geöffnet wird."),
    (.german, "Ölpreise steigen nach Rückgang der Vorräte"),
    (.german, "Das Buch liegt auf dem Tisch."),
    (.german, "Wie wird das Wetter morgen?"), (.german, "Schnee sperrt Straßen im Norden"),
    (.french, "Le maire a dit que le nouveau pont ouvrira la semaine prochaine."),
    (.french, "Les prix du pétrole augmentent"), (.french, "Il pleuvait quand nous sommes partis."),
    (.french, "L’équipe gagne après une longue série de défaites"),
    (.french, "Où est la bibliothèque ?"),
    (.spanish, "El alcalde dijo que el nuevo puente se abrirá la próxima semana."),
    (.spanish, "Suben los precios del petróleo"), (.spanish, "¿Dónde está la biblioteca?"),
    (.spanish, "La nieve cierra las carreteras del norte"),
    (.spanish, "Llovía cuando salimos de la casa."),
    (.turkish, "Belediye başkanı yeni köprünün gelecek hafta açılacağını söyledi."),
    (.turkish, "Petrol fiyatları yükseliyor"), (.turkish, "Bu kitap çocuklar için çok güzel."),
    (.turkish, "Kuzeyde kar yolları kapattı"), (.turkish, "Hava yarın nasıl olacak?"),
    (.indonesian, "Wali kota mengatakan bahwa jembatan baru akan dibuka minggu depan."),
    (.indonesian, "Harga minyak naik karena stok turun"),
    (.indonesian, "Buku itu ada di atas meja."),
    (.indonesian, "Salju menutup jalan di utara"),
    (.indonesian, "Kami tidak tahu apa yang terjadi."),
    (.russian, "Мэр сказал, что новый мост откроют на следующей неделе."),
    (.russian, "Цены на нефть выросли"), (.russian, "Это была очень длинная зима."),
    (.russian, "Снег закрыл дороги на севере, но люди были готовы"),
    (.russian, "Где находится библиотека? Мы не знаем."),
    (.chinese, "市长说新桥将在下周开放。"), (.chinese, "油價上漲，股市下跌"), (.chinese, "这本书在桌子上。"),
    (.chinese, "明天的天气怎么样？"), (.chinese, "北京举行会议"),
    (.japanese, "市長は新しい橋が来週開通すると述べた。"), (.japanese, "原油価格が上昇"),
    (.japanese, "本は机の上にあります。"), (.japanese, "あしたの天気"), (.japanese, "東京駅前で実験、関係者発表"),
  ]

  static let lookAlikes: [Row] = [
    (nil, ""), (nil, "12.5 % 2024"), (nil, "محمد"), (nil, "OK"), (nil, "Tehran"),
    (nil, "Sergei Shoigu"),
    (nil, "http://"), (nil, "Ben"), (nil, "Miss Ada"), (nil, "PAC-MAN"), (nil, "9.4 mi"),
    (nil, "Los Angeles, Las Vegas"), (nil, "font-family: sans-serif;"), (nil, "о"),
    (.english, "How To Bake The Bread Of The North"), (nil, "C. S. Lewis, D. L. Sayers"),
    (nil, "👨‍👩‍👧 ❤️"),
    (nil, "De burgemeester zei dat de nieuwe brug volgende week opengaat."),
    (.persian, "کامپوننت React در این پروژه با TypeScript نوشته شده است"),
    (.arabic, "شركة Microsoft تعلن عن نظام Windows 11 الجديد"),
    (.english, "The word غربال is Arabic and Persian for a sieve."),
    (.persian, "واژهٔ sieve در فارسی غربال است"),
  ]

  /// Languages that have no name here: not taken for a neighbour, and known to be another.
  static let others = [
    "O presidente da câmara disse que a nova ponte não vai abrir na próxima semana.",
    "Il sindaco ha detto che il nuovo ponte aprirà la prossima settimana.",
    "Borgmästaren sade att den nya bron öppnas nästa vecka.",
    "Borgmesteren sagde, at den nye bro åbner i næste uge.",
    "Burmistrz powiedział, że nowy most zostanie otwarty w przyszłym tygodniu.",
    "Primarul a spus că noul pod se va deschide săptămâna viitoare.",
    "Thị trưởng cho biết cây cầu mới sẽ được mở vào tuần tới.",
    "Bələdiyyə sədri yeni körpünün gələn həftə açılacağını bildirdi.",
    "Polgármester szerint az új híd jövő héten nyílik meg.",
    "Міський голова сказав, що новий міст відкриють наступного тижня.",
    "Кметът каза, че новият мост ще бъде открит следващата седмица.",
    "Градоначелник је рекао да ће нови мост бити отворен следеће недеље.",
    "Қала әкімі жаңа көпір келесі аптада ашылады деді.",
    "שטאָט־ראש האָט געזאָגט אַז די נײַע בריק װעט זיך עפֿענען",
    "شەھەر باشلىقى يېڭى كۆۋرۈك كېلەر ھەپتە ئېچىلىدۇ دېدى",
    "شهر جي ميئر چيو ته نئين پل ايندڙ هفتي کلندي ۽ ماڻهو خوش آهن",
    "Ο δήμαρχος είπε ότι η νέα γέφυρα θα ανοίξει.", "시장은 새 다리가 다음 주에 열린다고 말했다.",
    "महापौर ने कहा कि नया पुल अगले सप्ताह खुलेगा।", "นายกเทศมนตรีกล่าวว่าสะพานใหม่จะเปิด",
    "Ang alkalde ay nagsabi na bubuksan ang bagong tulay sa mga susunod na araw.",
  ]

  @Test(arguments: sentences)
  func sentencesAreTold(_ row: Row) {
    let bytes = Array(row.text.utf8)
    let guess = identifyLanguage(bytes.span)
    #expect(guess.language == row.language)
    #expect(guess.confidence > 0.4 && guess.confidence <= 1)
  }

  @Test(arguments: lookAlikes)
  func neighboursAreNotMistaken(_ row: Row) {
    let bytes = Array(row.text.utf8)
    let guess = identifyLanguage(bytes.span)
    #expect(guess.language == row.language)
    if row.language == nil { #expect(guess.confidence == 0) }
  }

  @Test(arguments: others)
  func otherLanguagesAreKnownToBeOthers(_ text: String) {
    let bytes = Array(text.utf8)
    let guess = identifyLanguage(bytes.span)
    #expect(guess.language == nil)
    // Yiddish is told from Hebrew by few letters.
    #expect(guess.confidence >= 0.5 || text.hasPrefix("שטאָט"))
  }

  /// Lines and runs of tags whose words say nothing: their letters do.
  static let letters: [Row] = [
    (.persian, "هفت سرباز اسیر آمریکایی رهانده شدند."),
    (.persian, "هرگز نباید کنج خانه بنشینید و عزا بگیرید."),
    (.persian, "ایرانجهان گردشگریاقتصاد"), (.persian, "زنان پیشرفت و ترقی چشمگیری داشتند."),
    (.arabic, "العسكريةوالرقابة الايرانيوزارة"), (.arabic, "مسؤولية تأمين صيدلية"),
    (nil, "ایرانک"), (nil, "سیاست"), (nil, "مدرسه بازار"), (nil, "باران آمد"),
    (nil, "یارادیلما ژورنالی گیریش رمزینیز اعتیبارسیزدیر"), (.urdu, "منتخب صفحہ ٹیم"),
    (.centralKurdish, "پەڕەی تایبەتی"), (.pashto, "ځانګړې پاڼې"),
  ]

  @Test(arguments: letters)
  func lettersTellWhereWordsDoNot(_ row: Row) {
    let bytes = Array(row.text.utf8)
    #expect(identifyLanguage(bytes.span).language == row.language)
  }

  static let files: [(String, Language)] = [
    ("ar.arcd.train.txt", .arabic), ("ar.xquad.txt", .arabic), ("en.ewt.dev.txt", .english),
    ("en.xquad.txt", .english), ("fa.perdt.dev.txt", .persian), ("fa.seraji.dev.txt", .persian),
  ]

  /// Of lines of eight words or more at most one in two hundred is taken for another language: English
  /// ones that are a list of Spanish names, or French.
  @Test(
    .enabled(if: SharedFolder.exists("data/text"), "needs ../shared/data/text"), arguments: files)
  func linesOfRealTextAreTold(_ name: String, _ language: Language) throws {
    let bytes = try SharedFolder.bytes("data/text/\(name)")
    var lines = 0
    var wrong = 0
    var unknown = 0
    for line in bytes.split(separator: 0x0A) where line.split(separator: 0x20).count >= 8 {
      lines += 1
      let guess = identifyLanguage(line.span).language
      if guess == nil { unknown += 1 } else if guess != language { wrong += 1 }
    }
    #expect(wrong * 200 <= lines, "\(wrong) of \(lines)")
    #expect(unknown * 25 <= lines, "\(unknown) of \(lines)")
  }

  static let directions: [(TextDirection?, String)] = [
    (.rightToLeft, "سلام دنیا"), (.rightToLeft, "שלום 123"), (.leftToRight, "Hello, سلام"),
    (.rightToLeft, "React در این پروژه"), (.leftToRight, "123 abc"), (nil, "123 ... ؟"), (nil, ""),
    (.leftToRight, "你好"), (.rightToLeft, "ﻣﺮﺣﺒﺎ"), (.rightToLeft, "سل ab"), (.leftToRight, "ab سل"),
  ]

  @Test(arguments: directions)
  func directionIsThatOfMostLetters(_ direction: TextDirection?, _ text: String) {
    let bytes = Array(text.utf8)
    #expect(dominantDirection(bytes.span) == direction)
  }
}
