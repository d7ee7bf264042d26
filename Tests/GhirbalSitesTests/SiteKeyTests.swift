import GhirbalSites
import Testing

/// A page's site is told by its address or its folder.
@Suite struct SiteKeyTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let key: SiteKey
    let url: String?
    var path = "a/b.html"
    let site: String?
    var testDescription: String { "\(key) of \(url ?? path)" }
  }

  @Test(arguments: [
    Row(key: .host, url: "https://www.Example.org/a", site: "example.org"),
    Row(key: .host, url: "https://shop.example.org:8080/", site: "shop.example.org"),
    Row(key: .host, url: "https://www.org/", site: "www.org"),
    Row(key: .host, url: "https://example.org./", site: "example.org"),
    Row(key: .host, url: nil, site: nil),
    Row(key: .host, url: "not an address", site: nil),
    Row(key: .domain, url: "https://news.example.co.uk/", site: "example.co.uk"),
    Row(key: .domain, url: "https://a.b.example.com/", site: "example.com"),
    Row(key: .domain, url: "https://lenn.github.io/", site: "lenn.github.io"),
    Row(key: .domain, url: "https://co.uk/", site: "co.uk"),
    // Rules with * and !, and names that no rule fits.
    Row(key: .domain, url: "https://a.b.c.ck/", site: "b.c.ck"),
    Row(key: .domain, url: "https://a.www.ck/", site: "www.ck"),
    Row(key: .domain, url: "https://a.b.invalid/", site: "b.invalid"),
    Row(key: .domain, url: "http://192.0.2.7/", site: "192.0.2.7"),
    Row(key: .path1, url: "https://www.example.org/~ada/notes/a.html", site: "example.org/~ada"),
    Row(key: .path2, url: "https://example.org//~ada/notes/", site: "example.org/~ada/notes"),
    Row(key: .path2, url: "https://example.org/~ada/a%20b?c=/d/e/", site: "example.org/~ada"),
    Row(key: .path3, url: "https://example.org/a/b/c/d", site: "example.org/a/b/c"),
    Row(key: .path1, url: "https://example.org/\u{641}\u{627}/a", site: "example.org/%D9%81%D8%A7"),
    Row(key: .path1, url: "https://example.org", site: "example.org"),
    Row(key: .path1, url: "https://example.org/page", site: "example.org"),
    Row(key: .path1, url: nil, site: nil),
    Row(key: .folder, url: "https://example.org/", path: "lenn/2024/a.html", site: "lenn"),
    Row(key: .folder, url: nil, path: "a.html", site: nil),
  ])
  func isTold(_ row: Row) {
    #expect(row.key.site(url: row.url, path: row.path) == row.site)
  }
}
