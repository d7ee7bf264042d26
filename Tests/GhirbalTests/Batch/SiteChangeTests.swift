import Foundation
import GhirbalIO
import TestSupport
import Testing

@testable import Ghirbal

/// What another profile makes stale: the pages of the sites of which it says something else, and no others.
@Suite(.serialized) struct SiteChangeTests {
  private static let sites = ["lenn", "marn", "sund"]
  private static let pagesPerSite = 5

  private static func slogan(_ site: String) -> String {
    "A weekly of \(site) that arrives by boat is never late, it is only ahead of the next one."
  }

  private static func page(_ number: Int, of site: String) -> String {
    let name = ["ferry", "bridge", "mill", "harbour", "market"][number]
    return """
      <title>The \(name)</title><div><p>\(site) Weekly, on paper since 1911</p></div>
      <h1>The \(name) opens again</h1>
      <p>The \(name) of \(site) was closed for \(number + 2) weeks, and on Friday the mayor opened it for the \(name) guild.</p>
      <p>Nobody at the \(name) could say how long it would stay open, since the wind had turned to the north-\(name).</p>
      <div><p>\(slogan(site))</p></div>
      """
  }

  private static func write(_ text: String, _ path: String) throws {
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  /// Every file of an output, hidden ones too.
  private static func tree(_ folder: String) throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if !isFolder.boolValue { tree[name] = try AtomicFile.read(path) }
    }
    return tree
  }

  /// A folder with pages of three sites, a pipeline.yml, and the profile of each as it stands in a file.
  private static func withSites(
    _ body: (_ folder: String, _ profiles: [String: String]) throws -> Void
  ) throws {
    try TemporaryFolder.with { folder in
      try write(
        "input: raw\noutput: clean\nprofile: sites.ghirbal\n", folder + "/pipeline.yml")
      for site in sites {
        try AtomicFile.makeFolder(folder + "/raw")
        try AtomicFile.makeFolder(folder + "/raw/" + site)
        for number in 0..<pagesPerSite {
          try write(page(number, of: site), "\(folder)/raw/\(site)/\(number).html")
        }
      }
      let learn = ["learn", "--site", "folder", "-q", "-o", "sites.ghirbal", "raw"]
      #expect(try GhirbalProcess(learn, in: folder).status == 0)
      let file = String(decoding: try AtomicFile.read(folder + "/sites.ghirbal"), as: UTF8.self)
      let parts = file.split(separator: "\n\n").dropFirst().dropLast()
      try #require(parts.count == sites.count)
      try body(
        folder, Dictionary(uniqueKeysWithValues: zip(sites, parts.lazy.map(String.init))))
    }
  }

  private static func writeProfile(_ sites: [String], _ folder: String) throws {
    try write(
      (["ghirbal-sites\t1\tfolder"] + sites + ["end\n"]).joined(separator: "\n\n"),
      folder + "/sites.ghirbal")
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let before: [String]
    let after: [String]
    /// Of these of `after` a text is kept that was not.
    var kept: [String] = []
    /// The sites whose pages are made again.
    let stale: [String]
    var results = "files"
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "nothing changes", before: sites, after: sites, stale: []),
    Row(label: "other order", before: sites, after: sites.reversed(), stale: []),
    Row(label: "a text is kept", before: sites, after: sites, kept: ["marn"], stale: ["marn"]),
    Row(
      label: "a text is kept, in shards", before: sites, after: sites, kept: ["marn"],
      stale: ["marn"], results: "jsonl"),
    Row(label: "a site comes", before: ["lenn", "sund"], after: sites, stale: ["marn"]),
    Row(label: "a site goes", before: sites, after: ["marn", "sund"], stale: ["lenn"]),
    Row(label: "all go", before: ["lenn"], after: [], stale: ["lenn"]),
  ]

  @Test(arguments: rows) func onlyPagesOfChangedSitesAreMadeAgain(_ row: Row) throws {
    try Self.withSites { folder, profiles in
      try Self.writeProfile(row.before.compactMap { profiles[$0] }, folder)
      let run = ["run", "--resume", "--no-isolation", "--to", row.results]
      #expect(try GhirbalProcess(run, in: folder).status == 0)
      let changed = try row.after.map { site in
        let profile = try #require(profiles[site])
        guard row.kept.contains(site) else { return profile }
        let head = try #require(profile.firstIndex(of: "\n"))
        return profile[..<head] + "\nkeep\t\(Self.slogan(site))" + profile[head...]
      }
      try Self.writeProfile(changed, folder)
      let isStale = !row.stale.isEmpty
      if row.results == "files" {
        for command in ["diff", "check"] {
          let select = command == "check" ? ["--select", "GB1"] : []
          let process = try GhirbalProcess([command] + select, in: folder)
          #expect(process.status == (isStale ? 1 : 0), "\(command): \(process.text)")
        }
      }
      let again = try GhirbalProcess(run, in: folder)
      let keptCount = (Self.sites.count - row.stale.count) * Self.pagesPerSite
      #expect(
        again.errors.contains("15 pages (\(keptCount) as they were): 15 ok"), "\(again.errors)")
      let resumed = try Self.tree(folder + "/clean")
      #expect(try GhirbalProcess(["verify"], in: folder).status == 0)
      try FileManager.default.removeItem(atPath: folder + "/clean")
      #expect(try GhirbalProcess(run, in: folder).status == 0)
      #expect(try Self.tree(folder + "/clean") == resumed)
    }
  }

  @Test func eachRowSaysWhatWasKnownOfItsSite() throws {
    try Self.withSites { folder, profiles in
      try Self.writeProfile(["lenn", "marn"].compactMap { profiles[$0] }, folder)
      #expect(try GhirbalProcess(["run", "-q"], in: folder).status == 0)
      let bytes = try AtomicFile.read(folder + "/clean/manifest.jsonl")
      let rows = try Manifest(jsonl: bytes).rows
      let hashes = Dictionary(grouping: rows) { $0.path.prefix(4) }
        .mapValues { Set($0.map(\.pipeline?.profile)) }
      let expected = profiles.mapValues { Array(($0 + "\n").utf8).sha256 }
      #expect(hashes == ["lenn": [expected["lenn"]], "marn": [expected["marn"]], "sund": [nil]])
      // Sites are no identities.
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.split(separator: "\n").count { $0.hasPrefix("{\"identity\"") } == 1)
      let page = try GhirbalProcess(
        ["clean", "--to", "jsonl", "--provenance", "raw"], in: folder)
      let alone = page.text.split(separator: "\n")
      #expect(alone.count { $0.contains("\"profile\":\"") } == 10)
    }
  }
}
