import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The failures of a JUnit file, as Foundation's parser reads them.
final class XMLCases: NSObject, XMLParserDelegate {
  private(set) var messages: [String] = []
  private(set) var names: [String] = []

  init(_ xml: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(xml))
    parser.delegate = self
    let isXML = parser.parse()
    try #require(isXML, "\(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    names.append(name)
    if name == "failure", let message = attributes["message"] { messages.append(message) }
  }
}
