import Foundation
import GhirbalIO

/// The runs in an output since it had a manifest, all of which were broken off: they may have written
/// results that no row names.
struct UnfinishedRuns: Sendable, Codable {
  private(set) var origins: [String?] = []
  private(set) var pipelines: [PipelineIdentity] = []

  /// Reads what the last run said.
  init(in output: String) {
    guard let bytes = try? AtomicFile.read(output + "/" + RunJournal.earlier, maxBytes: 1 << 20),
      let line = bytes.split(separator: 0x0A, maxSplits: 1).first,
      let runs = try? JSONDecoder().decode(Self.self, from: Data(line))
    else { return }
    self = runs
  }

  /// The input of all of them; nil where it is not one.
  var origin: String? { origins.count == 1 ? origins[0] : nil }
  /// What cleaned the pages of all of them; nil where it is not one, as with profiles, which are another
  /// one for each site.
  var pipeline: PipelineIdentity? {
    pipelines.count == 1 && pipelines[0].profile == nil ? pipelines[0] : nil
  }

  func adding(_ origins: Set<String?>, _ pipeline: PipelineIdentity) -> UnfinishedRuns {
    var runs = self
    runs.origins = origins.union(self.origins).sorted { ($0 ?? "") < ($1 ?? "") }
    if !pipelines.contains(pipeline) { runs.pipelines.append(pipeline) }
    return runs
  }

  /// They as a line of JSON.
  var line: [UInt8] {
    // What was just made of texts is JSON.
    let json = (try? JSONEncoder().encode(self)).map { [UInt8]($0) } ?? []
    return json + [0x0A]
  }
}
