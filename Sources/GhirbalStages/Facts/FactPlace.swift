import GhirbalDocument

/// Where a candidate stands to the page's title and text: features of all judges of facts.
enum FactPlace {
  static let names = [
    "is_in_body", "is_near", "is_head", "is_chrome", "is_below_other", "distance", "prose_before",
    "block_bytes", "link_density", "is_hidden", "is_in_heading", "is_in_list",
  ]

  private static let farthest = 60

  /// A value for each name.
  static func values(of candidate: FactCandidate, _ body: MarkupFacts) -> [Float] {
    guard let index = candidate.block, index < body.document.blocks.count else {
      return [Float](repeating: -1, count: names.count)
    }
    let block = body.document.blocks[index]
    let element = candidate.element ?? block.element
    let between = min(index, body.title)..<max(index, body.title)
    let prose = body.document.blocks[between].prefix(farthest * 2).count {
      $0.linkDensity < 0.5 && body.document.shape(of: $0).isProse
    }
    return [
      1, body.near.contains(index) ? 1 : 0, body.head.contains(index) ? 1 : 0,
      element.map(body.isInChrome) ?? false ? 1 : 0, body.belongsToAnother(index) ? 1 : 0,
      Float(max(-farthest, min(farthest, index - body.title))),
      Float(index < body.title ? -prose : prose), Float(min(2000, block.content.count)),
      Float(block.linkDensity), block.context.isDisjoint(with: MarkupFacts.hidden) ? 0 : 1,
      block.kind.isHeading ? 1 : 0, block.context.contains(.list) ? 1 : 0,
    ]
  }
}
