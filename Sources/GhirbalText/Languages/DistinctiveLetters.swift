/// Letters that tell languages of one script apart, and by how many function words' worth each.
///
/// Weights are set by hand: a letter that only one language has is about a word, one that it
/// shares is less.
enum DistinctiveLetters {
  static let rows: [(letters: String, weights: [(LanguageCandidate, Double)])] = [
    ("ي", [(.arabic, 0.25), (.pashto, 0.2), (.sindhi, 0.3)]),
    ("ك", [(.arabic, 0.25)]),
    ("ى", [(.arabic, 0.5), (.uyghur, 0.5), (.pashto, 0.1)]),
    ("ة", [(.arabic, 1.5)]),
    ("أ", [(.arabic, 1), (.persian, 0.2), (.urdu, 0.1)]),
    ("إ", [(.arabic, 1.5)]),
    // Persian and Urdu have these nearly alike: only words may tell the two apart by a few of them.
    (
      "ی",
      [
        (.persian, 0.5), (.urdu, 0.42), (.pashto, 0.3), (.centralKurdish, 0.4),
        (.southAzerbaijani, 0.3), (.luri, 0.2), (.mazandarani, 0.2),
      ]
    ),
    (
      "ک",
      [
        (.persian, 0.4), (.urdu, 0.4), (.pashto, 0.3), (.centralKurdish, 0.4), (.sindhi, 0.3),
        (.southAzerbaijani, 0.2), (.luri, 0.2), (.mazandarani, 0.2),
      ]
    ),
    (
      "پ",
      [
        (.persian, 1), (.urdu, 0.85), (.pashto, 0.8), (.centralKurdish, 0.8), (.sindhi, 0.5),
        (.southAzerbaijani, 0.5),
      ]
    ),
    (
      "چ",
      [
        (.persian, 1), (.urdu, 0.85), (.pashto, 0.8), (.centralKurdish, 0.8), (.sindhi, 0.5),
        (.southAzerbaijani, 0.6),
      ]
    ),
    ("ژ", [(.persian, 1), (.pashto, 0.8), (.centralKurdish, 0.8), (.uyghur, 0.3)]),
    (
      "گ",
      [
        (.persian, 1), (.urdu, 0.85), (.centralKurdish, 0.8), (.uyghur, 0.5), (.sindhi, 0.3),
        (.southAzerbaijani, 0.6),
      ]
    ),
    ("ؤ", [(.southAzerbaijani, 0.6), (.urdu, 0.3), (.arabic, 0.2)]),
    ("آ", [(.persian, 0.3), (.urdu, 0.2), (.arabic, 0.1)]),
    ("ہےںٹڈڑۂۃۓ", [(.urdu, 1.5)]),
    ("ھ", [(.urdu, 1), (.uyghur, 0.8), (.centralKurdish, 0.4), (.sindhi, 0.5)]),
    ("ټډړښۍځڅږګڼ", [(.pashto, 2)]),
    ("ې", [(.pashto, 1.2), (.uyghur, 0.8)]),
    ("ێڕڵ", [(.centralKurdish, 2)]),
    ("ڤ", [(.centralKurdish, 2), (.luri, 2)]),
    ("ٱۊۉؽ", [(.luri, 1.5)]),
    ("ە", [(.centralKurdish, 1), (.uyghur, 0.8)]),
    ("ۆ", [(.centralKurdish, 1), (.uyghur, 0.8), (.southAzerbaijani, 0.8)]),
    ("ۇ", [(.uyghur, 2), (.southAzerbaijani, 1)]),
    ("ڭۈۋ", [(.uyghur, 2)]),
    ("ڄڃڏڌڊٻڀٺٽٿڦڙڻڳڱڪڇ۾۽", [(.sindhi, 2)]),
    ("ß", [(.german, 1.5)]),
    ("ä", [(.german, 0.4), (.swedish, 0.5), (.finnish, 0.7)]),
    ("ö", [(.german, 0.4), (.turkish, 0.4), (.swedish, 0.4), (.hungarian, 0.4), (.finnish, 0.3)]),
    ("ü", [(.german, 0.5), (.turkish, 0.5), (.hungarian, 0.3), (.azerbaijani, 0.4)]),
    ("ñ", [(.spanish, 1), (.basque, 0.2)]),
    ("¿¡", [(.spanish, 1.5)]),
    ("é", [(.french, 0.4), (.spanish, 0.2), (.portuguese, 0.2), (.hungarian, 0.3), (.czech, 0.2)]),
    ("èù", [(.french, 0.6), (.italian, 0.5), (.catalan, 0.3)]),
    ("ë", [(.albanian, 1), (.french, 0.4)]),
    ("êûîïœ", [(.french, 0.8), (.portuguese, 0.1), (.kurmanji, 0.6)]),
    (
      "ç", [(.french, 0.3), (.turkish, 0.4), (.portuguese, 0.5), (.catalan, 0.3), (.kurmanji, 0.2)]
    ),
    (
      "áíóú",
      [(.spanish, 0.4), (.portuguese, 0.3), (.hungarian, 0.3), (.czech, 0.4), (.vietnamese, 0.3)]
    ),
    ("ãõ", [(.portuguese, 1.5), (.vietnamese, 0.3)]),
    ("àòì", [(.italian, 0.6), (.catalan, 0.3), (.french, 0.2), (.vietnamese, 0.3)]),
    ("ğ", [(.turkish, 1.5), (.azerbaijani, 0.5)]),
    ("ı", [(.turkish, 1.2), (.azerbaijani, 0.5)]),
    ("ş", [(.turkish, 0.9), (.azerbaijani, 0.4), (.romanian, 0.5), (.kurmanji, 0.7)]),
    ("əƏ", [(.azerbaijani, 3)]),
    ("å", [(.swedish, 1), (.danish, 1)]),
    ("øæ", [(.danish, 1.5)]),
    ("ąęłńśźż", [(.polish, 1.5)]),
    ("ăâșțţ", [(.romanian, 1), (.vietnamese, 0.3)]),
    ("őű", [(.hungarian, 2)]),
    ("ěřůňťď", [(.czech, 1.5)]),
    ("čšžý", [(.czech, 0.7), (.croatian, 0.7), (.latvian, 0.5)]),
    ("đć", [(.croatian, 1), (.vietnamese, 0.7)]),
    ("āēīūģķļņ", [(.latvian, 1.5)]),
    ("ươ", [(.vietnamese, 2)]),
    ("ыэ", [(.russian, 1), (.kazakh, 0.4)]),
    ("ё", [(.russian, 1)]),
    ("щ", [(.russian, 0.3), (.ukrainian, 0.2), (.bulgarian, 0.4)]),
    ("ъ", [(.bulgarian, 0.8), (.russian, 0.1)]),
    ("іїєґ", [(.ukrainian, 2), (.kazakh, 0.5)]),
    ("ўјљњћђџѓќѕ", [(.serbian, 2)]),
    ("әғқңөұүһӣӯҳҷ", [(.kazakh, 2.5)]),
  ]
}
