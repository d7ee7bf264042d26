/// Where text must be looked at because a scalar has a trait, as pairs of bytes.
enum TraitStops {
  /// The pairs of `traits`: made once for those that languages need, each time for options.
  static func of(_ traits: ScalarTraits) -> BytePairs {
    switch traits {
    case .always: always
    case persianTraits: persian
    case arabicTraits: arabic
    default: pairs(of: traits)
    }
  }

  private static let persianTraits: ScalarTraits = [.always, .arabicForm]
  private static let arabicTraits: ScalarTraits = [.always, .persianForm]
  private static let always = pairs(of: .always)
  private static let persian = pairs(of: persianTraits)
  private static let arabic = pairs(of: arabicTraits)

  private static func pairs(of traits: ScalarTraits) -> BytePairs {
    var pairs = BytePairs()
    pairs.insert((0...0x7F).filter { $0 == UInt8(ascii: "&") || !ScalarTraits.isPlain($0, traits) })
    pairs.insert(0xE0...0xFF)
    for lead in UInt8(0xC2)...0xDF {
      let tails = (UInt8(0x80)...0xBF).filter {
        !ScalarTraits.of(UInt32(lead & 0x1F) << 6 | UInt32($0 & 0x3F)).intersection(traits).isEmpty
      }
      if !tails.isEmpty { pairs.insert([lead], tails) }
    }
    return pairs
  }
}

extension ScalarTraits {
  /// Whether an ASCII byte has none of `traits`.
  fileprivate static func isPlain(_ byte: UInt8, _ traits: ScalarTraits) -> Bool {
    of(UInt32(byte)).intersection(traits).isEmpty
  }
}
