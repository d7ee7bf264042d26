/// The words of a page as hashes, block after block.
///
/// The lowest bit of a hash says whether the word is long enough to name a thing rather than to bind
/// words: at least five letters, or two ideographs, which are entered as a pair for the second.
struct PageWords {
  let hashes: Column<UInt32>
  /// Where each block's words start; one more than there are blocks.
  private let starts: Column<Int32>

  init(_ words: ScannedWords, _ memory: PageMemory) {
    hashes = memory.column(words.hashes)
    starts = memory.column(words.starts)
  }

  @inline(__always) func range(of block: Int) -> Range<Int> {
    Int(starts[block])..<Int(starts[block + 1])
  }

  @inline(__always) func of(_ block: Int) -> UnsafeBufferPointer<UInt32> {
    hashes[range(of: block)]
  }
}
