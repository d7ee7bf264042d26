/// Words in class and id attributes that say what a region of a page is.
enum ChromeTokens {
  /// Regions beside the content. Each was seen on real pages of several makers of site software.
  static let chrome: Set<String> = [
    "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "footer",
    "sidebar",
    "share", "sharing", "social", "addtoany", "sharedaddy", "related", "recommended",
    "recommendations", "recirculation", "trending", "popular", "cookie", "cookies", "consent",
    "gdpr",
    "newsletter", "subscribe", "subscription", "signup", "promo", "promotion", "advert",
    "advertisement", "ads", "ad", "adsbygoogle", "sponsored", "outbrain", "taboola", "banner",
    "popup",
    "modal", "overlay", "paywall", "pagination", "pager", "toolbar", "skip", "login", "widget",
    "comments", "comment", "disqus", "respond", "reply", "masthead", "topbar", "ticker",
    // Makers who name things in their own language, and what forums set beside and below posts.
    "anzeige", "werbung", "kommentare", "publicidad", "boletin", "comentarios", "compartir",
    "publicite", "commentaires", "partage", "pubblicita", "commenti", "publicidade", "partilhar",
    "compartilhar", "reklam", "reklama", "yorumlar", "paylas", "komentarze",
    "postprofile", "userinfo", "sig",
  ]

  /// Whether a class or id attribute has one of the words: `post-share-bar` has, `cardinal` has not.
  static func names(_ attribute: String, _ tokens: Set<String>) -> Bool {
    var word: [UInt8] = []
    var last: UInt8 = 0
    func isHit() -> Bool { tokens.contains(String(decoding: word, as: UTF8.self)) }
    for byte in attribute.utf8 {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLower = byte >= 0x61 && byte <= 0x7A
      // `relatedPosts` is two words, `postID` is too.
      if !isUpper && !isLower || (isUpper && last >= 0x61) {
        if isHit() { return true }
        word.removeAll(keepingCapacity: true)
      }
      if isUpper || isLower { word.append(byte | 0x20) }
      last = byte
    }
    return isHit()
  }
}
