import Foundation

/// Reads the lines of a manifest or a journal one after another.
struct ManifestReader {
  enum Line {
    case identity
    /// `identity` is the number that the row names; what it stands for, if a line before says so, is the
    /// row's `pipeline`.
    case page(Manifest.Row, identity: Int?)
    case totals(Manifest.Totals)
  }

  private var identities: [Int: PipelineIdentity] = [:]
  private let decoder: JSONDecoder

  init() {
    decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
  }

  /// Nil where the bytes are no line of a manifest.
  mutating func read(_ line: some Sequence<UInt8>) -> Line? {
    guard let members = try? decoder.decode(Members.self, from: Data(line)) else { return nil }
    if var row = members.row {
      row.pipeline = members.identity.flatMap { identities[$0] }
      row.pipeline?.profile = members.profile
      return .page(row, identity: members.identity)
    }
    if let totals = members.totals { return .totals(totals) }
    guard let number = members.identity, let pipeline = members.pipeline else { return nil }
    identities[number] = pipeline
    return .identity
  }

  /// What may stand in a line.
  private struct Members: Decodable {
    let identity: Int?
    let pipeline: PipelineIdentity?
    let row: Manifest.Row?
    let totals: Manifest.Totals?
    let profile: String?

    private enum Key: CodingKey { case identity, pipeline, path, totals, profile }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: Key.self)
      identity = try members.decodeIfPresent(Int.self, forKey: .identity)
      pipeline = try members.decodeIfPresent(PipelineIdentity.self, forKey: .pipeline)
      row = members.contains(.path) ? try Manifest.Row(from: decoder) : nil
      totals = try members.decodeIfPresent(Manifest.Totals.self, forKey: .totals)
      profile = try members.decodeIfPresent(String.self, forKey: .profile)
    }
  }
}
