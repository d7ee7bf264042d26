import GhirbalDocument
import GhirbalText

/// Names and dates that the markup of a page's body says to be its text's: microdata, `rel`,
/// addresses of authors' pages, classes, `time`.
///
/// What stands in comments, lists of other texts and the like is left out, and so is what stands far
/// from the title: a page names many people and days.
struct MarkupFacts {
  struct Names {
    var names: [String]
    let element: ElementID
    /// Nil in the head.
    let block: Int?
    let source: FactCandidate.Source
    let rule: String
  }

  struct Day {
    let date: CivilDate
    let element: ElementID
    let source: FactCandidate.Source
    let rule: String
    /// Nil in the head.
    let block: Int?
    var isModified = false
    /// Whether something beside it says what kind of day it is.
    var isLabelled = false
    /// Where the date stands in a block; nil where an element gives it.
    var place: (block: BlockID, utf8Range: Range<Int>)?
  }

  let document: Document
  let elements: ElementArena
  let order: DateReader.Order
  /// The block of the title; where there is none, the first of the page.
  let title: Int
  let hasTitle: Bool
  /// The blocks that may hold facts of the text.
  let near: Range<Int>
  /// Those of them that stand above the text's second paragraph: a standfirst is one.
  let head: Range<Int>
  /// The blocks around the end of the text, where boxes about the author stand, none of them near.
  private let tail: Range<Int>
  /// The first heading below the title that leads elsewhere: what stands below it belongs to that.
  private var firstOther = Int.max

  /// How far above and below the title names and dates of the text stand, in blocks: 95 of 100 of
  /// those that agree with the labels of wcxb-dev.
  private static let blocksAbove = 12
  private static let blocksBelow = 24

  init(_ document: Document, title: BlockID?, order: DateReader.Order) {
    self.document = document
    elements = document.elements
    self.order = order
    self.title = title?.index ?? 0
    hasTitle = title != nil
    let below = title == nil ? 60 : Self.blocksBelow
    near =
      max(0, self.title - Self.blocksAbove)..<min(document.blocks.count, self.title + below)
    var proseCount = 0
    var end = min(near.upperBound, self.title + 1)
    while end < near.upperBound, proseCount < 2 {
      let block = document.blocks[end]
      if block.linkDensity < 0.5, document.shape(of: block).isProse {
        proseCount += 1
      }
      end += 1
    }
    head = near.lowerBound..<max(near.lowerBound, end)
    let last =
      document.blocks.lastIndex {
        $0.context.isDisjoint(with: Self.hidden) && $0.linkDensity < 0.5
          && document.shape(of: $0).isProse
      } ?? 0
    let start = max(near.upperBound, last)
    tail = start..<max(start, min(document.blocks.count, last + Self.blocksOfTail))
    firstOther =
      document.blocks[min(document.blocks.count, self.title + (hasTitle ? 1 : 0))...]
      .firstIndex {
        $0.kind.isHeading && $0.linkDensity >= 0.9 && !$0.content.isEmpty && !repeatsTitle($0)
      } ?? .max
  }

  private static let blocksOfTail = 12

  /// The blocks that are searched, near the title and around the end of the text.
  var looked: [Range<Int>] { [near, tail] }

  func isLooked(_ block: Int) -> Bool { near.contains(block) || tail.contains(block) }

  /// The block that an element begins in.
  func place(of element: ElementID) -> Int { Int(elements.firstBlocks[element.index]) }

  // MARK: Where

  /// What no name or day of the text stands in.
  static let hidden: BlockContext = [.navigation, .hidden, .dialog, .pageFooter]

  func isNear(_ element: ElementID) -> Bool {
    near.contains(Int(elements.firstBlocks[element.index]))
  }

  /// Whether an element stands in a region of its own that is no part of the text: comments, lists
  /// of other texts, navigation.
  func isInChrome(_ element: ElementID) -> Bool {
    var current: ElementID? = element
    while let inner = current {
      let first = Int(elements.firstBlocks[inner.index])
      let end = Int(elements.endBlocks[inner.index])
      // What the title stands in as well is the text, or the whole page.
      if inner != element,
        hasTitle ? first <= title && title < end : (end - first) * 2 > document.blocks.count
      {
        return false
      }
      switch elements.tag(of: inner) {
      case .nav, .footer, .body, .html: return elements.tag(of: inner) != .body
      default: break
      }
      if FactWords.table.kinds(of: inner, elements).contains(.region) { return true }
      current = elements.parent(of: inner)
    }
    return false
  }

  /// Whether an element stands in a region of comments, which the title does not stand in as well.
  func isInComments(_ element: ElementID) -> Bool {
    var current: ElementID? = element
    while let inner = current {
      if hasTitle, elements.blocks(in: inner).contains(title) { return false }
      if CommentWords.table.kinds(of: inner, elements, besides: .other).contains(.comments) {
        return true
      }
      current = elements.parent(of: inner)
    }
    return false
  }

  /// Whether a heading that leads elsewhere stands between the title and a block: then the block
  /// belongs to that.
  func belongsToAnother(_ block: Int) -> Bool { block > firstOther }

  /// Whether a heading is the title again, as forums set it over each post.
  private func repeatsTitle(_ heading: Block) -> Bool {
    guard hasTitle else { return false }
    let title = document.blocks[self.title].content
    guard heading.content.count >= title.count else { return false }
    return document.utf8[heading.content.upperBound - title.count..<heading.content.upperBound]
      .elementsEqual(document.utf8[title])
  }

  func isOwn(_ element: ElementID) -> Bool {
    isNear(element) && !belongsToAnother(Int(elements.firstBlocks[element.index]))
      && !isInChrome(element)
  }

  /// Whether a block near the title is no part of a region or text of its own.
  func isOwn(_ block: Block) -> Bool {
    guard let element = block.element else { return false }
    return !belongsToAnother(block.id.index) && !isInChrome(element)
  }

  /// The elements that start in some of the blocks, in document order.
  func elements(in blocks: Range<Int>) -> some Sequence<ElementID> {
    let starts = elements.firstBlocks
    func place(_ block: Int) -> Int {
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if Int(starts[middle]) < block { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return (place(blocks.lowerBound)..<place(blocks.upperBound)).lazy.map { ElementID($0) }
  }
}
