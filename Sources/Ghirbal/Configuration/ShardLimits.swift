import GhirbalIO

extension ShardLimits: ConfigurationSection {
  static let keys: [ConfigurationKey<ShardLimits>] = [
    ConfigurationKey(
      "max_pages", \.maxPages, .optional(.count(1...1_000_000_000)), "lines of a shard"),
    ConfigurationKey(
      "max_bytes", \.maxBytes, .count(1...(1 << 40)),
      "bytes of a shard before compression; a line that is longer has a shard for itself"),
  ]
}
