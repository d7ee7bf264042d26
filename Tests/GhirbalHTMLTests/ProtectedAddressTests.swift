import GhirbalDocument
import GhirbalHTML
import GhirbalText
import TestSupport
import Testing

@Suite struct ProtectedAddressTests {
  typealias Row = MarkupRow

  private static func protected(_ address: String, key: UInt8 = 0x5A) -> String {
    ([key] + address.utf8.map { $0 ^ key }).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static let digits = protected("ada@lenn.example")
  private static let path = "/cdn-cgi/l/email-protection"

  static let rows = [
    Row(
      "a span",
      "write to <span class=__cf_email__ data-cfemail=\(digits)>[email&#160;protected]</span>.",
      "write to ada@lenn.example."),
    Row(
      "a link", "write to <a href='\(path)' data-cfemail=\(digits)>[email protected]</a>, or",
      "write to ada@lenn.example, or"),
    Row(
      "a span in a link",
      "<a href='\(path)#\(digits)'><span data-cfemail='\(digits)'>[email&nbsp;protected]</span></a>",
      "ada@lenn.example"),
    Row(
      "a link by its address", "<a href='https://a.example\(path)#\(digits)'>[email protected]</a>",
      "ada@lenn.example"),
    Row("a link with words", "<a href='\(path)#\(digits)'>Write to us</a>", "Write to us"),
    Row(
      "Persian", "<b data-cfemail=\(protected("خبر@مثال.ایران"))>[email protected]</b>",
      "خبر@مثال.ایران"),
    Row("no digits", "<b data-cfemail=xyzxyzxyz>[email protected]</b>", "[email protected]"),
    Row(
      "no address", "<b data-cfemail=\(protected("nothing"))>[email protected]</b>",
      "[email protected]"),
    Row(
      "bytes that are no text", "<b data-cfemail=00ff40fe40>[email protected]</b>",
      "[email protected]"),
    Row("the words alone", "<b>[email protected]</b>", "[email protected]"),
  ]

  @Test(arguments: rows) func isDecoded(_ row: Row) {
    #expect(MarkupSample("<p>\(row.markup)</p>").contents == [row.text])
  }

  @Test func isLeftOnRequest() {
    let utf8 = Array(
      "<p><a href='\(Self.path)#\(Self.digits)'><b data-cfemail=\(Self.digits)>[email protected]</b></a>"
        .utf8)
    var reading = MarkupReading()
    reading.protectedAddresses = .leave
    let document = HTMLReader.document(
      utf8, source: DecodingMap(identity: utf8.count), reading: reading
    ).document
    #expect(document.string(of: document.blocks[0]) == "[email protected]")
    let link = document.blocks[0].links[0].element
    #expect(document.elements.attribute(.href, of: link) == "\(Self.path)#\(Self.digits)")
  }

  @Test(arguments: ["href='\(path)#\(digits)'", "href='\(path)' data-cfemail=\(digits)"])
  func linksLeadToTheAddress(_ attributes: String) {
    let sample = MarkupSample("<p><a \(attributes)>Write to us</a>")
    let link = sample.document.blocks[0].links[0].element
    #expect(sample.document.elements.attribute(.href, of: link) == "mailto:ada@lenn.example")
  }
}
