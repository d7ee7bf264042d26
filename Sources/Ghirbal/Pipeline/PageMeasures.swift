import GhirbalDocument
import GhirbalText

extension Document {
  /// Words of the text that is left.
  var wordCount: Int {
    liveBlocks.reduce(0) { count, block in
      count + withContent(of: block) { TextLength($0).wordCount }
    }
  }
}

extension Pipeline.CleanPage {
  /// How much of the page's text went, in bytes of its blocks: 0...1.
  var removedShare: Double {
    let before = rawByteCount
    let after = raw.blocks.reduce(0) {
      $0 + (document[$1.id].isDropped ? 0 : $1.content.count)
    }
    return before == 0 ? 0 : Double(before - after) / Double(before)
  }

  /// Bytes of the page's text before anything went.
  var rawByteCount: Int { raw.blocks.reduce(0) { $0 + $1.content.count } }
}
