import Foundation

/// The target that GHIRBAL_FUZZ names.
private let target = getenv("GHIRBAL_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

/// What libFuzzer calls, again and again.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target else { fatalError("GHIRBAL_FUZZ names no target") }
  target.take(start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? [])
  return 0
}
