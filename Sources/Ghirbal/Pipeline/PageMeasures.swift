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

extension KeptPages {
  /// Why a page that has a text is not kept, and what exactly it has; nil for one that is.
  func refusal(of page: Pipeline.CleanPage) -> (reason: Reason, detail: String)? {
    if !languages.isEmpty {
      let language = page.document.language
      guard let language, languages.contains(language) else {
        return (.otherLanguage, language?.rawValue ?? "cannot be told")
      }
    }
    if let minWords {
      let words = page.document.wordCount
      if words < minWords { return (.fewWords, "\(words) of \(minWords)") }
    }
    if let maxRemovedShare {
      let share = page.removedShare
      if share > maxRemovedShare {
        return (.muchRemoved, "\((share * 1000).rounded() / 10)%")
      }
    }
    return nil
  }
}
