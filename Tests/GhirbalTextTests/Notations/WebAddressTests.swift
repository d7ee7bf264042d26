import GhirbalText
import Testing

@Suite struct WebAddressTests {
  static let rows: [(url: String, host: String?)] = [
    ("https://Example.COM/a?b", "example.com"), ("http://a.b:8080/", "a.b"),
    ("https://user:word@a.b/", "a.b"), ("https://[2001:DB8::1]:80/x", "[2001:db8::1]"),
    ("https://a.b?c=d@e", "a.b"), ("https://a.b#c@d", "a.b"), ("ftp://a.b", "a.b"),
    ("mailto:a@b.c", nil), ("//a.b/", nil), ("/a/b", nil), ("https:///a", nil), ("", nil),
  ]

  @Test(arguments: rows) func theHostIsRead(_ url: String, _ host: String?) {
    #expect(WebAddress.host(of: url) == host, "\(url)")
  }
}
