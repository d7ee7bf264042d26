import Foundation

/// By what pages are told to be of one site.
public enum SiteKey: String, Sendable, CaseIterable {
  /// The host of the page's address, without `www.` before it.
  case host
  /// The domain that somebody registered, by the public suffix list: `news.example.co.uk` and
  /// `shop.example.co.uk` are `example.co.uk`.
  case domain
  /// The host and up to so many first folders of the address: `example.org/~ada` and `example.org/~ben` are two
  /// sites by one.
  case path1 = "path:1"
  case path2 = "path:2"
  case path3 = "path:3"
  /// The first folder of the page's path.
  case folder

  /// The site of a page; nil where its address or path says none.
  public func site(url: String?, path: String) -> String? {
    switch self {
    case .host: Self.host(url)
    case .domain: Self.host(url).flatMap { PublicSuffixes.builtIn.registeredDomain(of: $0) ?? $0 }
    case .path1: Self.host(url, folders: 1)
    case .path2: Self.host(url, folders: 2)
    case .path3: Self.host(url, folders: 3)
    case .folder: Self.folder(path)
    }
  }

  private static func host(_ url: String?) -> String? {
    guard let url, let host = URLComponents(string: url)?.encodedHost?.lowercased() else {
      return nil
    }
    var name = host[...]
    while name.hasSuffix(".") { name.removeLast() }
    if name.hasPrefix("www."), name.dropFirst(4).contains(".") { name.removeFirst(4) }
    return name.isEmpty || name.contains(where: { $0.isWhitespace }) ? nil : String(name)
  }

  /// The host with the first folders of the path behind it, as they are percent-encoded; a page that lies
  /// higher has fewer.
  private static func host(_ url: String?, folders count: Int) -> String? {
    guard let url, let host = host(url), let address = URLComponents(string: url) else {
      return nil
    }
    // Behind the last slash stands the page.
    let folders = address.percentEncodedPath.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().filter { !$0.isEmpty }.prefix(count)
    return ([host] + folders.map(String.init)).joined(separator: "/")
  }

  private static func folder(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count > 1, parts[0].unicodeScalars.allSatisfy({ !$0.actsOnLines }) else {
      return nil
    }
    return String(parts[0])
  }
}
