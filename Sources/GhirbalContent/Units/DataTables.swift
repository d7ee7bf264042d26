public import GhirbalDocument

/// Which tables of a page are data: rows of cells that say something together.
///
/// All others are there for layout: those that hold tables, have the role of mere presentation, long
/// texts in their cells, or headings where there are no two rows of two cells. Takes time linear in
/// elements and blocks.
public struct DataTables: Sendable {
  /// By element; empty where the page has no table.
  private var isData: [Bool] = []

  /// Mean UTF-8 of a table's blocks from which it is there for layout: as for single cells when a
  /// page is read.
  private static let maxMeanBlockUTF8Count = 160
  /// The same of its cells.
  private static let maxMeanCellUTF8Count = 320
  /// A cell this long that holds most of a table's text is a column of the page.
  private static let maxCellUTF8Count = 600
  /// WAI-ARIA 1.2: an element with one of these roles is no table.
  private static let presentation = ["presentation", "none"]

  public init(_ document: Document) { self.init(document, ShownText(document)) }

  init(_ document: Document, _ text: ShownText) {
    let elements = document.elements
    guard elements.tags.contains(.table) else { return }
    isData = [Bool](repeating: false, count: elements.count)
    var findings: [Finding] = []
    // By element: the number in `findings` of the nearest table around it, itself included.
    var nearest = [Int32](repeating: -1, count: elements.count)
    for index in 0..<elements.count {
      let parent = Int(elements.parents[index])
      let around = parent < 0 ? -1 : nearest[parent]
      nearest[index] = around
      switch elements.tags[index] {
      case .table:
        if around >= 0 { findings[Int(around)].isLayout = true }
        nearest[index] = Int32(findings.count)
        let role = elements.attribute(.role, of: ElementID(index))
        findings.append(
          Finding(element: index, isLayout: role.map(Self.presentation.contains) ?? false))
      case .tr where around >= 0: findings[Int(around)].endRow()
      case .td, .th:
        guard around >= 0, let shown = text.blocks(of: index) else { continue }
        findings[Int(around)].add(cellUTF8Count: text.utf8Count(of: shown))
      default: break
      }
    }
    for var finding in findings {
      finding.endRow()
      guard let shown = text.blocks(of: finding.element) else { continue }
      isData[finding.element] = finding.isData(shown, text)
    }
  }

  /// Whether an element is a table of data.
  public func contains(_ element: ElementID) -> Bool { !isData.isEmpty && isData[element.index] }

  private struct Finding {
    let element: Int
    var isLayout: Bool
    private var cellsInRow = 0
    private var rows = 0
    private var cells = 0
    private var utf8Count = 0
    private var longest = 0

    init(element: Int, isLayout: Bool) {
      self.element = element
      self.isLayout = isLayout
    }

    mutating func add(cellUTF8Count: Int) {
      cellsInRow += 1
      cells += 1
      utf8Count += cellUTF8Count
      longest = max(longest, cellUTF8Count)
    }

    mutating func endRow() {
      if cellsInRow >= 2 { rows += 1 }
      cellsInRow = 0
    }

    func isData(_ blocks: Range<Int>, _ text: ShownText) -> Bool {
      !isLayout && utf8Count <= maxMeanCellUTF8Count * cells
        && (rows >= 2 || text.headingCount(of: blocks) == 0)
        && text.utf8Count(of: blocks) <= maxMeanBlockUTF8Count * text.count(of: blocks)
        && (longest <= maxCellUTF8Count || 2 * longest <= utf8Count)
    }
  }
}

/// Sums over a page's shown blocks, so that a sum over any run of blocks is one subtraction.
struct ShownText {
  static let unseen: BlockContext = [.hidden, .noscript]

  private let elements: ElementArena
  /// UTF-8 and number of the shown blocks before each, and of those that are headings.
  private var utf8Before: [Int32] = [0]
  private var countBefore: [Int32] = [0]
  private var headingsBefore: [Int32] = [0]

  init(_ document: Document) {
    elements = document.elements
    utf8Before.reserveCapacity(document.blocks.count + 1)
    countBefore.reserveCapacity(document.blocks.count + 1)
    headingsBefore.reserveCapacity(document.blocks.count + 1)
    var utf8Count: Int32 = 0
    var count: Int32 = 0
    var headings: Int32 = 0
    for block in document.blocks {
      if block.context.isDisjoint(with: Self.unseen) {
        utf8Count += Int32(block.content.count)
        count += 1
        if block.kind.isHeading { headings += 1 }
      }
      utf8Before.append(utf8Count)
      countBefore.append(count)
      headingsBefore.append(headings)
    }
  }

  /// The blocks inside an element; nil where none of them is shown.
  func blocks(of element: Int) -> Range<Int>? {
    let first = Int(elements.firstBlocks[element])
    let end = Int(elements.endBlocks[element])
    return end > first && countBefore[end] > countBefore[first] ? first..<end : nil
  }

  func utf8Count(of blocks: Range<Int>) -> Int {
    Int(utf8Before[blocks.upperBound] - utf8Before[blocks.lowerBound])
  }

  func count(of blocks: Range<Int>) -> Int {
    Int(countBefore[blocks.upperBound] - countBefore[blocks.lowerBound])
  }

  func headingCount(of blocks: Range<Int>) -> Int {
    Int(headingsBefore[blocks.upperBound] - headingsBefore[blocks.lowerBound])
  }
}
