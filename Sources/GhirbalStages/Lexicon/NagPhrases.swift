/// Rows of what sites ask of their readers: consent, money, an address, an app.
///
/// They count only inside an element whose markup says the same, or in a line set apart from the
/// text (`NagRegions`, `NagLine`): texts about cookies, paywalls and newsletters use these words too.
struct NagPhrases: Sendable {
  let language: PhraseLanguage
  let kind: ChromeReason
  /// Phrases that say it alone.
  let sure: [String]
  /// What the reader shall do; with a topic in the same block it says the same.
  let asks: [String]
  let topics: [String]

  init(
    _ language: PhraseLanguage, _ kind: ChromeReason, _ sure: [String],
    asks: [String] = [], topics: [String] = []
  ) {
    self.language = language
    self.kind = kind
    self.sure = sure
    self.asks = asks
    self.topics = topics
  }

  /// The row's name in the ledger: "en.paywall".
  var name: String { "\(language.rawValue).\(kind.rawValue)" }
}

extension NagPhrases {
  static let english: [NagPhrases] = [
    NagPhrases(
      .english, .cookieNotice,
      [
        "we use cookies", "we also use cookies", "site uses cookies", "website uses cookies",
        "service uses cookies", "site use cookies", "our use of cookies", "essential cookies",
        "necessary cookies", "additional cookies", "optional cookies", "analytics cookies",
        "targeting cookies", "functional cookies", "performance cookies", "advertising cookies",
        "third-party cookies", "third party cookies", "marketing cookies", "statistics cookies",
        "social media cookies", "cookie settings", "cookie policy", "cookies policy",
        "cookie preferences", "cookie notice", "manage cookies", "accept cookies",
        "accept all cookies", "reject cookies", "store cookies", "these cookies",
        "store and/or access information", "store or access information", "we value your privacy",
        "your privacy choices", "privacy preference", "privacy preferences", "consent preferences",
        "sale of your personal information", "sale of personal information", "do not sell",
        "legitimate interest", "process personal data", "process your data",
        "similar technologies", "tracking technologies", "our advertising partners",
      ],
      asks: ["accept", "agree", "consent", "reject", "opt out", "opt-out", "allow", "manage"],
      topics: [
        "cookie", "cookies", "personal data", "personal information", "your privacy",
        "privacy policy", "privacy notice", "partners", "vendors", "your consent", "preferences",
        "terms of use", "terms of service", "terms and conditions",
      ]),
    NagPhrases(
      .english, .paywall,
      [
        "for subscribers only", "subscribers only", "subscriber only", "subscriber-only",
        "exclusive to subscribers", "exclusively for subscribers", "already a subscriber",
        "already subscribed", "already a member", "already have an account", "unlimited access",
        "to continue reading", "to keep reading", "continue reading this article",
        "read the full article", "to read the full story", "to read this article",
        "to read this story", "free articles", "free article", "article limit", "articles left",
        "articles remaining", "remaining articles", "cancel anytime", "cancel any time",
        "cancel at any time", "subscribe to read", "subscribe to continue", "sign in to read",
        "log in to read", "register to read", "register to continue", "create a free account",
        "create your free account", "start your free trial", "become a subscriber",
        "become a paid subscriber", "members only", "member-only", "for members only",
        "for paid subscribers", "for paying subscribers", "this post is for", "this content is for",
        "unlock this article", "unlock this story", "premium content", "premium article",
        "support our journalism", "support independent journalism", "support quality journalism",
      ],
      asks: [
        "subscribe", "log in", "login", "sign in", "register", "sign up", "join", "upgrade",
        "unlock", "become a member", "donate", "support",
      ],
      topics: [
        "subscriber", "subscribers", "subscription", "subscriptions", "full access", "journalism",
        "per month", "a month", "a week", "per week", "a year", "free trial", "account",
        "membership", "premium", "special offer", "keep reading", "full article", "full story",
        "ad-free",
      ]),
    NagPhrases(
      .english, .newsletter,
      [
        "sign up for our newsletter", "subscribe to our newsletter", "join our newsletter",
        "newsletter sign-up", "newsletter signup", "to your inbox", "in your inbox",
        "never miss a story",
        "never miss a post", "receive new posts", "sign up for email", "enter your email",
        "enter your e-mail", "email alerts", "email updates", "get notified", "follow this author",
        "you can unsubscribe", "unsubscribe at any time", "free newsletter", "our free newsletters",
        "join our mailing list", "subscribe for free", "daily newsletter", "weekly newsletter",
      ],
      asks: [
        "sign up", "subscribe", "join", "get", "receive", "never miss", "don't miss", "register",
        "enjoy this", "like what you read", "click here to subscribe", "please sign up",
        "please subscribe",
      ],
      topics: [
        "newsletter", "newsletters", "inbox", "your inbox", "mailing list", "email address",
        "e-mail address",
        "email alerts", "new posts", "email updates", "by email", "via email", "your email",
        "your e-mail", "thanks for reading",
      ]),
    NagPhrases(
      .english, .appBanner,
      [
        "download our app", "download the app", "download our free app", "get the app",
        "get our app", "install the app", "install our app", "open in app", "open in the app",
        "use the app", "view in app", "our mobile app", "scan the qr code", "better in the app",
        "best in the app",
      ],
      asks: ["download", "install", "get", "open", "scan"],
      topics: ["app", "app store", "google play", "mobile app", "play store"]),
    NagPhrases(
      .english, .republish,
      [
        "republish this", "republish our", "republishing guidelines", "free to republish",
        "steal our stories", "copy the html", "copy the text below", "copy and paste",
        "may be republished", "republish under", "want to republish", "embed code",
        "you must credit", "you must give credit", "credit to the author",
      ]),
    NagPhrases(
      .english, .feedback,
      [
        "is this page useful", "was this page useful", "was this page helpful",
        "was this article helpful", "was this article useful", "was this helpful",
        "did you find this", "how useful was this", "how helpful was this", "rate this page",
        "rate this article", "report a problem with this page", "report an error",
        "help us improve", "your feedback", "give feedback", "send feedback", "found an error",
        "spotted an error", "found a mistake", "did this answer your question",
        "something wrong with this page",
      ]),
  ]

  static let persian: [NagPhrases] = [
    NagPhrases(
      .persian, .cookieNotice,
      [
        "از کوکی‌ها استفاده", "از کوکی استفاده", "کوکی‌های ضروری", "کوکی‌های تحلیلی",
        "کوکی‌های تبلیغاتی", "کوکی‌های شخص ثالث", "تنظیمات کوکی", "سیاست کوکی", "پذیرش کوکی",
        "پذیرش همه", "کوکی‌ها را می‌پذیرم", "استفاده از کوکی", "تنظیمات حریم خصوصی",
      ],
      asks: ["می‌پذیرید", "می‌پذیرم", "موافقت", "موافقم", "رضایت", "تأیید", "ادامه استفاده"],
      topics: ["کوکی", "کوکی‌ها", "کوکی‌های", "حریم خصوصی", "اطلاعات شخصی"]),
    NagPhrases(
      .persian, .paywall,
      [
        "برای خواندن ادامه", "برای مطالعه ادامه", "برای خواندن متن کامل", "برای مطالعه متن کامل",
        "ادامه این مطلب", "ویژه مشترکان", "مخصوص مشترکان", "فقط برای مشترکان", "ویژه اعضا",
        "مخصوص اعضا", "برای دسترسی به", "دسترسی نامحدود", "اشتراک ماهانه", "اشتراک سالانه",
        "خرید اشتراک", "تهیه اشتراک", "مشترک هستید", "قبلا مشترک شده‌اید", "عضو هستید",
        "نسخه کامل این", "محتوای ویژه",
      ],
      asks: [
        "مشترک شوید", "باید مشترک", "عضو شوید", "وارد شوید", "وارد حساب", "ثبت‌نام کنید",
        "ثبت نام کنید",
        "اشتراک بخرید", "اشتراک تهیه کنید",
      ],
      topics: [
        "اشتراک", "مشترک", "مشترکان", "حساب کاربری", "ادامه مطلب", "متن کامل", "دسترسی", "تومان",
        "عضویت", "ادامه خواندن",
      ]),
    NagPhrases(
      .persian, .newsletter,
      [
        "در خبرنامه", "عضویت در خبرنامه", "خبرنامه ما", "ایمیل خود را وارد", "از تازه‌ترین",
        "از آخرین اخبار", "از جدیدترین", "به ایمیل شما", "صندوق ایمیل", "دریافت خبرنامه",
      ],
      asks: [
        "عضو شوید", "مشترک شوید", "دریافت کنید", "ثبت‌نام کنید", "باخبر شوید", "مطلع شوید",
      ],
      topics: ["خبرنامه", "ایمیل", "ایمیل خود", "نامه هفتگی", "صندوق"]),
    NagPhrases(
      .persian, .appBanner,
      [
        "دانلود اپلیکیشن", "اپلیکیشن ما را", "نصب اپلیکیشن", "اپلیکیشن را نصب",
        "اپلیکیشن را دانلود",
        "برنامه را نصب کنید", "نصب برنامه", "در اپلیکیشن",
      ], asks: ["دانلود کنید", "نصب کنید", "دریافت کنید"],
      topics: ["اپلیکیشن", "برنامه", "بازار", "مایکت", "گوگل پلی", "سیب اپ"]),
    NagPhrases(
      .persian, .republish,
      ["بازنشر این مطلب", "بازنشر مطالب", "بازنشر این", "کد جاسازی", "کپی کردن متن"]),
    NagPhrases(
      .persian, .feedback,
      [
        "این صفحه مفید بود", "آیا این صفحه", "آیا این مطلب", "این مطلب مفید بود", "مفید بود",
        "به این مطلب امتیاز", "گزارش خطا", "گزارش اشکال", "بازخورد شما", "امتیاز دهید",
      ]),
  ]

  static let arabic: [NagPhrases] = [
    NagPhrases(
      .arabic, .cookieNotice,
      [
        "ملفات تعريف الارتباط", "ملفات الارتباط", "ملفات الكوكيز", "يستخدم الكوكيز",
        "نستخدم الكوكيز", "إعدادات الخصوصية", "إعدادات الكوكيز", "سياسة الكوكيز",
        "سياسة ملفات تعريف", "قبول الكل", "قبول الجميع", "قبول جميع",
      ],
      asks: ["موافق", "أوافق", "توافق", "موافقتك", "الموافقة", "قبول", "رفض"],
      topics: ["الكوكيز", "كوكيز", "الخصوصية", "بياناتك", "البيانات الشخصية", "شركائنا"]),
    NagPhrases(
      .arabic, .paywall,
      [
        "لمتابعة القراءة", "لمواصلة القراءة", "لقراءة المقال كاملا", "لقراءة المزيد",
        "لإكمال القراءة",
        "للمشتركين فقط", "حصري للمشتركين", "خاص بالمشتركين", "محتوى حصري", "هل أنت مشترك",
        "مشترك بالفعل", "لديك حساب", "وصول غير محدود", "الوصول غير المحدود", "وصولا غير محدود",
        "إلغاء الاشتراك في أي وقت", "للأعضاء فقط",
      ],
      asks: ["اشترك", "اشتركوا", "سجل الدخول", "تسجيل الدخول", "سجل الآن", "أنشئ حسابا", "انضم"],
      topics: [
        "الاشتراك", "اشتراك", "اشتراكك", "المشتركين", "حساب", "شهريا", "سنويا", "المقال كاملا",
        "الوصول", "عضوية", "القراءة",
      ]),
    NagPhrases(
      .arabic, .newsletter,
      [
        "النشرة البريدية", "نشرتنا البريدية", "النشرة الإخبارية", "نشرتنا الإخبارية",
        "القائمة البريدية", "بريدك الإلكتروني", "إلى بريدك", "لا تفوت",
      ],
      asks: ["اشترك", "اشتركوا", "سجل", "انضم", "احصل", "تلق", "أدخل"],
      topics: ["نشرتنا", "النشرة", "بريدك", "البريد الإلكتروني", "القائمة البريدية"]),
    NagPhrases(
      .arabic, .appBanner,
      [
        "حمل التطبيق", "حمل تطبيق", "حملوا تطبيق", "تحميل التطبيق", "تنزيل التطبيق", "نزل تطبيق",
        "نزل التطبيق", "افتح في التطبيق", "عبر تطبيقنا",
      ], asks: ["حمل", "نزل", "تحميل", "تنزيل", "افتح"],
      topics: ["التطبيق", "تطبيق", "تطبيقنا", "آب ستور", "غوغل بلاي", "جوجل بلاي"]),
    NagPhrases(
      .arabic, .republish,
      ["إعادة نشر هذا المقال", "إعادة نشر المقال", "أعد نشر", "إعادة نشر", "انسخ النص"]),
    NagPhrases(
      .arabic, .feedback,
      [
        "هل كانت هذه الصفحة مفيدة", "هل هذه الصفحة مفيدة", "هل كان هذا المقال مفيدا",
        "هل وجدت هذا", "هل أعجبك المقال", "قيم هذا المقال", "أبلغ عن خطأ", "الإبلاغ عن خطأ",
        "رأيك يهمنا", "أبلغ عن مشكلة",
      ]),
  ]

  static let german: [NagPhrases] = [
    NagPhrases(
      .german, .cookieNotice,
      [
        "verwendet cookies", "verwenden cookies", "nutzt cookies", "nutzen cookies",
        "setzen cookies", "notwendige cookies", "essenzielle cookies", "optionale cookies",
        "cookies akzeptieren", "cookie-einstellungen", "cookie-richtlinie",
        "datenschutzeinstellungen", "privatsphäre-einstellungen", "alle akzeptieren",
        "berechtigtes interesse", "personenbezogene daten", "externer inhalt",
        "drittplattformen", "ihre einwilligung",
      ],
      asks: [
        "akzeptieren", "zustimmen", "einverstanden", "ablehnen", "einwilligen", "stimmen sie zu",
      ],
      topics: ["cookie", "cookies", "datenschutz", "datenschutzerklärung", "partner", "tracking"]),
    NagPhrases(
      .german, .paywall,
      [
        "um weiterzulesen", "jetzt weiterlesen", "nur für abonnenten", "exklusiv für abonnenten",
        "für abonnenten", "bereits abonnent", "bereits registriert", "schon abonnent",
        "bereits kunde", "mit digitalabo", "digital-abo", "probeabo", "probemonat",
        "monatlich kündbar",
        "jederzeit kündbar", "unbegrenzter zugriff", "uneingeschränkter zugriff",
        "diesen artikel weiterlesen", "artikel freischalten", "alle artikel lesen",
        "weiterlesen mit", "registrieren sie sich kostenlos", "nur für mitglieder",
      ],
      asks: [
        "abonnieren", "anmelden", "registrieren", "einloggen", "testen", "freischalten", "jetzt",
      ],
      topics: [
        "abo", "abonnement", "abonnent", "abonnenten", "zugang", "pro monat", "im monat",
        "pro woche", "konto", "kündbar", "testen",
      ]),
    NagPhrases(
      .german, .newsletter,
      [
        "newsletter abonnieren", "unseren newsletter", "unser newsletter", "zum newsletter",
        "newsletter anmelden", "in ihr postfach", "in dein postfach", "ihre e-mail-adresse",
        "deine e-mail-adresse", "jederzeit abmelden", "keine neuigkeiten mehr verpassen",
        "nichts mehr verpassen",
      ],
      asks: [
        "abonnieren sie", "abonniere", "melden sie sich", "melde dich", "jetzt anmelden",
        "erhalten sie", "jetzt abonnieren", "bestellen sie", "verpassen sie", "verpasse",
      ],
      topics: ["newsletter", "postfach", "e-mail", "per mail", "per e-mail", "e-mail-adresse"]),
    NagPhrases(
      .german, .appBanner,
      [
        "app herunterladen", "jetzt herunterladen", "app laden", "in der app öffnen",
        "unsere app", "hol dir die app", "laden sie die app", "laden sie unsere app", "zur app",
      ], asks: ["herunterladen", "laden", "installieren", "öffnen"],
      topics: ["app", "app store", "google play", "play store"]),
    NagPhrases(
      .german, .republish,
      ["diesen artikel weiterverwenden", "artikel republizieren", "zur weiterveröffentlichung"]),
    NagPhrases(
      .german, .feedback,
      [
        "war dieser artikel hilfreich", "war diese seite hilfreich", "war das hilfreich",
        "war dieser beitrag hilfreich", "wie hilfreich war", "fehler melden", "fehler gefunden",
        "fehler auf der seite", "hat ihnen der artikel gefallen", "ihr feedback",
        "ihre meinung zu dieser seite",
      ]),
  ]

  static let french: [NagPhrases] = [
    NagPhrases(
      .french, .cookieNotice,
      [
        "utilise des cookies", "utilisons des cookies", "utilisent des cookies",
        "utilisation de cookies", "utilisation des cookies", "cookies essentiels",
        "cookies nécessaires", "accepter les cookies", "gérer les cookies",
        "paramètres des cookies",
        "politique de cookies", "politique cookies", "paramétrer les cookies", "tout accepter",
        "tout refuser", "gérer mes choix", "vos choix", "données personnelles",
        "intérêt légitime", "votre consentement",
      ],
      asks: [
        "accepter", "acceptez", "refuser", "continuer sans accepter", "consentir", "paramétrer",
      ],
      topics: ["cookie", "cookies", "traceurs", "confidentialité", "vie privée", "partenaires"]),
    NagPhrases(
      .french, .paywall,
      [
        "réservé aux abonnés", "réservée aux abonnés", "réservé à nos abonnés", "déjà abonné",
        "déjà abonnée", "pour lire la suite", "lire la suite de l'article",
        "continuer la lecture", "poursuivre votre lecture", "accès illimité", "sans engagement",
        "il vous reste à lire", "cet article est réservé", "abonnez-vous pour lire",
        "déjà un compte", "créer un compte", "contenus réservés", "article réservé",
      ],
      asks: [
        "abonnez-vous", "s'abonner", "je m'abonne", "connectez-vous", "se connecter",
        "inscrivez-vous",
      ],
      topics: [
        "abonné", "abonnés", "abonnement", "par mois", "premier mois", "compte", "offre",
        "la suite",
      ]),
    NagPhrases(
      .french, .newsletter,
      [
        "notre newsletter", "à la newsletter", "nos newsletters", "notre lettre d'information",
        "votre boîte mail", "votre adresse e-mail", "votre adresse email", "votre email",
        "recevez chaque", "notre infolettre", "par courriel",
      ],
      asks: [
        "inscrivez-vous", "abonnez-vous", "recevez", "s'inscrire", "je m'inscris", "ne manquez",
      ],
      topics: [
        "newsletter", "newsletters", "infolettre", "lettre d'information", "boîte mail",
        "e-mail", "courriel", "par mail",
      ]),
    NagPhrases(
      .french, .appBanner,
      [
        "téléchargez l'application", "téléchargez notre application", "télécharger l'application",
        "ouvrir dans l'application", "sur l'application", "notre application",
      ], asks: ["téléchargez", "télécharger", "installer", "ouvrir"],
      topics: ["application", "appli", "app store", "google play"]),
    NagPhrases(
      .french, .republish,
      [
        "republier cet article", "republiez nos articles", "republier gratuitement",
        "republiez cet article",
      ]),
    NagPhrases(
      .french, .feedback,
      [
        "cette page vous a-t-elle", "cet article vous a-t-il", "avez-vous trouvé",
        "signaler une erreur",
        "cela vous a-t-il", "cette information vous a-t-elle", "votre avis", "signaler un problème",
      ]),
  ]

  static let spanish: [NagPhrases] = [
    NagPhrases(
      .spanish, .cookieNotice,
      [
        "utiliza cookies", "utilizamos cookies", "usamos cookies", "usa cookies", "uso de cookies",
        "cookies necesarias", "cookies propias", "cookies de terceros", "aceptar cookies",
        "política de cookies", "configurar cookies", "configuración de cookies", "aceptar todo",
        "aceptar y continuar", "rechazar todo", "interés legítimo", "datos personales",
      ],
      asks: ["aceptar", "acepta", "aceptas", "rechazar", "configurar", "consentimiento"],
      topics: ["cookie", "cookies", "privacidad", "socios"]),
    NagPhrases(
      .spanish, .paywall,
      [
        "para seguir leyendo", "para continuar leyendo", "sigue leyendo", "solo para suscriptores",
        "exclusivo para suscriptores", "contenido exclusivo", "ya eres suscriptor",
        "ya soy suscriptor", "ya tienes cuenta", "acceso ilimitado", "sin permanencia",
        "suscríbete para leer", "suscríbete para seguir", "cancela cuando quieras",
        "artículos gratuitos", "para leer este artículo", "suscríbete para continuar",
      ],
      asks: [
        "suscríbete", "suscribirse", "suscríbase", "regístrate", "inicia sesión", "iniciar sesión",
        "hazte socio",
      ],
      topics: [
        "suscripción", "suscriptor", "suscriptores", "al mes", "cuenta", "acceso", "gratis",
        "euros",
      ]),
    NagPhrases(
      .spanish, .newsletter,
      [
        "nuestra newsletter", "nuestro boletín", "nuestros boletines", "tu correo electrónico",
        "su correo electrónico", "en tu correo", "en su correo", "bandeja de entrada",
        "a la newsletter", "al boletín", "tu email",
      ],
      asks: [
        "suscríbete", "suscríbase", "recibe", "reciba", "apúntate", "regístrate", "no te pierdas",
      ],
      topics: ["newsletter", "boletín", "boletines", "correo", "correo electrónico", "email"]),
    NagPhrases(
      .spanish, .appBanner,
      [
        "descarga la app", "descarga nuestra app", "descargar la app", "descárgate la app",
        "abrir en la app", "nuestra aplicación", "descarga la aplicación",
      ], asks: ["descarga", "descargar", "instalar", "abrir"],
      topics: ["app", "aplicación", "app store", "google play"]),
    NagPhrases(
      .spanish, .republish,
      ["republicar este artículo", "republica nuestros artículos", "republicar"]),
    NagPhrases(
      .spanish, .feedback,
      [
        "te ha resultado útil", "le ha resultado útil", "te resultó útil", "fue útil",
        "te ha sido útil", "esta página es útil", "reportar un error", "informar de un error",
        "valora este artículo", "te ha gustado",
      ]),
  ]

  static let italian: [NagPhrases] = [
    NagPhrases(
      .italian, .cookieNotice,
      [
        "utilizza i cookie", "utilizza cookie", "utilizziamo i cookie", "utilizziamo cookie",
        "usa cookie", "uso dei cookie", "cookie necessari", "cookie tecnici", "accetta i cookie",
        "cookie policy", "informativa sui cookie", "preferenze cookie", "accetta tutti",
        "accetta e continua", "rifiuta tutti", "gestisci preferenze",
      ],
      asks: ["accetta", "accetti", "acconsenti", "rifiuta", "gestisci"],
      topics: ["cookie", "privacy", "partner", "consenso"]),
    NagPhrases(
      .italian, .paywall,
      [
        "per continuare a leggere", "continua a leggere", "riservato agli abbonati",
        "solo per abbonati", "sei già abbonato", "hai già un abbonamento", "accesso illimitato",
        "abbonati per leggere", "contenuto riservato", "disdici quando vuoi", "puoi disdire",
      ],
      asks: ["abbonati", "accedi", "registrati"],
      topics: ["abbonamento", "abbonato", "al mese", "account", "articoli", "accesso"]),
    NagPhrases(
      .italian, .newsletter,
      [
        "nostra newsletter", "alla newsletter", "le nostre newsletter", "tua email", "tua e-mail",
        "casella di posta",
      ],
      asks: ["iscriviti", "ricevi", "registrati", "non perdere", "iscrizione"],
      topics: ["newsletter", "email", "e-mail", "casella"]),
    NagPhrases(
      .italian, .appBanner, ["scarica l'app", "scarica la nostra app", "apri nell'app"],
      asks: ["scarica", "installa", "apri"], topics: ["app", "app store", "google play"]),
    NagPhrases(
      .italian, .republish, ["ripubblica questo articolo", "ripubblicare"]),
    NagPhrases(
      .italian, .feedback,
      [
        "ti è stato utile", "è stata utile", "questa pagina è utile", "segnala un errore",
        "quanto sono chiare le informazioni", "valuta questa pagina",
      ]),
  ]

  static let portuguese: [NagPhrases] = [
    NagPhrases(
      .portuguese, .cookieNotice,
      [
        "utiliza cookies", "utilizamos cookies", "usamos cookies", "usa cookies", "uso de cookies",
        "cookies necessários", "cookies essenciais", "aceitar cookies", "aceitar todos",
        "política de cookies", "política de privacidade", "gerir cookies",
        "preferências de cookies", "rejeitar todos", "gerenciar cookies",
      ],
      asks: ["aceitar", "aceita", "concorda", "rejeitar", "prosseguir", "consentimento"],
      topics: ["cookie", "cookies", "privacidade", "parceiros"]),
    NagPhrases(
      .portuguese, .paywall,
      [
        "para continuar lendo", "continue lendo", "para continuar a ler", "continuar a ler",
        "exclusivo para assinantes", "exclusivo para subscritores", "já é assinante",
        "já sou assinante", "já é subscritor", "acesso ilimitado", "cancele quando quiser",
        "assine para ler", "conteúdo exclusivo", "artigo exclusivo",
      ],
      asks: [
        "assine", "assinar", "faça login", "entre", "cadastre-se", "subscreva", "iniciar sessão",
      ],
      topics: ["assinante", "assinantes", "assinatura", "por mês", "conta", "acesso"]),
    NagPhrases(
      .portuguese, .newsletter,
      [
        "nossa newsletter", "nossas newsletters", "a newsletter", "seu e-mail", "seu email",
        "no seu e-mail", "sua caixa de entrada", "nosso boletim",
      ],
      asks: ["inscreva-se", "assine", "receba", "cadastre-se", "subscreva", "não perca"],
      topics: ["newsletter", "newsletters", "boletim", "e-mail", "email", "caixa de entrada"]),
    NagPhrases(
      .portuguese, .appBanner,
      ["baixe o app", "baixe o aplicativo", "baixe nosso app", "abrir no app"],
      asks: ["baixe", "baixar", "instale", "descarregue"],
      topics: ["app", "aplicativo", "aplicação", "app store", "google play"]),
    NagPhrases(
      .portuguese, .republish,
      ["republique este artigo", "republicar este artigo", "republique nosso conteúdo"]),
    NagPhrases(
      .portuguese, .feedback,
      [
        "esta página foi útil", "este artigo foi útil", "isso foi útil", "comunicar erro",
        "achou útil", "reportar erro", "esta informação foi útil",
      ]),
  ]

  static let dutch: [NagPhrases] = [
    NagPhrases(
      .dutch, .cookieNotice,
      [
        "gebruikt cookies", "gebruiken cookies", "maakt gebruik van cookies",
        "maken gebruik van cookies", "noodzakelijke cookies", "functionele cookies",
        "cookies accepteren", "alle cookies", "cookie-instellingen", "cookiebeleid",
        "alles accepteren", "alles weigeren",
      ],
      asks: ["accepteren", "akkoord", "toestemming", "weigeren"],
      topics: ["cookie", "cookies", "privacy", "partners"]),
    NagPhrases(
      .dutch, .paywall,
      [
        "om verder te lezen", "verder lezen", "alleen voor abonnees", "exclusief voor abonnees",
        "al abonnee", "al een account", "onbeperkt toegang", "onbeperkt lezen",
        "maandelijks opzegbaar", "lees verder met", "voor abonnees",
      ],
      asks: [
        "abonneer", "log in", "inloggen", "registreer", "neem een abonnement", "word abonnee",
        "word lid",
      ],
      topics: ["abonnee", "abonnees", "abonnement", "per maand", "account", "toegang"]),
    NagPhrases(
      .dutch, .newsletter,
      [
        "onze nieuwsbrief", "onze nieuwsbrieven", "de nieuwsbrief", "je inbox", "uw inbox",
        "je mailbox", "je e-mailadres", "uw e-mailadres",
      ],
      asks: [
        "schrijf je in", "schrijf u in", "meld je aan", "meld u aan", "abonneer", "ontvang",
        "aanmelden",
      ],
      topics: ["nieuwsbrief", "nieuwsbrieven", "inbox", "mailbox", "e-mail"]),
    NagPhrases(
      .dutch, .appBanner, ["download de app", "download onze app", "open in de app"],
      asks: ["download", "installeer", "open"], topics: ["app", "app store", "google play"]),
    NagPhrases(
      .dutch, .feedback,
      [
        "was deze informatie nuttig", "was deze pagina nuttig", "heeft deze informatie",
        "was dit artikel", "fout gezien", "heb je een fout", "is deze pagina nuttig",
      ]),
  ]

  static let scandinavian: [NagPhrases] = [
    NagPhrases(
      .swedish, .cookieNotice,
      [
        "använder cookies", "använder kakor", "nödvändiga cookies", "acceptera cookies",
        "godkänn cookies",
        "acceptera alla", "godkänn alla", "cookieinställningar", "hantera cookies",
      ],
      asks: ["acceptera", "godkänn", "godkänner", "samtycke"],
      topics: ["cookies", "kakor", "integritet", "partner"]),
    NagPhrases(
      .swedish, .paywall,
      [
        "för att läsa vidare", "läs vidare", "endast för prenumeranter", "för prenumeranter",
        "redan prenumerant", "är du redan", "obegränsad tillgång", "ingen bindningstid",
        "lås upp artikeln",
      ],
      asks: ["prenumerera", "logga in", "bli prenumerant", "bli medlem", "skapa konto", "köp"],
      topics: ["prenumerant", "prenumeration", "kr/mån", "per månad", "konto", "tillgång", "plus"]),
    NagPhrases(
      .swedish, .newsletter,
      [
        "vårt nyhetsbrev", "våra nyhetsbrev", "nyhetsbrevet", "din inkorg", "din e-post",
        "din mejl",
      ],
      asks: ["prenumerera", "anmäl dig", "få", "registrera dig", "missa inte"],
      topics: ["nyhetsbrev", "inkorg", "e-post", "mejl"]),
    NagPhrases(
      .swedish, .appBanner,
      ["ladda ner appen", "ladda ned appen", "ladda ner vår app", "öppna i appen"],
      asks: ["ladda ner", "ladda ned"], topics: ["app", "appen", "app store", "google play"]),
    NagPhrases(
      .swedish, .feedback,
      [
        "hjälpte informationen", "var sidan till hjälp", "hade du nytta", "rapportera fel",
        "hittat ett fel",
      ]),
    NagPhrases(
      .norwegian, .cookieNotice,
      [
        "bruker informasjonskapsler", "bruker cookies", "godta alle", "godta cookies",
        "nødvendige informasjonskapsler",
      ],
      asks: ["godta", "samtykke", "aksepter"],
      topics: ["informasjonskapsler", "cookies", "personvern"]),
    NagPhrases(
      .norwegian, .paywall,
      [
        "for å lese videre", "les videre", "kun for abonnenter", "for abonnenter",
        "allerede abonnent", "full tilgang",
      ],
      asks: ["abonner", "logg inn", "bli abonnent", "kjøp"],
      topics: ["abonnent", "abonnenter", "abonnement", "per måned", "tilgang"]),
    NagPhrases(
      .norwegian, .newsletter, ["vårt nyhetsbrev", "våre nyhetsbrev", "din innboks"],
      asks: ["meld deg på", "abonner", "få"],
      topics: ["nyhetsbrev", "nyhetsbrevet", "innboks", "e-post"]),
    NagPhrases(
      .danish, .cookieNotice,
      [
        "bruger cookies", "anvender cookies", "nødvendige cookies", "accepter cookies",
        "accepter alle",
      ],
      asks: ["accepter", "accepterer", "samtykke", "afvis"],
      topics: ["cookies", "privatliv", "partnere"]),
    NagPhrases(
      .danish, .paywall,
      [
        "for at læse videre", "læs videre", "kun for abonnenter", "for abonnenter",
        "allerede abonnent", "fuld adgang", "ubegrænset adgang",
      ],
      asks: ["abonner", "log ind", "bliv abonnent", "bliv medlem", "køb"],
      topics: ["abonnent", "abonnenter", "abonnement", "om måneden", "adgang"]),
    NagPhrases(
      .danish, .newsletter, ["vores nyhedsbrev", "vores nyhedsbreve", "din indbakke"],
      asks: ["tilmeld dig", "abonner", "få"],
      topics: ["nyhedsbrev", "nyhedsbreve", "indbakke", "e-mail"]),
  ]

  static let slavic: [NagPhrases] = [
    NagPhrases(
      .russian, .cookieNotice,
      [
        "использует cookie", "использует файлы cookie", "используем cookie", "используем куки",
        "используем файлы cookie", "использует куки", "использование файлов cookie",
        "использованием cookie", "обработку персональных данных", "принять все", "файлы cookie",
        "файлов cookie",
      ],
      asks: ["принять", "согласен", "соглашаетесь", "согласие", "отклонить"],
      topics: ["cookie", "cookies", "куки", "персональных данных", "конфиденциальности"]),
    NagPhrases(
      .russian, .paywall,
      [
        "чтобы читать дальше", "чтобы продолжить чтение", "чтобы дочитать",
        "только для подписчиков",
        "доступно подписчикам", "доступен подписчикам", "для подписчиков", "уже подписаны",
        "уже есть подписка", "уже есть аккаунт", "неограниченный доступ", "полный доступ",
        "оформите подписку", "оформить подписку",
      ],
      asks: ["подпишитесь", "войдите", "зарегистрируйтесь", "войти", "оформите"],
      topics: ["подписка", "подписку", "подписки", "подписчиков", "в месяц", "аккаунт", "доступ"]),
    NagPhrases(
      .russian, .newsletter,
      [
        "на нашу рассылку", "на рассылку", "нашей рассылке", "на вашу почту", "ваш e-mail",
        "ваш email", "на почту", "подписаться на рассылку", "на новости",
      ],
      asks: ["подпишитесь", "подписывайтесь", "получайте", "подписаться", "не пропустите"],
      topics: ["рассылку", "рассылка", "почту", "почте", "email", "e-mail"]),
    NagPhrases(
      .russian, .appBanner,
      [
        "скачайте приложение", "скачать приложение", "установите приложение",
        "откройте в приложении",
        "наше приложение",
      ],
      asks: ["скачайте", "скачать", "установите", "установить"],
      topics: ["приложение", "app store", "google play", "rustore"]),
    NagPhrases(
      .russian, .republish,
      ["перепечатать этот материал", "перепечатать материал", "републикация"]),
    NagPhrases(
      .russian, .feedback,
      [
        "была ли эта страница полезна", "была ли статья полезна", "статья была полезна",
        "оцените статью", "оцените материал", "нашли ошибку", "заметили ошибку",
        "сообщить об ошибке",
        "вам помогла", "была ли эта информация полезна",
      ]),
    NagPhrases(
      .ukrainian, .cookieNotice,
      [
        "використовує файли cookie", "використовує cookie", "використовуємо cookie",
        "використовуємо файли cookie",
        "прийняти всі", "файли cookie", "файлів cookie",
      ],
      asks: ["прийняти", "погоджуєтесь", "погоджуюсь", "згода", "згоду"],
      topics: ["cookie", "cookies", "кукі", "конфіденційності", "персональних даних"]),
    NagPhrases(
      .ukrainian, .paywall,
      [
        "щоб читати далі", "щоб продовжити читання", "тільки для передплатників",
        "лише для передплатників",
        "для передплатників", "вже передплатили", "необмежений доступ", "оформіть підписку",
      ],
      asks: ["передплатіть", "підпишіться", "увійдіть", "зареєструйтесь", "оформіть"],
      topics: ["передплата", "передплату", "підписка", "підписку", "на місяць", "доступ"]),
    NagPhrases(
      .ukrainian, .newsletter,
      ["на нашу розсилку", "на розсилку", "на вашу пошту", "ваш e-mail"],
      asks: ["підпишіться", "підписуйтесь", "підписуйтеся", "отримуйте", "підписатися"],
      topics: ["розсилку", "розсилка", "пошту", "email", "e-mail"]),
    NagPhrases(
      .ukrainian, .feedback,
      [
        "чи була ця сторінка корисною", "чи була стаття корисною", "знайшли помилку",
        "помітили помилку", "оцініть матеріал",
      ]),
    NagPhrases(
      .ukrainian, .appBanner,
      ["завантажте додаток", "завантажити додаток", "встановіть застосунок"],
      asks: ["завантажте", "встановіть"],
      topics: ["додаток", "застосунок", "app store", "google play"]),
    NagPhrases(
      .polish, .cookieNotice,
      [
        "używa plików cookie", "używamy plików cookie", "korzysta z plików cookie",
        "wykorzystuje pliki cookie",
        "pliki cookie", "plików cookie", "plików cookies", "pliki cookies", "akceptuj wszystkie",
        "polityka cookies",
        "przetwarzanie danych", "danych osobowych", "twoja prywatność",
      ],
      asks: ["akceptuję", "akceptuj", "zgadzam się", "zgoda", "zgodę", "odrzuć"],
      topics: ["cookie", "cookies", "prywatności", "prywatność", "partnerzy", "partnerów"]),
    NagPhrases(
      .polish, .paywall,
      [
        "aby czytać dalej", "czytaj dalej", "tylko dla prenumeratorów", "tylko dla subskrybentów",
        "masz już prenumeratę", "masz już konto", "nieograniczony dostęp", "dostęp do wszystkich",
        "kup dostęp",
        "wykup dostęp", "wykup prenumeratę",
      ],
      asks: ["zaloguj się", "zarejestruj się", "wykup", "kup", "subskrybuj"],
      topics: [
        "prenumerata", "prenumeratę", "subskrypcja", "subskrypcję", "miesięcznie", "konto",
        "dostęp",
      ]),
    NagPhrases(
      .polish, .newsletter,
      [
        "nasz newsletter", "naszego newslettera", "do newslettera", "swoją skrzynkę",
        "twoją skrzynkę", "adres e-mail",
      ],
      asks: ["zapisz się", "subskrybuj", "otrzymuj", "dołącz", "nie przegap"],
      topics: ["newsletter", "newslettera", "e-mail", "mail", "skrzynkę"]),
    NagPhrases(
      .polish, .feedback,
      [
        "czy ta strona była pomocna", "czy ten artykuł był", "czy artykuł był przydatny",
        "zgłoś błąd", "oceń artykuł",
      ]),
    NagPhrases(
      .polish, .appBanner, ["pobierz aplikację", "pobierz naszą aplikację", "otwórz w aplikacji"],
      asks: ["pobierz", "zainstaluj"],
      topics: ["aplikację", "aplikacja", "aplikacji", "app store", "google play"]),
    NagPhrases(
      .czech, .cookieNotice,
      [
        "používá cookies", "používá soubory cookie", "používáme cookies",
        "používáme soubory cookie", "soubory cookie",
        "souborů cookie", "přijmout vše", "přijmout cookies", "nastavení cookies",
        "nezbytné cookies",
      ],
      asks: ["souhlasím", "souhlas", "přijmout", "odmítnout", "souhlasíte"],
      topics: ["cookie", "cookies", "soukromí", "osobních údajů", "partneři"]),
    NagPhrases(
      .czech, .paywall,
      [
        "pro pokračování ve čtení", "pokračovat ve čtení", "jen pro předplatitele",
        "pouze pro předplatitele",
        "pro předplatitele", "už máte předplatné", "neomezený přístup", "celý článek",
        "odemknout článek",
      ],
      asks: ["předplaťte", "předplatit", "přihlaste se", "přihlásit", "registrujte se", "koupit"],
      topics: ["předplatné", "předplatitele", "měsíčně", "přístup", "účet"]),
    NagPhrases(
      .czech, .newsletter,
      [
        "náš newsletter", "našeho newsletteru", "odběru newsletteru", "do vaší schránky",
        "váš e-mail",
      ],
      asks: ["přihlaste se", "odebírejte", "odebírat", "dostávejte", "nenechte si ujít"],
      topics: ["newsletter", "newsletteru", "e-mail", "e-mailu", "schránky"]),
    NagPhrases(
      .czech, .feedback,
      [
        "byl článek užitečný", "byla tato stránka užitečná", "našli jste chybu", "nahlásit chybu",
        "ohodnoťte článek",
      ]),
  ]

  static let turkish: [NagPhrases] = [
    NagPhrases(
      .turkish, .cookieNotice,
      [
        "çerezler kullanılmaktadır", "çerez kullanıyoruz", "çerezler kullanıyoruz",
        "çerezleri kullanıyoruz",
        "çerez kullanmaktadır", "çerez politikası", "çerez politikamız", "çerez ayarları",
        "zorunlu çerezler",
        "tümünü kabul et", "çerezleri kabul", "kişisel verilerin",
      ],
      asks: ["kabul et", "kabul ediyorum", "kabul etmiş", "onaylıyorum", "reddet", "izin ver"],
      topics: ["çerez", "çerezler", "çerezleri", "gizlilik", "kvkk"]),
    NagPhrases(
      .turkish, .paywall,
      [
        "okumaya devam etmek için", "devamını okumak için", "sadece aboneler", "yalnızca aboneler",
        "abonelere özel",
        "zaten abone", "sınırsız erişim", "üyelere özel", "üye girişi yapın",
      ],
      asks: ["abone olun", "abone ol", "giriş yapın", "giriş yap", "üye olun", "üye ol"],
      topics: ["abone", "abonelik", "aylık", "hesap", "hesabınız", "erişim", "üyelik"]),
    NagPhrases(
      .turkish, .newsletter,
      [
        "bültenimize", "e-bültenimize", "e-bültene", "bültene abone", "e-posta adresiniz",
        "e-postanıza", "gelen kutunuza",
      ],
      asks: ["abone olun", "abone ol", "kayıt olun", "kaydolun", "kaçırmayın", "üye olun"],
      topics: ["bülten", "bülteni", "e-bülten", "e-posta", "haber bülteni"]),
    NagPhrases(
      .turkish, .appBanner,
      [
        "uygulamamızı indirin", "uygulamayı indir", "uygulamayı indirin", "uygulamada aç",
        "mobil uygulamamız",
      ],
      asks: ["indir", "indirin", "yükle", "yükleyin"],
      topics: ["uygulama", "uygulamayı", "uygulaması", "app store", "google play"]),
    NagPhrases(
      .turkish, .feedback,
      [
        "bu sayfa yararlı mı", "bu sayfa faydalı", "bu yazı faydalı", "bu içerik faydalı",
        "hata bildir", "yararlı oldu mu", "faydalı oldu mu",
      ]),
  ]

  static let asian: [NagPhrases] = [
    NagPhrases(
      .indonesian, .cookieNotice,
      [
        "menggunakan cookie", "menggunakan cookies", "kebijakan cookie", "pengaturan cookie",
        "terima semua", "penggunaan cookie",
      ],
      asks: ["setuju", "terima", "menyetujui", "tolak"], topics: ["cookie", "cookies", "privasi"]),
    NagPhrases(
      .indonesian, .paywall,
      [
        "untuk melanjutkan membaca", "untuk membaca selengkapnya", "khusus pelanggan",
        "sudah berlangganan", "akses tanpa batas",
        "berlangganan untuk membaca", "sudah punya akun",
      ],
      asks: ["berlangganan", "masuk", "daftar", "login"],
      topics: ["langganan", "pelanggan", "akses", "per bulan", "akun", "premium"]),
    NagPhrases(
      .indonesian, .newsletter,
      ["newsletter kami", "buletin kami", "kotak masuk anda", "email anda"],
      asks: ["berlangganan", "daftar", "dapatkan", "jangan lewatkan"],
      topics: ["newsletter", "buletin", "email", "surel"]),
    NagPhrases(
      .indonesian, .appBanner, ["unduh aplikasi", "download aplikasi", "buka di aplikasi"],
      asks: ["unduh", "download", "instal"],
      topics: ["aplikasi", "app store", "google play", "play store"]),
    NagPhrases(
      .indonesian, .feedback, ["apakah halaman ini", "apakah artikel ini", "laporkan kesalahan"]),
    NagPhrases(
      .vietnamese, .cookieNotice, ["sử dụng cookie", "chấp nhận tất cả", "chính sách cookie"],
      asks: ["đồng ý", "chấp nhận", "từ chối"], topics: ["cookie", "cookies", "quyền riêng tư"]),
    NagPhrases(
      .vietnamese, .newsletter,
      ["đăng ký nhận tin", "đăng ký nhận bản tin", "bản tin của chúng tôi"],
      asks: ["đăng ký", "nhận"], topics: ["bản tin", "email", "newsletter"]),
    NagPhrases(
      .hindi, .cookieNotice,
      ["कुकीज़ का उपयोग", "कुकीज का उपयोग", "कुकीज़ का इस्तेमाल", "कुकीज का इस्तेमाल", "कुकी नीति", "सभी कुकीज़"],
      asks: ["स्वीकार", "सहमत", "सहमति", "अनुमति"], topics: ["कुकीज़", "कुकीज", "कुकी", "गोपनीयता"]),
    NagPhrases(
      .hindi, .paywall,
      [
        "आगे पढ़ने के लिए", "पूरा लेख पढ़ने के लिए", "पूरी खबर पढ़ने के लिए", "केवल सब्सक्राइबर", "सिर्फ सब्सक्राइबर",
        "पहले से सब्सक्राइबर",
      ],
      asks: ["सब्सक्राइब करें", "लॉगिन करें", "लॉग इन करें", "साइन इन करें", "सदस्य बनें"],
      topics: ["सब्सक्रिप्शन", "सदस्यता", "प्रीमियम", "अकाउंट", "प्रति माह"]),
    NagPhrases(
      .hindi, .newsletter, ["हमारे न्यूज़लेटर", "हमारे न्यूजलेटर", "न्यूज़लेटर की सदस्यता"],
      asks: ["सब्सक्राइब करें", "साइन अप करें", "प्राप्त करें"], topics: ["न्यूज़लेटर", "न्यूजलेटर", "ईमेल", "इनबॉक्स"]),
    NagPhrases(
      .hindi, .appBanner, ["ऐप डाउनलोड करें", "एप डाउनलोड करें", "हमारा ऐप"], asks: ["डाउनलोड करें", "इंस्टॉल करें"],
      topics: ["ऐप", "एप", "गूगल प्ले", "प्ले स्टोर"]),
    NagPhrases(
      .urdu, .cookieNotice, ["کوکیز کا استعمال", "کوکیز استعمال", "کوکی پالیسی", "تمام کوکیز"],
      asks: ["قبول", "متفق", "اجازت", "رضامندی"], topics: ["کوکیز", "کوکی", "رازداری"]),
    NagPhrases(
      .urdu, .paywall, ["مزید پڑھنے کے لیے", "مکمل مضمون پڑھنے کے لیے", "صرف سبسکرائبرز"],
      asks: ["سبسکرائب کریں", "لاگ ان کریں", "رجسٹر کریں", "رکن بنیں"],
      topics: ["سبسکرپشن", "رکنیت", "اکاؤنٹ", "ماہانہ"]),
    NagPhrases(
      .urdu, .newsletter, ["ہمارے نیوز لیٹر", "نیوز لیٹر کے لیے", "ہمارا نیوز لیٹر"],
      asks: ["سبسکرائب کریں", "سائن اپ کریں", "حاصل کریں"],
      topics: ["نیوز لیٹر", "نیوزلیٹر", "ای میل", "ان باکس"]),
    NagPhrases(
      .urdu, .appBanner, ["ایپ ڈاؤن لوڈ کریں", "ہماری ایپ"],
      asks: ["ڈاؤن لوڈ کریں", "انسٹال کریں"],
      topics: ["ایپ", "گوگل پلے", "پلے اسٹور"]),
    NagPhrases(
      .hebrew, .cookieNotice,
      [
        "משתמש בעוגיות", "משתמשים בעוגיות", "שימוש בעוגיות", "קבצי cookie", "קובצי cookie",
        "משתמש בקובצי", "הגדרות עוגיות", "מדיניות הפרטיות",
      ],
      asks: ["אישור", "מאשר", "מסכים", "הסכמה", "קבל הכל"], topics: ["עוגיות", "cookies", "פרטיות"]),
    NagPhrases(
      .hebrew, .paywall,
      [
        "להמשך קריאה", "כדי להמשיך לקרוא", "למנויים בלבד", "כבר מנוי", "גישה בלתי מוגבלת",
        "תוכן למנויים",
      ],
      asks: ["הירשמו", "התחברו", "הצטרפו", "רכשו", "התחבר"],
      topics: ["מנוי", "מנויים", "לחודש", "חשבון", "גישה"]),
    NagPhrases(
      .hebrew, .newsletter, ["לניוזלטר שלנו", "לרשימת התפוצה", "לניוזלטר", "לדיוור"],
      asks: ["הירשמו", "הצטרפו", "קבלו", "הרשמו"],
      topics: ["ניוזלטר", "ניוזלטר שלנו", "דיוור", "אימייל", "מייל", "לתיבת"]),
    NagPhrases(
      .hebrew, .appBanner, ["הורידו את האפליקציה", "להורדת האפליקציה"], asks: ["הורידו"],
      topics: ["אפליקציה", "האפליקציה"]),
    NagPhrases(.hebrew, .feedback, ["האם המידע עזר", "האם דף זה", "מצאתם טעות", "דווחו על טעות"]),
    NagPhrases(
      .japanese, .cookieNotice,
      [
        "クッキーを使用", "クッキー(cookie)を使用", "cookieを使用", "cookie を使用", "クッキーの使用", "cookieの使用",
        "cookieポリシー", "クッキーポリシー", "すべて許可", "cookieの設定",
      ],
      asks: ["同意", "許可", "承諾", "拒否"], topics: ["クッキー", "cookie", "プライバシー"]),
    NagPhrases(
      .japanese, .paywall,
      [
        "会員限定", "有料会員", "この記事は有料", "続きを読むには", "続きを読むに", "残り文字", "無料会員登録", "会員登録が必要", "ログインして続き",
        "有料記事", "すでに会員",
      ],
      asks: ["ログイン", "登録", "購読", "申し込"], topics: ["会員", "読み放題", "月額", "プラン", "無料体験"]),
    NagPhrases(
      .japanese, .newsletter, ["メルマガ登録", "メールマガジン登録", "ニュースレター登録", "ニュースレターに登録", "メルマガに登録"],
      asks: ["登録", "購読", "受け取"], topics: ["メルマガ", "メールマガジン", "ニュースレター", "メールアドレス"]),
    NagPhrases(
      .japanese, .appBanner, ["アプリをダウンロード", "アプリで開く", "アプリで読む", "アプリをインストール"],
      asks: ["ダウンロード", "インストール"],
      topics: ["アプリ", "app store", "google play"]),
    NagPhrases(
      .japanese, .feedback, ["この記事は役に立ちましたか", "このページは役に立ちましたか", "役に立ちましたか", "参考になりましたか", "誤りを報告"]),
    NagPhrases(
      .chinese, .cookieNotice,
      [
        "使用cookie", "使用 cookie", "使用cookies", "使用 cookies", "接受所有cookie", "接受所有 cookie", "全部接受",
        "cookie 设置", "cookie设置", "cookie政策", "cookie 政策", "隐私设置",
      ],
      asks: ["同意", "接受", "拒绝", "拒絕"], topics: ["cookie", "cookies", "隐私", "隱私", "隐私政策", "隱私權"]),
    NagPhrases(
      .chinese, .paywall,
      [
        "订阅后阅读", "订阅以继续", "登录后继续阅读", "登录后阅读", "继续阅读请", "付费阅读", "会员专享", "會員專享", "訂閱會員", "仅限订阅",
        "解锁全文", "閱讀全文請", "剩余内容",
      ],
      asks: ["登录", "登入", "注册", "註冊", "订阅", "訂閱", "购买", "加入會員"],
      topics: ["会员", "會員", "全文", "每月", "付费", "付費", "订阅用户"]),
    NagPhrases(
      .chinese, .newsletter, ["订阅我们的", "訂閱我們的", "订阅电子报", "訂閱電子報", "邮件订阅", "订阅邮件"],
      asks: ["订阅", "訂閱", "获取", "注册"], topics: ["电子报", "電子報", "邮箱", "郵件", "邮件", "信箱", "newsletter"]),
    NagPhrases(
      .chinese, .appBanner,
      ["下载app", "下载客户端", "打开app", "下載app", "app内打开", "扫码下载", "扫描二维码", "在app中打开"],
      asks: ["下载", "下載", "打开", "安装"],
      topics: ["app", "客户端", "應用程式", "应用"]),
    NagPhrases(
      .chinese, .feedback, ["这篇文章对您有帮助吗", "此页面有帮助吗", "本文是否有帮助", "对您有帮助吗", "這篇文章對你有幫助嗎", "我要纠错"]),
    NagPhrases(
      .korean, .cookieNotice, ["쿠키를 사용합니다", "쿠키를 사용", "쿠키 정책", "쿠키 설정", "모두 수락", "모두 허용"],
      asks: ["동의", "수락", "허용", "거부"], topics: ["쿠키", "개인정보", "개인정보처리방침"]),
    NagPhrases(
      .korean, .paywall,
      ["구독자 전용", "회원 전용", "계속 읽으려면", "유료 구독", "로그인이 필요", "로그인 후", "이미 구독", "유료 회원", "구독하고 계속"],
      asks: ["구독하세요", "구독하기", "로그인", "회원가입"], topics: ["구독", "구독자", "회원", "기사 전문", "월"]),
    NagPhrases(
      .korean, .newsletter, ["뉴스레터 구독", "뉴스레터를 구독", "뉴스레터 신청"],
      asks: ["구독하세요", "구독하기", "신청하세요", "받아보세요"],
      topics: ["뉴스레터", "이메일", "메일"]),
    NagPhrases(
      .korean, .appBanner, ["앱 다운로드", "앱에서 보기", "앱에서 열기", "앱을 다운로드"], asks: ["다운로드", "설치"],
      topics: ["앱", "앱스토어", "구글 플레이"]),
    NagPhrases(.korean, .feedback, ["이 기사가 도움이", "이 페이지가 도움이", "도움이 되었나요", "도움이 되셨나요", "오류 신고"]),
  ]

  static let builtIn: [NagPhrases] = [
    english, persian, arabic, german, french, spanish, italian, portuguese, dutch, scandinavian,
    slavic, turkish, asian,
  ].flatMap { $0 }
}
