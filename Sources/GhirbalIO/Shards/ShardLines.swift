import Foundation

/// Reads lines of shards, forward: asked for places in ascending order it reads each shard once.
public struct ShardLines {
  private let folders: [String]
  private var shard = ""
  private var readers: [Reader] = []

  /// - Parameter output: The folder that the shards lie in, with what broken off runs left there.
  public init(in output: String) { folders = [output, output + "/" + ShardSeries.leftovers] }

  /// What stands at a place, with its line feed: one line, or several where runs that were broken off
  /// left other lines there; none where nothing can be read.
  public mutating func lines(at place: ShardPlace) -> [[UInt8]] {
    if place.shard != shard {
      shard = place.shard
      let plain = Compression.allCases.first { $0 != .none && place.shard.hasSuffix($0.suffix) }
        .map { String(place.shard.dropLast($0.suffix.count)) }
      readers = folders.flatMap { folder in
        [place.shard, plain].compactMap { $0.flatMap { Reader(folder + "/" + $0) } }
      }
    }
    return readers.compactMap { $0.line(place.line) }
  }

  private final class Reader {
    private let path: String
    private var input: DecodedInput
    private var next = 1

    init?(_ path: String) {
      guard let input = try? DecodedInput(path) else { return nil }
      self.path = path
      self.input = input
    }

    func line(_ number: Int) -> [UInt8]? {
      if number < next {
        guard let again = try? DecodedInput(path) else { return nil }
        input = again
        next = 1
      }
      while next < number {
        guard input.require(1) else { return nil }
        input.skipLine()
        next += 1
      }
      guard case .line(let line) = input.line(maxCount: .max) else { return nil }
      let bytes = Array(line) + [0x0A]
      input.consume(bytes.count)
      next += 1
      return bytes
    }
  }
}
