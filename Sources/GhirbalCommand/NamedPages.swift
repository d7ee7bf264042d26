import Foundation
import GhirbalIO

/// The pages that several arguments name for one output.
struct NamedPages {
  /// Each file once.
  let pages: [PageLocation]
  /// Two pages of different arguments whose results cannot both be there; nil for nearly all calls.
  ///
  /// What collides inside one folder is a row of the manifest, as in a run over that folder.
  let twins: (PageLocation, PageLocation)?

  /// - Parameter named: The pages of each argument.
  init(_ named: [[PageLocation]]) {
    var files: [String: Set<FileIdentity>] = [:]
    let named = named.map { locations in
      locations.filter { location in
        guard let identity = FileIdentity(location.file) else { return true }
        return files[location.path, default: []].insert(identity).inserted
      }
    }
    pages = named.flatMap(\.self)
    twins = named.count < 2 ? nil : Self.twins(named, pages)
  }

  private static func twins(
    _ named: [[PageLocation]], _ pages: [PageLocation]
  ) -> (PageLocation, PageLocation)? {
    let known = Set(named.flatMap(collisions).map(\.file))
    guard let page = collisions(pages).first(where: { !known.contains($0.file) }) else {
      return nil
    }
    let other = pages.first { other in
      other.file != page.file
        && PageLocation.sorted([other, page].map(\.unclaimed)).contains { $0.fault != nil }
    }
    return other.map { ($0, page) }
  }

  /// Two files of a list that have one name, since absolute names lose their root; nil for nearly all
  /// lists.
  static func namesakes(_ listed: [PageLocation]) -> (PageLocation, PageLocation)? {
    guard Set(listed.map(\.origin)).count > 1 else { return nil }
    var first: [String: PageLocation] = [:]
    for page in listed {
      guard let other = first.updateValue(page, forKey: page.path), other.origin != page.origin
      else { continue }
      if FileIdentity(other.file) != FileIdentity(page.file) { return (other, page) }
    }
    return nil
  }

  private static func collisions(_ pages: [PageLocation]) -> [PageLocation] {
    PageLocation.sorted(pages).filter { $0.fault?.reason == .nameCollision }
  }

  /// What a file is, whatever its name.
  private struct FileIdentity: Hashable {
    private let device: UInt64
    private let number: UInt64

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }
}

extension PageLocation {
  /// The same place without what was found wrong with it.
  fileprivate var unclaimed: PageLocation { PageLocation(file: file, path: path) }
}
