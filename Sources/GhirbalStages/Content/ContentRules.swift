import GhirbalDocument

/// What a person asks of the main content, over all that its markup and its text suggest.
///
/// For each block the first of these that says anything decides: the selectors, then the policies for
/// comments, for tables, for lists and for what markup names: captions, embedded posts, the standfirst.
struct ContentRules: Sendable {
  private let selectors: SelectorRules
  private let comments: CommentPolicy
  private let tables: RegionPolicy
  private let lists: RegionPolicy
  /// What is asked of regions that markup names; those that are judged left out.
  private let marked: [(kind: MarkedRegions.Kind, policy: RegionPolicy)]

  /// - Precondition: the options are valid.
  init(_ options: SelectMainContent.Options) {
    do throws(SelectorProblem) {
      selectors = try SelectorRules(keep: options.keep, drop: options.drop)
    } catch {
      preconditionFailure("the options of select_main_content were validated: \(error.problem)")
    }
    comments = options.comments
    tables = options.tables
    lists = options.lists
    marked = [
      (MarkedRegions.Kind.caption, options.captions), (.embed, options.embeds),
      (.standfirst, options.standfirst),
    ].filter { $0.1 != .auto }
  }

  /// The UTF-8 of all selectors together; more are refused. A page costs its elements times this:
  /// 4 s a megabyte in the worst case found, 128 selectors of 64 compounds on nothing but `<b>`.
  static let maxSelectorUTF8Count = 16 * 1024

  /// Throws for the first selector that cannot be read.
  static func validate(_ options: SelectMainContent.Options) throws(OptionProblem) {
    let count = (options.keep + options.drop).reduce(0) { $0 + $1.utf8.count }
    guard count <= maxSelectorUTF8Count else {
      throw OptionProblem(
        options.drop.isEmpty ? "keep" : "drop",
        "holds too much: all selectors together have at most \(maxSelectorUTF8Count) bytes")
    }
    for (option, selectors) in [("keep", options.keep), ("drop", options.drop)] {
      for selector in selectors {
        do throws(SelectorProblem) {
          _ = try SelectorList(selector)
        } catch {
          throw OptionProblem(
            option,
            "cannot be \"\(selector)\": at byte \(error.utf8Offset) \(error.problem)")
        }
      }
    }
  }

  /// The selectors, as the rules that a run warns of where they match nothing.
  static func writtenRules(_ options: SelectMainContent.Options) -> [WrittenRule] {
    [
      ("keep", SelectMainContent.Reason.selectedByRule, options.keep),
      ("drop", .droppedByRule, options.drop),
    ].flatMap { option, reason, selectors in
      selectors.map { WrittenRule(option: option, reason: reason.rawValue, text: $0) }
    }
  }

  /// The verdicts on a page's blocks.
  struct Verdicts {
    /// By block, dropped ones too; empty where nothing is asked.
    fileprivate var byBlock: [ForcedVerdict?] = []

    /// What was asked for a block; nil where it is to be judged.
    subscript(block: BlockID) -> ForcedVerdict? {
      byBlock.isEmpty ? nil : byBlock[block.index]
    }
  }

  func verdicts(for document: Document) -> Verdicts {
    var verdicts = Verdicts()
    let isKept = document.siteEvidence?.blocks.contains { $0.isKept } ?? false
    guard
      !selectors.isEmpty || comments != .auto || tables != .auto || lists != .auto || isKept
        || !marked.isEmpty
    else { return verdicts }
    verdicts.byBlock =
      selectors.isEmpty
      ? [ForcedVerdict?](repeating: nil, count: document.blocks.count)
      : selectors.verdicts(for: document)
    if comments != .auto { addComments(document, &verdicts) }
    if tables != .auto {
      add(.table, tables, ContainerRegions(.table, document), document, &verdicts)
    }
    if lists != .auto {
      add(.list, lists, ContainerRegions(.list, document), document, &verdicts)
    }
    for (kind, policy) in marked {
      add(kind.reason, policy, MarkedRegions(kind, document), document, &verdicts)
    }
    for block in document.blocks where verdicts.byBlock[block.id.index] == nil {
      verdicts.byBlock[block.id.index] = .ofSite(block.id, in: document)
    }
    return verdicts
  }

  private func addComments(_ document: Document, _ verdicts: inout Verdicts) {
    let regions = CommentRegions(document)
    for block in document.blocks where verdicts.byBlock[block.id.index] == nil {
      let place = regions.place(of: block)
      guard place != .none else { continue }
      if comments == .drop {
        verdicts.byBlock[block.id.index] = ForcedVerdict(standing: nil, reason: .comment)
      } else if place == .comments, block.context.isDisjoint(with: Self.noText) {
        verdicts.byBlock[block.id.index] =
          comments == .separate
          ? ForcedVerdict(standing: .setApart, reason: .separateComment)
          : ForcedVerdict(standing: .open, reason: .comment)
      }
    }
  }

  /// What stands among comments and is none of their text.
  private static let noText: BlockContext = [.hidden, .noscript, .button, .navigation]

  private func add(
    _ reason: SelectMainContent.Reason, _ policy: RegionPolicy, _ regions: some TextRegions,
    _ document: Document, _ verdicts: inout Verdicts
  ) {
    for block in document.blocks where verdicts.byBlock[block.id.index] == nil {
      let isAsked = policy == .drop ? regions.contains(block) : regions.containsAsText(block)
      if isAsked {
        verdicts.byBlock[block.id.index] = ForcedVerdict(
          standing: policy == .keep ? .open : nil, reason: reason)
      }
    }
  }
}
