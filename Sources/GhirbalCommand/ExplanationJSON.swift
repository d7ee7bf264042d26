import Ghirbal
import GhirbalContent
import GhirbalDocument
import GhirbalIO

extension PageExplanation {
  /// The schema of the object, which docs/explain.md describes.
  static let schema = "ghirbal/explain/1"
  private static let reasonCount = 5
  private static let callCount = 10

  /// The explanation as one JSON object, a line a block.
  var json: [UInt8] {
    let (allWords, keptWords) = wordCounts
    let calls = CloseCalls(blocks, count: Self.callCount)
    var json = JSONText()
    json.object { json in
      json.member("schema", Self.schema)
      json.member("path", page.record.source.path)
      json.member("format", page.record.source.format)
      json.key("summary")
      json.object {
        $0.member("blocks", blocks.count)
        $0.member("blocks_kept", keptBlockCount)
        $0.member("words", allWords)
        $0.member("words_kept", keptWords)
        for (name, change) in [("dropped", LedgerEntry.Change.drop), ("changed", .replace)] {
          $0.key(name)
          $0.object { json in
            for (reason, count) in counts(of: change).sorted(by: { $0.reason < $1.reason }) {
              json.member(reason, count)
            }
          }
        }
      }
      json.key("closest_calls")
      json.array { json in
        for call in calls.calls {
          json.object {
            $0.member("block", call.blocks.lowerBound)
            $0.member("blocks", call.blocks.count)
            $0.member("kept", call.isKept)
            $0.key("probability")
            $0.value(call.probability)
          }
        }
      }
      json.key("head")
      json.array { json in
        for entry in headEntries { json.object { entry.write(to: &$0) } }
      }
      json.key("blocks")
      json.array { json in
        for block in blocks {
          json.breakLine()
          json.object { write(block, to: &$0) }
        }
        if !blocks.isEmpty { json.newLine() }
      }
    }
    json.newLine()
    return json.utf8
  }

  private func write(_ block: ExplainedBlock, to json: inout JSONText) {
    json.member("block", block.id.index)
    json.member("text", block.text)
    json.member("kept", !block.isDropped)
    if block.verdict != nil, let own = judgement.probability(of: block.id) {
      json.key("probability")
      json.value(Double(own))
      if let whole = judgement.probabilityOfWhole(around: block.id) {
        json.key("probability_of_whole")
        json.value(Double(whole))
      }
      json.key("reasons")
      json.array { json in
        for reason in judgement.reasons(for: block.id, count: Self.reasonCount) {
          json.object {
            $0.member("feature", reason.name)
            $0.key("value")
            $0.value(Double(reason.value))
            $0.key("weight")
            $0.value(Double(reason.weight))
            $0.member("sentence", reason.sentence)
          }
        }
      }
    }
    json.key("edits")
    json.array { json in
      for entry in block.entries { json.object { entry.write(to: &$0) } }
    }
    json.key("words")
    json.array { json in
      for change in block.changes {
        json.object {
          $0.member("stage", change.stage)
          $0.member("reason", change.reason)
          $0.member("before", change.before)
          $0.member("after", change.after)
        }
      }
    }
  }
}

extension LedgerEntry {
  fileprivate func write(to json: inout JSONText) {
    json.member("stage", stage)
    json.member("reason", reason)
    if let rule { json.member("rule", rule) }
    json.member("change", change.rawValue)
    if let field { json.member("field", field.rawValue) }
    if change == .replace { json.member("before", before) }
    if let after { json.member("after", after) }
    json.key("confidence")
    json.value(confidence)
    json.member("others", others)
  }
}
