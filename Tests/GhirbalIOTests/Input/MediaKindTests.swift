import GhirbalDocument
import GhirbalIO
import Testing

/// What bytes are that are no page with text, and what looks like it.
@Suite struct MediaKindTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let bytes: [UInt8]
    let name: String
    let reason: PageFault.Reason?
    var testDescription: String { label }

    init(_ label: String, _ bytes: [UInt8], name: String = "x", _ reason: PageFault.Reason?) {
      self.label = label
      self.bytes = bytes
      self.name = name
      self.reason = reason
    }

    init(_ label: String, _ text: String, name: String = "x", _ reason: PageFault.Reason?) {
      self.init(label, Array(text.utf8), name: name, reason)
    }
  }

  private static let noise = (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 3) }
  private static let prose =
    "The ferry left the harbour at six in the morning. Nobody saw the lighthouse, nor the whale.\n"

  static let signatures: [Row] = [
    Row("a PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + noise, .image),
    Row(
      "a PNG under the name of a page", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A] + noise,
      name: "a.html", .image),
    Row("a GIF", Array("GIF89a".utf8) + [1, 0, 1, 0] + noise, .image),
    Row("a sentence about GIF", "GIF89a is the second version of a format.\n", nil),
    Row("a JPEG", [0xFF, 0xD8, 0xFF, 0xE0] + noise, .image),
    Row("a WebP", Array("RIFF".utf8) + [1, 2, 3, 4] + Array("WEBPVP8 ".utf8) + noise, .image),
    Row("an icon", [0, 0, 1, 0, 1, 0] + noise, .image),
    Row(
      "a vector image",
      "<?xml version=\"1.0\"?>\n<!-- a <b> -->\n<!DOCTYPE svg>\n<svg viewBox=\"0\"><text>hi</text></svg>",
      .image),
    Row(
      "a page that opens with a vector image", "<!DOCTYPE html><html><svg></svg><p>x</p></html>",
      nil),
    Row("a PDF with nothing but ASCII", "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n", .pdf),
    Row("a PDF with bytes", Array("%PDF-1.7 \r\n%".utf8) + [0xE2, 0xE3] + noise, .pdf),
    Row("a sentence about PDF", "%PDF-1.4 is what such files begin with.\n", nil),
    Row("a ZIP", [0x50, 0x4B, 3, 4] + noise, name: "letter.docx", .archive),
    Row("a sentence that begins with PK", "PK is what ZIP begins with.\n", nil),
    Row("a gzip", [0x1F, 0x8B, 0x08, 0] + noise, name: "a.html.gz", .archive),
    Row(
      "a tar", [UInt8](repeating: 0x61, count: 257) + Array("ustar".utf8) + [0] + noise, .archive),
    Row("a font", Array("wOF2".utf8) + [0, 1, 0, 0] + noise, .font),
    Row("a song", Array("ID3".utf8) + [4, 0] + noise, .audio),
    Row("a sentence about tags of songs", "ID3 tags say who sings.\n", nil),
    Row("a film", [0, 0, 0, 0x20] + Array("ftypisom".utf8) + noise, .video),
    Row("a program", [0x7F, 0x45, 0x4C, 0x46, 2, 1] + noise, .binary),
    Row("bytes of no known kind", [UInt8](repeating: 1, count: 200), name: "cache.bin", .binary),
    Row(
      "bytes under the name of a page went wrong", [UInt8](repeating: 1, count: 200),
      name: "a.html", nil),
    Row(
      "bytes under the name of a text went wrong", [UInt8](repeating: 1, count: 200), name: "a.TXT",
      nil),
    Row("UTF-16", [0xFF, 0xFE] + Array(prose.utf16).flatMap { [UInt8($0), 0] }, nil),
    Row("a text with a stray NUL", Array(prose.utf8) + [0] + Array(prose.utf8), nil),
    Row("nothing", "", nil),
    Row("white space", " \n\n", nil),
  ]

  static let code: [Row] = [
    Row("an object", "{\"a\": [1, 2, {\"b\": \"<p>x</p></p></p>\"}]}\n", name: "data.json", .json),
    Row("a list without a name that tells", "\u{FEFF}[{\"id\": 1}, {\"id\": 2}]", .json),
    Row("lines of objects under another name", "{\"a\":1}\n{\"a\":2}\n", name: "a.json", .json),
    Row(
      "an object that breaks off, by its name",
      "{\"a\": [{\"b\": \"c\", \"d\": [1, 2, 3], \"e\": {\"f\": \"g\"},\n", name: "a.json", .json),
    Row("notes in brackets", "[1] Smith, The Ferry, 1912.\n[2] Jones, The Whale, 1913.\n", nil),
    Row("a stage direction", "[Music] He said that {nobody} came.\n", nil),
    Row("prose under a name of data", prose, name: "a.json", nil),

    Row(
      "a style sheet",
      "body { color: red; }\n.nav > li a:hover { color: blue }\n@media print { .x { display: none } }\n",
      name: "a.css", .styleSheet),
    Row(
      "one without a name that tells",
      "@charset \"utf-8\";\n/* all */\n*,*::before{box-sizing:border-box}\n#main .a[href^=\"x;y\"]{background:url(data:image/png;base64,AA==)}\n",
      .styleSheet),
    Row(
      "one without line ends",
      ".a{margin:0}.b,.c>.d{padding:1px 2px}@font-face{font-family:x;src:url(a.woff)}html,body{height:100%}",
      .styleSheet),
    Row(
      "one that was downloaded with its query", ".a{margin:0}\n.b{margin:1px}\n",
      name: "style.css?ver=5.1", .styleSheet),
    Row(
      "nested rules with variables",
      "$c: red;\n.a { color: $c; &:hover { color: blue; } .b { margin: 0 } }\n", name: "a.scss",
      .styleSheet),
    Row(
      "key frames",
      "@keyframes x { from { top: 0 } 50% { top: 5px } to { top: 9px } }\n.x { animation: x }",
      .styleSheet),
    Row(
      "a text about style sheets",
      "This is how a rule looks.\n\nbody { color: red; }\n\nThe word before the brace is a selector.\n",
      nil),
    Row("a sentence and one rule", "Write this at the top: body { color: red; }", nil),
    Row("a play on braces", "the end { of: all } things", nil),
    Row(
      "a program in another language", "struct ferry { int deck; };\nint main() { return 0; }\n",
      nil),
    Row(
      "an error page under the name of a style sheet",
      "<html><body><p>Not found.</p></body></html>", name: "a.css", nil),
    Row("prose under the name of a style sheet", prose, name: "a.css", nil),

    Row(
      "a script",
      "/*! lib v3 | (c) someone who writes long notices */\n!function(e,t){\"use strict\";var n=[];t(e,n)}(window,function(e,n){return n.push(\"<div></div></p></p></p>\")});\n",
      name: "a.js", .script),
    Row(
      "one without a name that tells",
      "var a = {};\nfunction b(x) {\n  if (x) { return a[x]; }\n  a[x] = new Thing(x);\n}\nb('y');\n",
      .script),
    Row(
      "a module",
      "import { a } from './a.js';\nexport const b = (x) => a(x, { c: 1 });\nexport default b;\n",
      .script),
    Row("a shell script", "#!/bin/sh\nset -e\necho hello\n", .script),
    Row(
      "a sentence about shell scripts",
      "#!/bin/sh is the line that every script of this kind begins with.\n", nil),
    Row(
      "an essay that begins with a word of programs",
      "let us begin with the function of a lighthouse.\nnew ships need it; old ones know the way.\n",
      nil),
    Row(
      "an essay on imports",
      "import duties rise again (and again); the harbour is empty.\nThe ministry said so.\n", nil),
    Row("a class register", "class of 1912: Smith, Jones, Miller\nclass of 1913: nobody\n", nil),
    Row("prose under the name of a script", prose + prose, name: "about-node.js", nil),
    Row(
      "a page under the name of a script", "<!doctype html><p>About node.</p>",
      name: "about-node.js", nil),
    Row(
      "a lesson with a line of code",
      "var x = 1;\n\n" + prose + "\nThat line says that x is one.\n" + prose, nil),
    Row(
      "Markdown", "# The whale\n\n- one (of *two*)\n- [two](a.html)\n\n" + prose, name: "a.md", nil),
    Row(
      "Persian prose", "گسترش همکاری دانشگاه و موزه؛ «کارگاه سازهای آبی» آغاز به کار کرد.\n", nil),
  ]

  @Test(arguments: signatures + code) func bytesTellTheKind(_ row: Row) {
    #expect(MediaKind(of: Page(path: row.name, bytes: row.bytes))?.reason == row.reason)
  }

  @Test func aPageWhoseFormatIsKnownIsOne() {
    let page = Page(path: "a.css", bytes: Array("body { color: red }".utf8), format: .text)
    #expect(MediaKind(of: page) == nil)
  }

  @Test func whatAnArchiveCallsAPageWentWrongWhereItHasNoText() {
    let bytes = [UInt8](repeating: 1, count: 200)
    #expect(MediaKind(of: Page(path: "x", bytes: bytes, mediaType: "text/html")) == nil)
    #expect(
      MediaKind(of: Page(path: "x", bytes: bytes, mediaType: "application/x"))?.reason == .binary)
  }
}
