import GhirbalDocument

/// The elements of a page that hold what its readers wrote below it.
///
/// Told by class, id and test id, by `itemprop="comment"` and by the item types Comment and
/// UserComments of schema.org. On a discussion page the posts may be marked so too: whether they are
/// the content there is for others to say.
struct CommentRegions {
  enum Place: UInt8 {
    case none
    case comments
    /// The form in which a reader answers.
    case replyForm
  }

  /// By element.
  private var places: [Place] = []

  init(_ document: Document) {
    let elements = document.elements
    let holdsTitle = Self.ancestorsOfTitles(elements)
    var marked = Self.marks.matches(in: elements)[...]
    places.reserveCapacity(elements.count)
    for index in 0..<elements.count {
      let element = ElementID(index)
      let parent = Int(elements.parents[index])
      var place = parent < 0 ? .none : places[parent]
      let isMarked = marked.first == element
      if isMarked { marked.removeFirst() }
      if place != .replyForm, !holdsTitle[index], elements.tags[index].isBlockLevel {
        place = Self.place(of: element, in: elements, inside: place, isMarked: isMarked)
      }
      places.append(place)
    }
  }

  /// Where a block stands.
  func place(of block: Block) -> Place { block.element.map { places[$0.index] } ?? .none }

  private static func place(
    of element: ElementID, in elements: ElementArena, inside parent: Place, isMarked: Bool
  ) -> Place {
    let tag = elements.tag(of: element)
    // A page, its main element or a link into the comments is not the comments.
    if tag == .html || tag == .body || tag == .main || tag == .head { return parent }
    let words = CommentWords.table.kinds(of: element, elements, besides: .other)
    guard parent == .comments || words.contains(.comments) || isMarked else {
      return .none
    }
    return tag == .form || words.contains(.form) ? .replyForm : .comments
  }

  /// What schema.org has for comments.
  private static let marks = SelectorList(
    valid: """
      [itemprop~=comment], [itemtype$='schema.org/Comment'], [itemtype$='schema.org/UserComments']
      """)

  /// By element: whether a first-level heading stands inside, so that it is no mere part of a page.
  private static func ancestorsOfTitles(_ elements: ElementArena) -> [Bool] {
    var holdsTitle = [Bool](repeating: false, count: elements.count)
    for index in 0..<elements.count where elements.tags[index] == .h1 {
      var ancestor = index
      while ancestor >= 0, !holdsTitle[ancestor] {
        holdsTitle[ancestor] = true
        ancestor = Int(elements.parents[ancestor])
      }
    }
    return holdsTitle
  }
}
