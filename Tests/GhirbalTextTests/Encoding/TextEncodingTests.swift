import GhirbalText
import Testing

/// A label and the encoding it names, if it names one.
private let labels: [(label: String, name: String?)] = [
  ("utf-8", "UTF-8"), ("UTF8", "UTF-8"), (" \tutf-8\n", "UTF-8"), ("unicode-1-1-utf-8", "UTF-8"),
  ("iso-8859-1", "windows-1252"), ("ascii", "windows-1252"), ("Latin1", "windows-1252"),
  ("iso-8859-9", "windows-1254"), ("tis-620", "windows-874"), ("gb2312", "GBK"),
  ("cp1256", "windows-1256"), ("x-cp1256", "windows-1256"), ("Windows1256", "windows-1256"),
  ("asmo-708", "ISO-8859-6"), ("arabic", "ISO-8859-6"), ("logical", "ISO-8859-8-I"),
  ("ks_c_5601-1987", "EUC-KR"), ("windows-31j", "Shift_JIS"), ("utf-16", "UTF-16LE"),
  ("unicodefffe", "UTF-16BE"), ("hz-gb-2312", "replacement"), ("x-user-defined", "x-user-defined"),
  ("", nil), (" ", nil), ("utf-7", nil), ("utf 8", nil), ("utf-8 utf-8", nil),
  ("windows-1259", nil), ("\u{A0}utf-8", nil), ("\u{0B}utf-8", nil),
  ("utf-8utf-8utf-8utf-8utf-8utf-8utf-8utf-8", nil),
]

@Suite struct TextEncodingTests {
  @Test(arguments: labels.indices) func labelsNameEncodings(_ index: Int) {
    #expect(TextEncoding(label: labels[index].label)?.name == labels[index].name)
  }

  @Test(arguments: TextEncoding.all) func anEncodingIsNamedByItsName(_ encoding: TextEncoding) {
    #expect(TextEncoding(label: encoding.name) == encoding)
    #expect(TextEncoding(label: encoding.name.uppercased()) == encoding)
  }

  @Test func thereAreFortyEncodings() {
    #expect(TextEncoding.all.count == 40)
    #expect(Set(TextEncoding.all.map(\.name)).count == 40)
  }
}
