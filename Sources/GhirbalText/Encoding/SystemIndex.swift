#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The code tables of the system's `iconv`: the one place where pointers are handled.
enum SystemIndex {
  /// The scalar each of `count` byte sequences stands for in the encoding `iconv` knows by `name`.
  ///
  /// 0 where a sequence stands for nothing or for more than one scalar; nil where the system does not
  /// have the encoding.
  static func scalars(named name: String, count: Int, sequence: (Int) -> [UInt8]) -> [UInt32]? {
    // POSIX: failure is (iconv_t)-1.
    guard let converter = iconv_open("UTF-32LE", name), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    var scalars: [UInt32] = []
    scalars.reserveCapacity(count)
    for index in 0..<count {
      var input = sequence(index).map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 16)
      let written = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          convert(converter, input, output)
        }
      }
      scalars.append(
        written == 4
          ? output[0..<4].reversed().reduce(0) { $0 << 8 | UInt32(UInt8(bitPattern: $1)) } : 0)
    }
    return scalars
  }

  /// The number of bytes that all of `input` becomes; nil where some of it is invalid.
  private static func convert(
    _ converter: iconv_t, _ input: UnsafeMutableBufferPointer<CChar>,
    _ output: UnsafeMutableBufferPointer<CChar>
  ) -> Int? {
    iconv(converter, nil, nil, nil, nil)
    var source = input.baseAddress
    var sourceLeft = input.count
    var target = output.baseAddress
    var targetLeft = output.count
    guard iconv(converter, &source, &sourceLeft, &target, &targetLeft) != -1, sourceLeft == 0
    else { return nil }
    // Some converters hold a letter back to see whether a mark follows it.
    guard iconv(converter, nil, nil, &target, &targetLeft) != -1 else { return nil }
    return output.count - targetLeft
  }
}
