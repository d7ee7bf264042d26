/// The short words that text of a language cannot do without.
///
/// Written for this project. A word in several rows counts for each of them, by that much less.
/// Yeh and kaf are one letter here whichever way they are written.
enum FunctionWords {
  static let rows: [(candidate: LanguageCandidate, words: String)] = [
    (
      .arabic,
      """
      في من على إلى أن عن مع هذا هذه التي الذي الذين ما لا كان كانت قد وقد بعد كل بين ذلك تلك كما أو هو هي
      لم لن ثم حيث عند غير منذ أي تم حتى إن قبل لكن ولا وفي ومن وعلى أكثر عبر خلال هناك يكون الى ان او
      ضد نحو ليس قال وقال إلا أما لدى دون فيها فيه عليه عليها منه منها به بها له لها إنه أنه بأن وأن وهو
      وهي سوف فقط أيضا أيضاً وكان أمام حول عام يوم رئيس اليوم
      """
    ),
    (
      .persian,
      """
      در از به که این است را با برای آن یک خود تا بر هم نیز می شد شده شود ها های بود کرد اما یا وی ما او
      من نمی باید پس چه هر همه اگر بین پیش شما دارد کند کرده کنند گفت بی اند ای چند بسیار دیگر روی سال
      زیر طی هنوز آنها آن‌ها مورد توسط میان نیست بوده باشد خواهد داد شدن کردن نمی‌شود هایی بعد قبل ولی
      درباره علیه دو سه هستند داشت دارند کنید شوند ترین تر نخواهد مردم ایران کشور
      """
    ),
    (
      .urdu,
      """
      کے کی کا میں ہے اور سے کو نے پر یہ ہیں کہ بھی نہیں تھا ایک اس وہ جو تھے تھی ہو گیا کر لئے لیے ان تو
      ہی اپنے کیا گی گا گئی رہا رہے رہی والے بعد تک ساتھ ہوا ہوئے جس کرنے وزیر دیا پاکستان
      یا زیر دیگر بین بدون نام غیر کم آئی ای مع
      """
    ),
    (
      .pashto,
      """
      د په او چې کې ته له دی سره يې نه هم هغه دا ده وو کړې خو کوي شوی دي لپاره څخه چی کول هغوی دغه
      باندې شوې کړي کړ وي دې یو پر افغانستان
      یا مخ تاسو ستاسو نشته شي شو کول لري کړئ يوه سي تر مخکې وروسته
      """
    ),
    (
      .centralKurdish,
      """
      لە بە کە بۆ ئەو ئەم لەگەڵ هەر بوو یان نە دەکات کرد سەر هەموو پێش دوای بەڵام زۆر یەک ئەمە دەبێت هەیە
      دەکەن ئێمە من ناو نێوان ئەوەی لەو لەم کوردستان
      """
    ),
    (
      .southAzerbaijani,
      """
      بیر بو ایله اوچون اولان دیر سیز ده دا لار لر نین نی دن وار یوخ اولا چوخ هر ائتمک اولدو ائدین بونو
      سونرا کیمی گؤره یا و اولاراق ائدیلیب
      """
    ), (.luri, "د سی ۉ وه بلگه کاریار هنی نومگه بینه بیه آلشت وا باو ئی"),
    (.mazandarani, "ره جه دله ونه هسته بیه وسه شه اتا وچه کننه هسه اینتا بی بونه"),
    (.uyghur, "ۋە بىلەن بىر بۇ ئۇ ئۈچۈن دەپ بولغان ھەم"),
    (.sindhi, "جي ۾ جو آهي کي سان ۽ تي هن جا آهن کان"),
    (
      .english,
      """
      the of and to in is that for it was on with as be by at from are this have not or but an they which
      you we his her their has had were been its will would can more about who said after when what there
      all one if out up new over than into our your says how why could should also other some only them
      these i he she do does did so no my us because between during while where against first last
      minister government
      a i president people year years day news today week world time says make made get just
      """
    ),
    (
      .german,
      """
      der die und das ist nicht ein eine zu den mit von für auf sich im dem des auch als an es bei nach wie
      aus noch sind hat einen einer eines wird war nur aber oder wir ich sie er über vor zum zur dass um
      durch werden kann haben wurde wurden mehr unter gegen ihre sein keine kein in am so was man bis sehr
      wenn weil seine seit zwischen diese dieser will soll gibt
      morgen heute jahr jahre neue neuen regierung sagte zwei ihr uns mich alle
      """
    ),
    (
      .french,
      """
      le la les de des et est un une du en que qui dans pour pas sur au avec ce il par plus ne se son sont
      cette mais ou comme nous vous leur ses elle aux été ont fait deux tout même être après l d qu c n j à
      sans entre contre on sa ces selon depuis sous dont où ils fois très peut était avait
      dit nouveau nouvelle pays gouvernement ministre président ans année jour jours hier a y leurs
      """
    ),
    (
      .spanish,
      """
      el la los las de que y en un una es por con para se del no su al lo como más pero sus le ha o este
      porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos fue son está
      ser tiene ya años tras según contra han dos había qué cómo ante
      dijo nuevo nueva gobierno presidente país día año ayer hoy nuestro cada mientras
      """
    ),
    (
      .turkish,
      """
      ve bir bu için ile de da olarak olan çok daha gibi ne var sonra kadar en ki ama mi değil ise her göre
      tarafından oldu olduğu dedi yeni türkiye büyük ilk iki ya veya önce şu biz ben sen olduğunu etti
      başkanı eden bakan
      yok nasıl bütün gün yıl yarın bugün devlet
      """
    ),
    (
      .indonesian,
      """
      yang dan di dari ini itu dengan untuk tidak pada dalam akan adalah ke oleh juga ada saya kami mereka
      bisa atau karena telah sudah lebih anda kepada saat tersebut dia sebagai para bahwa harus tahun
      seperti hanya menjadi secara antara namun orang belum masih agar kita dapat baru presiden hari
      kota jalan warga negara pemerintah indonesia besar utara buku apa
      """
    ),
    (
      .portuguese,
      """
      o os as de que e do da em um uma para com não no na por mais dos como se foi ao ele das tem à seu sua
      ou ser quando muito há nos já está também só pelo pela até isso são mas
      """
    ),
    (
      .italian,
      """
      il di che è la per un una in con non del della i le dei delle gli da al si sono come anche più ma nel
      nella alla ha suo questo questa lo dal degli perché stato
      """
    ),
    (
      .dutch,
      """
      de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar door
      over ze hij wordt werd heeft worden deze was of kan
      """
    ),
    (.swedish, "och att det som en på är av för med den till inte om har de ett var jag från i"),
    (.danish, "og det er på som en til av for med ikke den har de at et jeg fra af i han var"),
    (.polish, "w i na z do się nie to jest że o jak po co za od ale przez dla są był"),
    (.romanian, "și în de la cu a pe nu din care este un o mai că să sau pentru fi ce"),
    (.catalan, "el la de i els que amb per les una és en dels al del no un ha són"),
    (.czech, "a v se na je že s z o do to jako pro byl jsou i ve si za"),
    (.finnish, "ja on ei se että oli ovat mutta myös kun hän joka"),
    (.hungarian, "a az és hogy nem is egy van meg volt de ha csak"),
    (.croatian, "je i u na se da su za od koji što nije kao a o s"),
    (.vietnamese, "và của là có không được cho trong một người các những"),
    (.azerbaijani, "və bir bu üçün ilə də olan"),
    (.tagalog, "ang ng sa na mga ay ito si at ko ni para"),
    (.swahili, "ya wa na kwa ni katika za la cha kuwa"),
    (.basque, "eta da ez bat du ere dira izan"),
    (.latvian, "un ir par ar no kas tika ka"),
    (.kurmanji, "û li ji di bi ku de jî ev"),
    (.albanian, "të në dhe e i për nga me një që është nuk së ka ky kjo ose si duhet mund"),
    (
      .russian,
      """
      и в не на что он с как это по к но из у за от о для же бы так то все было она они мы вы был его её
      или ещё уже если только при после когда до быть были которые который также может со ее где году
      """
    ),
    (.ukrainian, "і в не на що з як це до та у за від про для але його був які або й ще"),
    (.bulgarian, "и в не на че с като това да се от е за са по но ще със беше който която"),
    (.serbian, "и у не на што са као то је да се од за су по али који није"),
  ]

  /// Endings of words that no row holds; less sure than a word.
  static let endings: [(ending: String, candidates: [LanguageCandidate])] = [
    ("ing", [.english]), ("ness", [.english]), ("ould", [.english]), ("tion", [.english, .french]),
    ("ight", [.english]), ("ough", [.english]), ("ship", [.english]), ("ally", [.english]),
    ("ung", [.german]), ("lich", [.german]), ("keit", [.german]), ("chen", [.german, .dutch]),
    ("heit", [.german]), ("isch", [.german, .dutch]), ("ngen", [.german, .dutch]),
    ("eux", [.french]), ("ique", [.french]), ("ment", [.french, .english, .catalan]),
    ("ois", [.french]), ("aux", [.french]), ("elle", [.french]),
    ("ión", [.spanish]), ("ente", [.spanish, .portuguese, .italian]), ("idad", [.spanish]),
    ("ado", [.spanish, .portuguese]), ("ando", [.spanish, .portuguese, .italian]),
    ("ler", [.turkish]), ("lar", [.turkish, .azerbaijani]), ("lik", [.turkish]),
    ("yor", [.turkish]), ("ları", [.turkish, .azerbaijani]),
    ("kan", [.indonesian]), ("nya", [.indonesian]), ("ang", [.indonesian]),
    ("ção", [.portuguese]), ("dade", [.portuguese]), ("ões", [.portuguese]),
    ("ione", [.italian]), ("ità", [.italian]), ("heid", [.dutch]), ("ijk", [.dutch]),
  ]
}
