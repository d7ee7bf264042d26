import GhirbalDocument
import GhirbalText

extension DateReader.Order {
  /// The order in a page's language: day before month everywhere but in English, where nobody can tell.
  static func of(_ reading: PageReading) -> DateReader.Order {
    switch reading.document.language {
    case .persian, .pashto: return .persian
    case .english: return .unknown
    case .some: return .dayFirst
    case nil: break
    }
    // Nobody identified the language: letters that only Persian and its neighbours have, or no
    // letter beyond ASCII at all.
    var isASCII = true
    for entry in reading.entries.prefix(40) {
      let content = reading.document.utf8[entry.block.content]
      var last: UInt8 = 0
      for byte in content {
        if byte >= 0x80, !(0xE2...0xE2).contains(last) { isASCII = isASCII && byte == 0xE2 }
        // پ, چ, ژ, گ
        if last == 0xD9 && byte == 0xBE || last == 0xDA && (byte == 0x86 || byte == 0xAF)
          || last == 0xDA && byte == 0x98
        {
          return .persian
        }
        last = byte
      }
    }
    return isASCII ? .unknown : .dayFirst
  }

  /// English pages say by their region how they write dates in numbers.
  static func ofEnglish(_ language: String?) -> DateReader.Order {
    guard let language = language?.lowercased(), language.hasPrefix("en") else { return .unknown }
    let region = language.dropFirst(3)
    if region == "us" { return .monthFirst }
    return ["gb", "uk", "au", "nz", "ie", "in", "za"].contains(region) ? .dayFirst : .unknown
  }
}
