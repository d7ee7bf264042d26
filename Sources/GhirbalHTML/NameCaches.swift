import GhirbalDocument

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Counts the bytes before the zero that ends a C string.
func terminatedCount(_ string: UnsafePointer<UInt8>) -> Int {
  strlen(UnsafeRawPointer(string).assumingMemoryBound(to: CChar.self))
}

/// Remembers what a name means by its address: libxml2 keeps one copy of each name per page.
private struct AddressCache<Value> {
  private var addresses = [UInt](repeating: 0, count: 256)
  private var values: [Value]

  init(_ none: Value) { values = [Value](repeating: none, count: 256) }

  mutating func value(
    of name: UnsafePointer<UInt8>, _ lookUp: (UnsafePointer<UInt8>) -> Value
  ) -> Value {
    let address = UInt(bitPattern: name)
    let slot = Int(truncatingIfNeeded: (address >> 3) ^ (address >> 11)) & 255
    if addresses[slot] == address { return values[slot] }
    let value = lookUp(name)
    addresses[slot] = address
    values[slot] = value
    return value
  }
}

/// Tags by their names in one page.
struct TagCache {
  private var cache = AddressCache(Tag.other)

  mutating func tag(_ name: UnsafePointer<UInt8>) -> Tag {
    cache.value(of: name) { name in
      let bytes = UnsafeBufferPointer(start: name, count: terminatedCount(name))
      return Self.byName[String(decoding: bytes, as: UTF8.self).lowercased(), default: .other]
    }
  }

  private static let byName: [String: Tag] = Dictionary(
    uniqueKeysWithValues: Tag.allCases.map { ($0.name, $0) })
}

/// Attributes by their names in one page.
struct AttributeCache {
  enum Use {
    case none
    case kept(AttributeName)
    /// Read, but not kept in the arena.
    case hint(HintingAttribute)
  }

  private var cache = AddressCache(Use.none)

  mutating func use(of name: UnsafePointer<UInt8>) -> Use {
    cache.value(of: name) { name in
      let bytes = UnsafeBufferPointer(start: name, count: terminatedCount(name))
      return Self.byName[String(decoding: bytes, as: UTF8.self).lowercased(), default: .none]
    }
  }

  private static let byName: [String: Use] = Dictionary(
    uniqueKeysWithValues: AttributeName.allCases.filter { $0 != .none }.map { ($0.name, .kept($0)) }
      + HintingAttribute.allCases.map { ($0.name, .hint($0)) })
}

/// The parts of formulas that elements have, by their names in one page; nil for a mere row.
struct FormulaPartCache {
  private var cache = AddressCache(FormulaText.Part?.none)

  mutating func part(_ name: UnsafePointer<UInt8>) -> FormulaText.Part? {
    cache.value(of: name) { name in
      let bytes = UnsafeBufferPointer(start: name, count: terminatedCount(name))
      return FormulaText.Part.byName[String(decoding: bytes, as: UTF8.self).lowercased()]
    }
  }
}
