/// Writes the lines of a manifest. A row names what cleaned its page by the number of an identity, and
/// what was known of its site by a hash: else each site would be an identity more.
///
/// Identities are numbered from 1 in the order in which rows name them first, so that the same rows give
/// the same bytes, whatever was in the output before.
public struct ManifestWriter: Sendable {
  /// Those that a row has named so far.
  private var identities: [PipelineIdentity] = []

  public init() {}

  /// The lines of what the rows so far have named: a manifest begins with them.
  public var head: [UInt8] { identities.indices.flatMap(line(ofIdentity:)) }

  /// Whether what `journalLines` gave has all identities at its head, as a manifest has.
  public private(set) var hasHead = true
  private var hasLines = false

  public mutating func line(_ row: Manifest.Row) -> [UInt8] {
    row.jsonl(identity: row.pipeline.map { number(of: $0) })
  }

  /// The line of a row behind that of the identity that it is the first to name: for a file that can be
  /// read wherever it breaks off.
  public mutating func journalLines(_ row: Manifest.Row) -> [UInt8] {
    let named = identities.count
    let line = line(row)
    if hasLines, identities.count > named { hasHead = false }
    hasLines = true
    return identities.indices[named...].flatMap(self.line(ofIdentity:)) + line
  }

  private mutating func number(of identity: PipelineIdentity) -> Int {
    let identity = identity.withoutSite
    if let index = identities.firstIndex(of: identity) { return index + 1 }
    identities.append(identity)
    return identities.count
  }

  private func line(ofIdentity index: Int) -> [UInt8] {
    var json = JSONText()
    json.object {
      $0.member("identity", index + 1)
      $0.key("pipeline")
      $0.literal(identities[index].json)
    }
    json.endRecord()
    return json.utf8
  }
}
