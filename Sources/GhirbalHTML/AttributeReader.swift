import GhirbalDocument

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the attributes that the parser tells of an element.
struct AttributeReader {
  private let protectedAddresses: ProtectedAddressReading
  private var cache = AttributeCache()

  init(_ reading: MarkupReading) { protectedAddresses = reading.protectedAddresses }

  /// Keeps the attributes that the arena knows and returns what they say about the text inside.
  mutating func keep(
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>, of tag: Tag,
    in elements: inout ElementArena, _ unshown: inout UnshownElements
  ) -> ElementMeaning {
    var meaning = ElementMeaning()
    var pair = attributes
    while let name = pair[0] {
      let value = UnsafeBufferPointer(start: pair[1], count: pair[1].map(terminatedCount) ?? 0)
      switch cache.use(of: name) {
      case .none: break
      case .kept(.href):
        let address =
          protectedAddresses == .decode
          ? ProtectedAddress.decoded(ofLink: value, orElse: { protectedAddress(in: attributes) })
          : nil
        if let address {
          (Array("mailto:".utf8) + address).withUnsafeBufferPointer {
            append(.href, $0, to: &elements)
          }
          meaning.address = (address, isCertain: meaning.address?.isCertain ?? false)
        } else {
          append(.href, value, to: &elements)
          meaning.add(.href, value, of: tag)
        }
      // The values of forms are long, and nobody asks for them.
      case .kept(.value) where tag != .li: break
      case .kept(let known):
        append(known, value, to: &elements)
        meaning.add(known, value, of: tag)
        unshown.read(known, value)
      case .hint(.protectedAddress) where protectedAddresses == .leave: break
      case .hint(let hint): meaning.add(hint, value, decoded: { Self.decoded(value) })
      }
      pair += 2
    }
    return meaning
  }

  /// The address that an element says it stands for.
  private mutating func protectedAddress(
    in attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  ) -> [UInt8]? {
    var pair = attributes
    while let name = pair[0] {
      if case .hint(.protectedAddress) = cache.use(of: name), let value = pair[1] {
        return ProtectedAddress.decoded(
          UnsafeBufferPointer(start: value, count: terminatedCount(value)))
      }
      pair += 2
    }
    return nil
  }

  /// Adds an attribute's value, with the references that were hidden from the parser.
  private func append(
    _ name: AttributeName, _ value: UnsafeBufferPointer<UInt8>, to elements: inout ElementArena
  ) {
    guard !value.isEmpty, memchr(value.baseAddress!, Int32(Preparation.cover), value.count) != nil
    else {
      elements.appendAttribute(name, value)
      return
    }
    Self.decoded(value).withUnsafeBufferPointer { elements.appendAttribute(name, $0) }
  }

  private static func decoded(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    CharacterReferences.standard.decoding(
      value.map { $0 == Preparation.cover ? UInt8(ascii: "&") : $0 })
  }
}
