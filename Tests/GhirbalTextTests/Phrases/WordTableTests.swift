import GhirbalText
import Testing

@Suite struct WordTableTests {
  @Test func wordsAreFoundByTheirBytes() {
    let words = (0..<500).map { "word\($0)" } + ["پل", "", "wor", "word5x"]
    let table = WordTable(words)
    #expect(table.count == words.count)
    for (place, word) in words.enumerated() {
      #expect(table.place(of: Array(word.utf8)[...]) == place, "\(word)")
    }
    for word in ["word", "word500", "پ", "پلپل", "x"] { #expect(!table.contains(word), "\(word)") }
    #expect(!WordTable().contains(""))
  }

  @Test func aWordIsThereOnce() {
    var table = WordTable(["bridge", "river", "bridge"])
    #expect(table.count == 2)
    #expect(table.add(Array("river".utf8)[...]) == 1)
    // A slice's bytes count, wherever it begins.
    let text = Array("the river".utf8)
    #expect(table.place(of: text[4...]) == 1)
  }
}
