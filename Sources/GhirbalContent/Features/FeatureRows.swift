import GhirbalDocument

/// What the features of a page's blocks are computed from, for as many blocks at a time as are wanted.
struct FeatureRows {
  private let page: PageStatistics
  private let text: TextFeatures
  private let place: PlaceFeatures
  private let region: RegionFeatures
  private let level: LevelFeatures
  private let repetition: RepetitionFeatures
  private let neighbour: NeighbourFeatures
  private let container: ContainerFeatures
  private let landmark: LandmarkFeatures
  private let title: TitleFeatures
  private let image: ImageFeatures
  private let record: RecordFeatures
  private let run: RunFeatures
  private let section: SectionFeatures
  private let comment: CommentFeatures
  private let whole: PageFeatures

  /// Nil where the document has no block.
  /// - Precondition: each block of the document has an element.
  init?(_ document: Document) {
    guard !document.blocks.isEmpty else { return nil }
    page = PageStatistics(document)
    container = ContainerFeatures(page)
    comment = CommentFeatures(page)
    text = TextFeatures(page)
    place = PlaceFeatures(page)
    region = RegionFeatures(page)
    level = LevelFeatures(page)
    repetition = RepetitionFeatures(page)
    neighbour = NeighbourFeatures(page)
    landmark = LandmarkFeatures(page, firstMainBlock: container.mainBlocks[0])
    title = TitleFeatures(page, firstMainBlock: container.mainBlocks[0])
    image = ImageFeatures(page)
    record = RecordFeatures(page)
    run = RunFeatures(page)
    section = SectionFeatures(page)
    whole = PageFeatures(page, container)
  }

  static let names: [String] =
    TextFeatures.names + PlaceFeatures.names + RegionFeatures.names + LevelFeatures.names
    + RepetitionFeatures.names + NeighbourFeatures.names + ContainerFeatures.names
    + LandmarkFeatures.names + TitleFeatures.names + ImageFeatures.names + RecordFeatures.names
    + RunFeatures.names + SectionFeatures.names + CommentFeatures.names + PageFeatures.names

  /// How many blocks the page has, one at least.
  var count: Int { page.count }

  /// Words as the decision counts them, by block.
  var tokenCounts: [Int] {
    withExtendedLifetime(page) { page.texts.indices.map { page.texts[$0].tokens } }
  }

  /// Whether each block ends like a sentence.
  var endsSentence: [Bool] {
    withExtendedLifetime(page) {
      page.texts.indices.map { page.texts[$0].signs.contains(.endsSentence) }
    }
  }

  /// Whether each block stands among readers' comments or reviews.
  var isComment: [Bool] { comment.flags }

  /// Whether the page is a discussion, whose comments are the content.
  var isDiscussion: Bool { page.isDiscussion }

  /// By block, a number from 0 on for the tags and classes of the elements that what is judged with it stands in: the
  /// same for the same part of each post of a thread.
  func alike(_ units: Units) -> [Int] {
    withExtendedLifetime(page) {
      let elements = page.elements
      var paths = [UInt64](repeating: 0, count: elements.parents.count)
      for element in paths.indices {
        let parent = Int(elements.parents[element])
        let above = parent < 0 ? 0 : paths[parent]
        let path = (above ^ UInt64(elements.signatures[element])) &* 0x9E37_79B9_7F4A_7C15
        paths[element] = path ^ path >> 29
      }
      var places: [UInt64: Int] = [:]
      return (0..<count).map { block in
        let path = paths[units[BlockID(block)]?.element.index ?? Int(page.owners[block])]
        if let place = places[path] { return place }
        places[path] = places.count
        return places.count - 1
      }
    }
  }

  /// The rows of some blocks, end to end, a value for each name.
  func values(of blocks: Range<Int>) -> [Float] {
    // Columns live as long as the page's statistics.
    withExtendedLifetime(page) {
      FeatureWriter.values(of: blocks, width: Self.names.count) { writer in
        writer.write(text)
        writer.write(place)
        writer.write(region)
        writer.write(level)
        writer.write(repetition)
        writer.write(neighbour)
        writer.write(container)
        writer.write(landmark)
        writer.write(title)
        writer.write(image)
        writer.write(record)
        writer.write(run)
        writer.write(section)
        writer.write(comment)
        writer.write(whole)
      }
    }
  }
}
