/// A line of a shard.
public struct ShardPlace: Sendable, Equatable {
  public let shard: String
  /// From 1 on.
  public let line: Int

  public init(shard: String, line: Int) {
    self.shard = shard
    self.line = line
  }
}
