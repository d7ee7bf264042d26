public import GhirbalDocument

/// Tells pages whose text a script would have put there: what is left is a frame, a note that scripts
/// are off, a spinner.
public enum ScriptShell {
  /// The name of the flag in a page's record.
  public static let flag = "script_shell"

  /// Raw bytes of shown text up to which a page may be a shell. The shells among 1,497 pages had at
  /// most XX, the shortest pages with content YY.
  static let maxShownBytes = 200
  /// Raw bytes of text for browsers without scripts, or hidden, from which the page is no shell:
  /// Discourse writes whole threads into `noscript`.
  static let maxUnseenBytes = 1000
  /// Raw bytes of scripts from which they may build a page.
  static let minScriptBytes = 2000

  /// Whether the page is a shell. Looks at dropped blocks too, so the answer is the same before and
  /// after stages.
  public static func isOne(_ document: Document) -> Bool {
    guard document.format == .html else { return false }
    var shown = 0
    var unseen = 0
    for block in document.blocks {
      let count = block.sourceBytes.count
      if block.context.isDisjoint(with: unseenContexts) {
        shown += count
        guard shown <= maxShownBytes else { return false }
      } else {
        unseen += count
        guard unseen <= maxUnseenBytes else { return false }
      }
    }
    return hasMount(document.elements) || asksForScripts(document) || runsScripts(document.elements)
  }

  private static let unseenContexts: BlockContext = [.hidden, .noscript]

  // MARK: Signs

  /// Whether there is an element into which a framework puts its page.
  private static func hasMount(_ elements: ElementArena) -> Bool {
    !mounts.matches(in: elements).isEmpty
  }

  /// React, Next.js, Vue, Nuxt, Angular, Svelte, Gatsby, Ember and makers of their own.
  private static let mounts = SelectorList(
    valid: """
      #root, #app, #__next, #__nuxt, #___gatsby, #svelte, #app-root, #react-root, #main-app, \
      #application, #ember-application, #q-app, #spa, #mount
      """)

  /// Whether text for browsers without scripts, or hidden, names JavaScript, as it does in any
  /// language.
  private static func asksForScripts(_ document: Document) -> Bool {
    document.blocks.contains { block in
      !block.context.isDisjoint(with: unseenContexts)
        && document.withContent(of: block) { names($0, "javascript") }
    }
  }

  private static func names(_ content: Span<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard content.count >= count else { return false }
    var start = 0
    while start + count <= content.count {
      var index = 0
      while index < count, content[start + index] | 0x20 == word.utf8Start[index] { index += 1 }
      if index == count { return true }
      start += 1
    }
    return false
  }

  /// Whether scripts are most of the page.
  private static func runsScripts(_ elements: ElementArena) -> Bool {
    var bytes = 0
    for script in elements.elements(.script) {
      bytes += elements.sourceBytes(of: script).count
      if bytes >= minScriptBytes { return true }
    }
    return false
  }
}
