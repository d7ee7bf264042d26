import GhirbalText
import Testing

@Suite struct AddressDateTests {
  @Test(arguments: [
    ("https://example.org/2024/05/03/old-bridge", "2024-05-03"),
    ("https://example.org/news/2024/5/3/old-bridge.html", "2024-05-03"),
    ("https://example.org/2024-05-03-old-bridge", "2024-05-03"),
    ("https://example.org/a/20240503/old-bridge", "2024-05-03"),
    // The archive of a day, a month's folder, a version, an article's number.
    ("https://example.org/2024/05/03/", nil), ("https://example.org/2024/05/old-bridge", nil),
    ("https://example.org/v/10.4.2/guide", nil), ("https://example.org/12345678/old-bridge", nil),
    ("https://example.org/a?day=/2024/05/03/x", nil), ("/2024/05/03/old-bridge", nil),
  ]) func readsTheDayInAnAddress(_ address: String, _ day: String?) {
    #expect(AddressDate.day(in: address)?.iso8601 == day)
  }
}
