public import GhirbalIO

/// How far a run is, to be looked at while it goes on.
public final class RunProgress: Sendable {
  public struct Counts: Sendable {
    public var totals = Manifest.Totals()
    /// Pages whose earlier results still held.
    public var keptPages = 0
    /// Bytes of the input on the disk that were gone through.
    public var consumedBytes = 0
  }

  private let state = LockedValue(Counts())

  public init() {}

  public var counts: Counts { state.withLock(\.self) }

  func read(_ consumedBytes: Int) { state.withLock { $0.consumedBytes = consumedBytes } }

  func finish(_ row: Manifest.Row, isKept: Bool) {
    state.withLock {
      $0.totals.add(row)
      if isKept { $0.keptPages += 1 }
    }
  }
}
