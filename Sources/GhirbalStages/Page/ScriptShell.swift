public import GhirbalDocument

/// Tells pages whose text a script would have put there: what is left is a frame, a note that scripts
/// are off, a spinner.
public enum ScriptShell {
  /// The name of the flag in a page's record.
  public static let flag = "script_shell"

  /// Raw bytes of shown text up to which a page may be a shell. Of 1,497 pages of 7 types (wcxb-dev)
  /// the shells show none, and the first with text of its own and a mount shows 373.
  static let maxShownBytes = 200
  /// Raw bytes of hidden text up to which a page may be a shell: more is what a script unveils.
  static let maxHiddenBytes = 300
  /// Raw bytes of text for browsers without scripts up to which it may be a note only. Discourse
  /// writes whole threads there: 3,843 bytes and more on the same pages.
  static let maxNoscriptBytes = 1000
  /// Raw bytes of scripts from which they may build a page.
  static let minScriptBytes = 2000

  /// Whether the page is a shell. Looks at dropped blocks too, so the answer is the same before and
  /// after stages.
  public static func isOne(_ document: Document) -> Bool {
    guard document.format == .html, let shown = shownBytes(document) else { return false }
    let signs = document.derived(Signs.self)
    return signs.loadsScripts && (shown == 0 || signs.hasMount || asksForScripts(document))
  }

  /// The raw bytes of shown text; nil where any kind of text is too much for a shell.
  private static func shownBytes(_ document: Document) -> Int? {
    var shown = 0
    var hidden = 0
    var noscript = 0
    for block in document.blocks {
      let count = block.sourceBytes.count
      if block.context.contains(.noscript) {
        noscript += count
      } else if block.context.contains(.hidden) {
        hidden += count
      } else {
        shown += count
      }
      guard shown <= maxShownBytes, hidden <= maxHiddenBytes, noscript <= maxNoscriptBytes else {
        return nil
      }
    }
    return shown
  }

  // MARK: Signs

  /// What the elements say; asked for pages with next to no text only.
  private struct Signs: DerivedFromElements {
    let loadsScripts: Bool
    let hasMount: Bool

    init(_ elements: ElementArena) {
      loadsScripts = ScriptShell.loadsScripts(elements)
      hasMount = loadsScripts && ScriptShell.hasMount(elements)
    }
  }

  /// Whether scripts are large, come from elsewhere or are fetched ahead.
  private static func loadsScripts(_ elements: ElementArena) -> Bool {
    var bytes = 0
    for script in elements.elements(.script) {
      bytes += elements.sourceBytes(of: script).count
      if bytes >= minScriptBytes { return true }
    }
    return !loads.matches(in: elements).isEmpty
  }

  private static let loads = SelectorList(
    valid: "script[src], link[rel~=modulepreload], link[rel~=preload][href*='.js']")

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
      !block.context.isDisjoint(with: [.hidden, .noscript])
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
}
