/// The letters of a language from the most to the least frequent, for telling legacy encodings apart.
///
/// Only characters above ASCII count: of a Latin script the accented ones, of another all. The orders
/// are approximate; what matters is which letters are common, which rare, and which never occur.
struct LetterOrder: Sendable {
  let language: String
  let encodings: [TextEncoding.Kind]
  /// Whether its words are of ASCII letters in the main.
  let isLatin: Bool
  let letters: String

  private static let western: [TextEncoding.Kind] = [.windows1252, .iso8859Part15]
  private static let central: [TextEncoding.Kind] = [.windows1250, .iso8859Part2]
  private static let cyrillic: [TextEncoding.Kind] = [
    .windows1251, .koi8R, .iso8859Part5, .ibm866, .xMacCyrillic,
  ]
  private static let arabic: [TextEncoding.Kind] = [.windows1256, .iso8859Part6]

  static let rows: [LetterOrder] = [
    // English: the names and loans of all the west.
    LetterOrder(
      language: "en", encodings: [.windows1252], isLatin: true, letters: "éöüäóáñíèçàúêøåô"),
    LetterOrder(
      language: "fr", encodings: western, isLatin: true, letters: "éèàêçâîôùûëïœüÿæ"),
    LetterOrder(language: "de", encodings: western, isLatin: true, letters: "üäößé"),
    LetterOrder(language: "es", encodings: western, isLatin: true, letters: "óíáéñúü¿¡ªº"),
    LetterOrder(language: "pt", encodings: western, isLatin: true, letters: "ãçáéíóêõâúàôüºª"),
    LetterOrder(language: "it", encodings: western, isLatin: true, letters: "èàùòìé"),
    LetterOrder(language: "sv", encodings: western, isLatin: true, letters: "äåöé"),
    LetterOrder(language: "da", encodings: western, isLatin: true, letters: "åøæéö"),
    LetterOrder(language: "is", encodings: western, isLatin: true, letters: "íáðþéóöúæý"),
    LetterOrder(language: "ca", encodings: western, isLatin: true, letters: "óéàèíçòúüï·"),
    LetterOrder(
      language: "tr", encodings: [.windows1254, .iso8859Part3], isLatin: true, letters: "ıişüöğçâîû"
    ),
    LetterOrder(language: "pl", encodings: central, isLatin: true, letters: "łąęóśżćńź"),
    LetterOrder(language: "cs", encodings: central, isLatin: true, letters: "íáěýéřžčšůúóťňď"),
    LetterOrder(
      language: "sk", encodings: central, isLatin: true, letters: "áíýéčšžúôľťňóäďŕĺ"),
    LetterOrder(language: "hu", encodings: central, isLatin: true, letters: "éáőöóüíúű"),
    LetterOrder(
      language: "ro", encodings: central + [.iso8859Part16], isLatin: true, letters: "ăîşţâșț"),
    LetterOrder(language: "hr", encodings: central, isLatin: true, letters: "čšžćđ"),
    LetterOrder(
      language: "lt", encodings: [.windows1257, .iso8859Part13], isLatin: true, letters: "ėšžįųūčąę"
    ),
    LetterOrder(
      language: "lv", encodings: [.windows1257, .iso8859Part13], isLatin: true,
      letters: "āīēšūņļžčģķ"),
    LetterOrder(
      language: "et", encodings: [.windows1257, .iso8859Part13], isLatin: true, letters: "äõüöšž"),
    LetterOrder(language: "eo", encodings: [.iso8859Part3], isLatin: true, letters: "ĉĝŭŝĵĥ"),
    LetterOrder(language: "mt", encodings: [.iso8859Part3], isLatin: true, letters: "ħżġċà"),
    LetterOrder(
      language: "vi", encodings: [.windows1258], isLatin: true,
      letters: "\u{301}\u{300}\u{323}\u{309}đưôâê\u{303}ơăáàéèíóúù"),
    LetterOrder(
      language: "ru", encodings: cyrillic, isLatin: false,
      letters: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    LetterOrder(
      language: "uk", encodings: [.windows1251, .koi8U], isLatin: false,
      letters: "оаинівртелскмдупязьгбчйхжїшцюєщфґ"),
    LetterOrder(
      language: "bg", encodings: cyrillic, isLatin: false,
      letters: "аоиетнрсвлкдпмзугячъбхцжшщйюф"),
    LetterOrder(
      language: "sr", encodings: [.windows1251], isLatin: false,
      letters: "аоиенрјстувкдмлпзгбчжшћцхњђљфџ"),
    LetterOrder(
      language: "el", encodings: [.windows1253, .iso8859Part7], isLatin: false,
      letters: "αοτειςνρσπκηυίμλάόγέδήωχθύφβώξζψϊΐϋΰ"),
    LetterOrder(
      language: "he", encodings: [.windows1255, .iso8859Part8], isLatin: false,
      letters: "יוהלאתרבשמדנחעקפםכסטצגןזץךף"),
    LetterOrder(
      language: "ar", encodings: arabic, isLatin: false,
      letters: "اليمنتروبةعدسفهكقأحجشطىصخإذثضزغ،ئءآظؤًَُِّْ؛؟ـٌٍ"),
    LetterOrder(
      language: "fa", encodings: [.windows1256], isLatin: false,
      letters: "اينردهتومبسشلكکزقفعگ\u{200C}،خجحپآصطچغضذژثظئىأًءة؛؟ؤ"),
    LetterOrder(
      language: "ur", encodings: [.windows1256], isLatin: false,
      letters: "ايرکنہےمسوتلںبدپھجگٹعقشحچخفصزڈطضڑغ،ذثئآظءژ"),
    LetterOrder(
      language: "th", encodings: [.windows874], isLatin: false,
      letters: "านร่อกเงม้ยลัวดทีสตะิปบคหแจุพช็ืูขใไโ์ผำซถณศธษฐภญๆฎฏฉฝฟฬฮฯ"),
  ]

  /// The commonest characters of modern Chinese in the simplified script, in order.
  static let simplified = """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道\
    行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意\
    无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什\
    二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义\
    各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金\
    指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求
    """

  /// The commonest characters of modern Chinese in the traditional script, in order.
  static let traditional = """
    的一是不了人在有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道\
    行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意\
    無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什\
    二等產或新己制身果加西月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各\
    入幾口認條平系氣題活更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直資命山金指灣台
    """

  /// The commonest syllables of Korean, in order.
  static let korean = """
    이다는의에고을하가지로기한은사리서자도를인어대시나있정아그으전일수부해라주보상제여장들구스도중원과신조만것\
    되할무국미적경위동우소오치성세공생마면유관진안모실게문비연선화방용니계드저었했며분데까재산회음없때내학
    """
}
