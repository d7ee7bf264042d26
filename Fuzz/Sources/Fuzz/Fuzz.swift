import Foundation

/// Hands over to libFuzzer, which calls `testOneInput` again and again.
@main enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, testOneInput))
  }

  /// The target that GHIRBAL_FUZZ names.
  fileprivate static let target = getenv("GHIRBAL_FUZZ").flatMap {
    FuzzTarget(rawValue: String(cString: $0))
  }
}

/// libFuzzer's own (FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What libFuzzer calls; its own main asks for it by this name, though ours runs.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target = Fuzz.target else { fatalError("GHIRBAL_FUZZ names no target") }
  target.take(start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? [])
  return 0
}
