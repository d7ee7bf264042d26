/// What the words of class and id names say of a page's comments.
struct CommentWords: OptionSet {
  let rawValue: UInt16

  static let comments = CommentWords(rawValue: 1 << 0)
  /// The form below them.
  static let form = CommentWords(rawValue: 1 << 1)
  /// With one of these in the same name it is no region of comments: `comments-link`, `no-comments`.
  static let other = CommentWords(rawValue: 1 << 2)

  static let table = ClassNameWords<CommentWords>(
    ofComments.map { ($0.language, .comments, $0.words) } + rows)

  /// The words for comments themselves.
  static let ofComments: [(language: String, words: [String])] = [
    (
      "en",
      [
        "comment", "comments", "commentlist", "commentslist", "commentarea", "commentsection",
        "commentthread", "commentblock", "commentbody", "commenttext", "commentcontent",
      ]
    ),
    ("de", ["kommentar", "kommentare", "leserkommentare", "kommentarbereich"]),
    ("fr", ["commentaire", "commentaires"]),
    ("es", ["comentario", "comentarios"]),
    ("it", ["commento", "commenti"]),
    ("pt", ["comentario", "comentarios"]),
    ("nl", ["reactie", "reacties"]),
    ("pl", ["komentarz", "komentarze"]),
    ("cs", ["komentar", "komentare"]),
    ("sv", ["kommentarer"]),
    ("fi", ["kommentti", "kommentit"]),
    ("tr", ["yorum", "yorumlar"]),
    ("id", ["komentar"]),
    ("ru", ["kommentarii", "kommentariy"]),
    ("fa", ["nazarat", "didgah"]),
    // Makers of comment software.
    (
      "zxx",
      [
        "disqus", "giscus", "utterances", "livefyre", "viafoura", "spotim", "openweb", "hyvor",
        "cusdis", "isso",
      ]
    ),
  ]

  private static let rows: [ClassNameWords<CommentWords>.Row] = [
    ("en", .form, ["form", "respond", "commentform"]),
    ("de", .form, ["formular", "kommentarformular"]),
    ("fr", .form, ["formulaire"]),
    (
      "en", .other,
      [
        "no", "has", "with", "without", "count", "counter", "counts", "number", "num", "total",
        "link", "links", "icon", "button", "btn", "toggle", "open", "closed", "close", "status",
        "enabled", "disabled", "off", "bubble", "anchor", "jump", "badge", "recent", "latest",
        "last", "author", "meta", "guidelines", "policy",
      ]
    ),
    ("de", .other, ["neueste", "letzte", "anzahl"]),
    ("fr", .other, ["derniers", "recents", "nombre"]),
    ("es", .other, ["ultimos", "recientes"]),
  ]
}
