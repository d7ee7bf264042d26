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

  /// - Parameters:
  ///   - named: The pages of each argument.
  ///   - format: The form of their texts.
  init(_ named: [[PageLocation]], _ format: OutputFormat) {
    var files: [String: Set<FileIdentity>] = [:]
    let named = named.map { locations in
      locations.filter { location in
        guard let identity = FileIdentity(location.file) else { return true }
        return files[location.path, default: []].insert(identity).inserted
      }
    }
    pages = named.flatMap(\.self)
    twins = named.count < 2 ? nil : Self.twins(named, pages, .exact.writing(format))
  }

  private static func twins(
    _ named: [[PageLocation]], _ pages: [PageLocation], _ names: NameRule
  ) -> (PageLocation, PageLocation)? {
    let known = Set(named.flatMap { collisions($0, names) }.map(\.file))
    guard let page = collisions(pages, names).first(where: { !known.contains($0.file) }) else {
      return nil
    }
    let other = pages.first { other in
      other.file != page.file
        && PageLocation.sorted([other, page].map(\.unclaimed), names: names).contains {
          $0.fault != nil
        }
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

  private static func collisions(_ pages: [PageLocation], _ names: NameRule) -> [PageLocation] {
    PageLocation.sorted(pages, names: names).filter { $0.fault?.reason == .nameCollision }
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
