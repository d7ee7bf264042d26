import Foundation
import Ghirbal
import GhirbalDocument
import GhirbalText
import Testing

@Suite struct PageReaderTests {
  struct FormatRow: CustomTestStringConvertible, Sendable {
    let label: String
    let bytes: [UInt8]
    let format: PageFormat
    let path: String
    var testDescription: String { label }

    init(_ label: String, _ text: String, _ format: PageFormat, path: String = "p") {
      self.init(label, Array(text.utf8), format, path: path)
    }

    init(_ label: String, _ bytes: [UInt8], _ format: PageFormat, path: String = "p") {
      self.path = path
      self.label = label
      self.bytes = bytes
      self.format = format
    }
  }

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
      + text.utf16.flatMap { unit -> [UInt8] in
        bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
  }

  private static let page = "<!DOCTYPE html>\n<html><body><p>One.</p><p>Two.</p></body></html>"

  static let formatRows = [
    FormatRow("a page with its doctype", page, .html),
    FormatRow("a doctype in capitals", "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD\">\n<P>One", .html),
    FormatRow("white space before the doctype", "\n\n  <!doctype html><p>One", .html),
    FormatRow("a byte order mark before the doctype", "\u{FEFF}<!doctype html><p>One", .html),
    FormatRow("a page without a doctype", "<html><p>One", .html),
    FormatRow("an html element with attributes", "<html lang=\"fa\">\n<p>One", .html),
    FormatRow("a comment first", "<!-- saved from -->\n<div>One</div>", .html),
    FormatRow("a head first", "<head><title>One</title></head>", .html),
    FormatRow("a piece of a page", "<div><p>One</p><p>Two</p><p>Three</p></div>", .html),
    FormatRow("a piece that starts with text", "One <a href=x>two</a> <a>3</a> <a>4</a>", .html),
    FormatRow("XHTML", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html><body/></html>", .html),
    FormatRow("UTF-16, little end first", utf16(page, bigEndian: false), .html),
    FormatRow("UTF-16, big end first", utf16(page, bigEndian: true), .html),
    FormatRow("plain text", "One.\nTwo.\n", .text),
    FormatRow("nothing", "", .text),
    FormatRow("text in UTF-16", utf16("One.\nTwo.\n", bigEndian: false), .text),
    FormatRow(
      "text that talks about HTML",
      "A page opens with <!DOCTYPE html>, then comes <html>, then <head> and <body>.\n", .text),
    FormatRow(
      "text that names an end tag", "Close every paragraph with </p> and every cell with </td>.\n",
      .text),
    FormatRow(
      "markdown", "# Title\n\nSome *text* with `<div>` and <https://example.org/>.\n\n- a\n- b\n",
      .text),
    FormatRow("markdown with a comment", "# Title\n\n<!-- toc -->\n\nText.\n", .text),
    FormatRow("mathematics", "If a < b and b > c, then a <> c; x<html is no tag.\n", .text),
    FormatRow("an address in angle brackets", "Write to <a@b.example> or <c@d.example>.\n", .text),
    FormatRow("a chat", "<ann> hello\n<bob> hi\n<ann> bye\n", .text),
    FormatRow("one paragraph with its tags", "<p>One line.</p>\n", .html),
    FormatRow("a paragraph that never ends", "<p>One line.\n", .text),
    FormatRow("a letter's name first", "<b>One</b> line.\n", .text),
    FormatRow("a piece of a page by its name", "One <b>line</b>.\n", .text),
    FormatRow("a page by its name", "One<br>line.\n", .html, path: "a/b.html"),
    FormatRow("a page by its name, never closed", "<p>One line.\n", .html, path: "B.HTM"),
    FormatRow("text under a page's name", "One line, 1 < 2.\nTwo.\n", .text, path: "a.html"),
    FormatRow("a folder's name", "<p>One line.\n", .text, path: "a.html/b.txt"),
    FormatRow(
      "XML of another kind", "<?xml version=\"1.0\"?>\n<feed><entry>One</entry></feed>\n", .text),
  ]

  @Test(arguments: formatRows) func formatIsTold(_ row: FormatRow) throws {
    let reading = try PageReader(ReadingOptions()).read(Page(path: row.path, bytes: row.bytes))
    #expect(reading.document.format == row.format)
  }

  @Test func theOptionOutranksTheLook() throws {
    var options = ReadingOptions()
    options.format = .text
    let page = Page(path: "p", bytes: Array(Self.page.utf8))
    #expect(try PageReader(options).read(page).document.format == .text)
    options.format = .html
    let text = Page(path: "p", bytes: Array("One.\n".utf8))
    #expect(try PageReader(options).read(text).document.format == .html)
  }

  @Test func aBlockPastTheLimitFails() throws {
    var options = ReadingOptions()
    options.maxBlockBytes = 4
    let page = Page(path: "p", bytes: Array("<p>Four</p><p>Five</p>".utf8))
    #expect(try PageReader(options).read(page).document.blocks.count == 2)
    #expect(throws: PageProblem.blockTooLong) {
      try PageReader(options).read(Page(path: "p", bytes: Array("One.\n\nThree\n".utf8)))
    }
  }

  @Test func theEncodingOptionOutranksThePage() throws {
    var options = ReadingOptions()
    options.encoding = "cp1256"
    let page = Page(
      path: "p", bytes: [0xDF, 0xCA, 0xC7, 0xC8, 0x0A], transportCharset: "utf-8")
    let reading = try PageReader(options).read(page)
    #expect(reading.encoding.name == "windows-1256")
    #expect(reading.encodingEvidence == "override")
    #expect(String(decoding: reading.document.utf8, as: UTF8.self) == "كتاب\n")
  }

  struct BinaryRow: CustomTestStringConvertible, Sendable {
    let label: String
    let bytes: [UInt8]
    let isText: Bool
    var testDescription: String { label }
  }

  static let binaryRows = [
    BinaryRow(
      label: "a PNG",
      bytes: [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0,
      ],
      isText: false),
    BinaryRow(
      label: "a gzip member", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 4, 0], isText: false
    ),
    BinaryRow(label: "NULs", bytes: [UInt8](repeating: 0, count: 64), isText: false),
    BinaryRow(
      label: "a stray NUL in a text",
      bytes: Array(String(repeating: "Some words. ", count: 20).utf8) + [0], isText: true),
    BinaryRow(
      label: "terminal colours", bytes: Array("\u{1B}[31mred\u{1B}[0m and plain\n".utf8),
      isText: true),
    BinaryRow(label: "form feeds and tabs", bytes: Array("a\t\u{C}\u{B}\r\n".utf8), isText: true),
    BinaryRow(
      label: "UTF-16 has NULs", bytes: utf16("plain text\n", bigEndian: true), isText: true),
    BinaryRow(label: "nothing", bytes: [], isText: true),
    BinaryRow(label: "bytes of no encoding", bytes: [0xFF, 0xC0, 0x81, 0x20, 0x61], isText: true),
  ]

  @Test(arguments: binaryRows) func whatIsNoTextIsRefused(_ row: BinaryRow) {
    let page = Page(path: "p", bytes: row.bytes)
    if row.isText {
      #expect(throws: Never.self) { try PageReader(ReadingOptions()).read(page) }
    } else {
      #expect(throws: PageProblem.notText) { try PageReader(ReadingOptions()).read(page) }
    }
  }

  @Test func aPageOverTheLimitIsRefused() throws {
    var options = ReadingOptions()
    options.maxPageBytes = 4
    #expect(throws: Never.self) {
      try PageReader(options).read(Page(path: "p", bytes: Array("abc\n".utf8)))
    }
    #expect(throws: PageProblem.pageTooLarge) {
      try PageReader(options).read(Page(path: "p", bytes: Array("abcd\n".utf8)))
    }
  }
}
