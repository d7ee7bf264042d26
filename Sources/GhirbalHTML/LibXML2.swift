import CLibXML2

/// The one door to libxml2: its HTML parser's SAX interface over a whole page in memory.
enum LibXML2 {
  /// The version of the library in use, as "2.9.14".
  static var version: String {
    let number = Int(String(cString: ghirbal_libxml2_version()).prefix { $0.isNumber }) ?? 0
    return "\(number / 10000).\(number / 100 % 100).\(number % 100)"
  }

  /// Parses valid UTF-8 and tells `events` what is found. Never fails: HTML has no errors.
  ///
  /// The positions told are offsets into the page that `cuts` were left out of; the pointers are
  /// valid during the call only.
  static func parse(
    _ text: UnsafeBufferPointer<UInt8>, without cuts: Cuts, telling events: inout MarkupReader
  ) {
    initialise
    guard let base = text.baseAddress, !text.isEmpty,
      let context = htmlCreateMemoryParserCtxt(
        UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self), Int32(clamping: text.count))
    else { return }
    context.pointee.sax.pointee = handler
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue | UInt32(XML_PARSE_HUGE.rawValue)
    htmlCtxtUseOptions(context, Int32(options))
    // The text is UTF-8 by now, whatever its meta element says: any transcoding inside libxml2
    // would make positions wrong.
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    withUnsafeMutablePointer(to: &events) { events in
      // The callbacks reach the reader through this pointer: accesses to the properties of a class
      // would be checked for exclusivity each time, at a tenth of the parser's whole time.
      var listener = Listener(context: context, events: events, cuts: cuts)
      withUnsafeMutablePointer(to: &listener) { listener in
        context.pointee.userData = UnsafeMutableRawPointer(listener)
        _ = htmlParseDocument(context)
        context.pointee.userData = nil
      }
    }
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    htmlFreeParserCtxt(context)
  }

  private static let initialise: Void = xmlInitParser()

  /// The user data of the callbacks.
  private struct Listener {
    let context: htmlParserCtxtPtr
    let events: UnsafeMutablePointer<MarkupReader>
    var cuts: Cuts

    @inline(__always) var position: Int {
      mutating get {
        guard let input = context.pointee.input else { return 0 }
        return cuts.offset(
          ofParserAt: Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base))
      }
    }
  }

  @inline(__always) private static func listener(
    _ userData: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<Listener> {
    // `parse` put it there, and it lives until the parser is done.
    userData!.assumingMemoryBound(to: Listener.self)
  }

  nonisolated(unsafe) private static let handler: htmlSAXHandler = {
    var handler = htmlSAXHandler()
    handler.startElement = { userData, name, attributes in
      guard let name else { return }
      let listener = LibXML2.listener(userData)
      listener.pointee.events.pointee.start(name, attributes, at: listener.pointee.position)
    }
    handler.endElement = { userData, _ in
      let listener = LibXML2.listener(userData)
      listener.pointee.events.pointee.end(at: listener.pointee.position)
    }
    handler.characters = { userData, text, count in
      let listener = LibXML2.listener(userData)
      listener.pointee.events.pointee.text(
        UnsafeBufferPointer(start: text, count: Int(count)), at: listener.pointee.position)
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { userData, text, count in
      let listener = LibXML2.listener(userData)
      listener.pointee.events.pointee.rawText(
        UnsafeBufferPointer(start: text, count: Int(count)), at: listener.pointee.position)
    }
    handler.comment = { userData, _ in
      let listener = LibXML2.listener(userData)
      listener.pointee.events.pointee.skipped(at: listener.pointee.position)
    }
    handler.processingInstruction = { userData, _, _ in
      let listener = LibXML2.listener(userData)
      listener.pointee.events.pointee.skipped(at: listener.pointee.position)
    }
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.serror = { _, _ in }
    return handler
  }()
}
