/// The words by which class and id names tell a page's comments.
enum CommentWords {
  static let comments: UInt16 = 1
  /// The form below them.
  static let form: UInt16 = 2
  /// With one of these in the same name it is no region of comments: `comments-link`, `no-comments`.
  static let other: UInt16 = 4

  static let table = NameWords(
    rows.flatMap { row in row.words.map { (word: $0, kind: row.kind) } })

  private static let rows: [(language: String, kind: UInt16, words: [String])] = [
    (
      "en", comments,
      [
        "comment", "comments", "commentlist", "commentslist", "commentarea", "commentsection",
        "commentthread", "commentblock", "commentbody", "commenttext", "commentcontent",
      ]
    ),
    ("de", comments, ["kommentar", "kommentare", "leserkommentare", "kommentarbereich"]),
    ("fr", comments, ["commentaire", "commentaires"]),
    ("es", comments, ["comentario", "comentarios"]),
    ("it", comments, ["commento", "commenti"]),
    ("pt", comments, ["comentario", "comentarios"]),
    ("nl", comments, ["reactie", "reacties"]),
    ("pl", comments, ["komentarz", "komentarze"]),
    ("cs", comments, ["komentar", "komentare"]),
    ("sv", comments, ["kommentarer"]),
    ("fi", comments, ["kommentti", "kommentit"]),
    ("tr", comments, ["yorum", "yorumlar"]),
    ("id", comments, ["komentar"]),
    ("ru", comments, ["kommentarii", "kommentariy"]),
    ("fa", comments, ["nazarat", "didgah"]),
    // Makers of comment software.
    (
      "zxx", comments,
      [
        "disqus", "giscus", "utterances", "livefyre", "viafoura", "spotim", "openweb", "hyvor",
        "cusdis", "isso",
      ]
    ),
    ("en", form, ["form", "respond", "commentform"]),
    ("de", form, ["formular", "kommentarformular"]),
    ("fr", form, ["formulaire"]),
    (
      "en", other,
      [
        "no", "has", "with", "without", "count", "counter", "counts", "number", "num", "total",
        "link", "links", "icon", "button", "btn", "toggle", "open", "closed", "close", "status",
        "enabled", "disabled", "off", "bubble", "anchor", "jump", "badge", "recent", "latest",
        "last", "author", "meta", "guidelines", "policy",
      ]
    ),
    ("de", other, ["neueste", "letzte", "anzahl"]),
    ("fr", other, ["derniers", "recents", "nombre"]),
    ("es", other, ["ultimos", "recientes"]),
  ]
}
