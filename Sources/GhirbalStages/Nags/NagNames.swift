import GhirbalDocument

/// The words by which class, id and data names tell what a region asks of its readers.
enum NagNames {
  static let table = ClassNameWords<NagKinds>(rows)

  /// The kinds of one value of a class, id or data attribute.
  static func kinds(of value: Span<UInt8>) -> NagKinds {
    var kinds: NagKinds = []
    table.forEachName(in: value) { found in
      var found = found
      guard !found.contains(.other) else { return }
      if found.isSuperset(of: [.inset, .item]) { found.insert(.links) }
      if found.contains(.app), !found.isDisjoint(with: [.fetch, .window, .box]) {
        found.insert(.appBanner)
      }
      kinds.formUnion(found.subtracting([.inset, .item, .app, .fetch]))
    }
    return kinds
  }

  /// The attributes that name parts of a page.
  static func isName(_ attribute: AttributeName) -> Bool {
    switch attribute {
    case .id, .class, .dataTestID, .dataComponent, .dataModule, .dataName, .dataQA, .dataBlock,
      .dataWidget, .dataSection, .dataArea, .dataType, .dataRole:
      true
    default: false
    }
  }

  private static let subscription: NagKinds = [.newsletter, .paywall]

  private static let rows: [ClassNameWords<NagKinds>.Row] = [
    (
      "en", .cookieNotice,
      [
        "cookie", "cookies", "consent", "gdpr", "ccpa", "privacy", "cookiebar", "cookiebanner",
        "cookieconsent", "cookienotice", "cookielaw", "cookiewall", "cookiemodal", "cookiepopup",
      ]
    ),
    // Makers of consent windows.
    (
      "zxx", [.cookieNotice, .window],
      [
        "onetrust", "cookiebot", "cybot", "didomi", "cmp", "truste", "trustarc", "usercentrics",
        "iubenda", "cmplz", "borlabs", "klaro", "osano", "evidon", "termly", "cky", "quantcast",
        "tarteaucitron", "axeptio", "complianz", "cookieyes", "sourcepoint", "moove",
      ]
    ),
    ("de", .cookieNotice, ["datenschutz", "einwilligung", "cookiehinweis"]),
    ("es", .cookieNotice, ["consentimiento", "privacidad"]),
    ("fr", .cookieNotice, ["consentement"]),
    ("tr", .cookieNotice, ["cerez", "kvkk"]),
    (
      "en", .paywall,
      [
        "paywall", "paywalled", "regwall", "registerwall", "registrationwall", "loginwall",
        "metered", "premiumwall", "barrier", "gate", "gateway", "upsell", "unlock",
      ]
    ),
    ("zxx", .paywall, ["piano", "tinypass", "poool", "zephr", "leaky"]),
    (
      "en", subscription,
      [
        "subscribe", "subscriber", "subscribers", "subscription", "subscriptions", "signup",
        "sub", "subs", "subscribewidget", "subscribebox",
      ]
    ),
    ("de", subscription, ["abo", "abonnement", "abonnieren", "plus", "bezahlschranke"]),
    ("fr", subscription, ["abonnement", "abonnes", "abonne"]),
    ("es", subscription, ["suscripcion", "suscribete", "suscriptores"]),
    ("fa", subscription, ["eshterak", "ozviat"]),
    (
      "en", .newsletter,
      [
        "newsletter", "newsletters", "mailinglist", "mailing", "optin", "emailsignup",
        "newslettersignup", "newsletterbox", "mailchimp", "mailerlite", "convertkit", "mailpoet",
        "klaviyo",
      ]
    ),
    ("fa", .newsletter, ["khabarname", "khabarnameh"]),
    ("nl", .newsletter, ["nieuwsbrief"]),
    ("es", .newsletter, ["boletin"]),
    (
      "en", .appBanner,
      ["appbanner", "smartbanner", "getapp", "appdownload", "downloadapp", "apppromo"]
    ),
    ("en", .app, ["app", "apps"]),
    ("en", .fetch, ["download", "install", "get", "open"]),
    ("en", .republish, ["republish", "republishing", "republication", "syndicate", "reprint"]),
    (
      "en", .feedback,
      ["feedback", "helpful", "useful", "survey", "rating", "vote", "satisfaction", "rate"]
    ),
    (
      "en", .links,
      [
        "related", "relatedposts", "relatedarticles", "relatedlinks", "readmore", "readalso",
        "alsoread", "morefrom", "recommended", "recommendation", "recommendations", "recirc",
        "recirculation", "seealso", "inlinenews", "inlinerelated", "crosslink", "youmaylike",
        "similar",
      ]
    ),
    ("de", .links, ["verwandt", "lesetipp", "weiterlesen", "mehrzumthema"]),
    ("es", .links, ["relacionadas", "relacionados", "relacionada", "relacionado"]),
    ("pt", .links, ["relacionadas", "leiamais", "saibamais"]),
    ("it", .links, ["correlati", "leggianche"]),
    ("fr", .links, ["lireaussi", "alireaussi"]),
    ("tr", .links, ["ilgili", "benzer"]),
    ("fa", .links, ["mortabet", "morvarid"]),
    ("en", .inset, ["inline", "inset", "embedded", "inner", "internal", "read", "see"]),
    ("en", .item, ["news", "story", "post", "article", "link", "links", "more", "also", "next"]),
    ("fa", .item, ["khabar", "akhbar"]),
    (
      "en", .share,
      [
        "share", "sharing", "sharebar", "sharebuttons", "socialshare", "ufi", "sharethis",
        "addtoany", "addthis",
      ]
    ),
    ("de", .share, ["teilen"]),
    ("fa", .share, ["eshterakgozari"]),
    (
      "en", .window,
      [
        "modal", "popup", "popover", "overlay", "dialog", "lightbox", "interstitial", "toast",
        "snackbar", "banner", "drawer", "sticky", "offcanvas", "notification", "flyout", "slidein",
        "notice",
      ]
    ),
    (
      "en", .box,
      [
        "promo", "promotion", "cta", "callout", "widget", "inset", "box", "module", "advert",
        "aside", "factbox", "nag", "membership", "register", "registration", "login", "signin",
        "donate", "donation", "offer", "support", "upgrade", "locked", "gated",
      ]
    ),
    (
      "en", .other,
      [
        "tag", "tags", "category", "categories", "cat", "term", "topic", "no", "has", "with",
        "without", "not", "policy", "declaration", "icon", "enabled", "disabled",
      ]
    ),
  ]
}
