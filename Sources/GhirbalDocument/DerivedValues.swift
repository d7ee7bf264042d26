import Foundation

/// A value that follows from the elements of a page alone, which no stage changes.
///
/// `Document.derived` makes it on first use and keeps it for all states of the document.
public protocol DerivedFromElements: Sendable {
  init(_ elements: ElementArena)
}

/// A value that follows from a document as it stands.
///
/// `Document.derived` makes it on first use and forgets it with the first change of the document, so
/// that none is ever seen that does not fit.
public protocol DerivedFromText: Sendable {
  /// - Parameter last: the value of an earlier state of the same document, where it was asked for. The
  ///   text at a range of the document's UTF-8 never changes (edited blocks move to its end), so what
  ///   was read from a block whose content has the same range still holds.
  init(_ document: Document, last: Self?)
}

extension Document {
  /// The value of this page. Complexity: that of making it, once for all copies of the document.
  public func derived<Value: DerivedFromElements>(_: Value.Type) -> Value {
    valuesOfPage.value { _ in Value(elements) }
  }

  /// The value of this state of the document. Complexity: that of making it, once for each state.
  public func derived<Value: DerivedFromText>(_: Value.Type) -> Value {
    valuesOfText.value { Value(self, last: $0) }
  }
}

/// Values by their types, shared by the copies of a document until one of them changes.
///
/// A value holds no document: it would hold itself.
final class DerivedValues: @unchecked Sendable {
  // Not `Mutex`, whose lock the thread sanitizer does not see.
  private let lock = NSLock()
  private var values: [ObjectIdentifier: any Sendable] = [:]
  /// Those of earlier states.
  private var last: [ObjectIdentifier: any Sendable] = [:]

  func value<Value: Sendable>(_ make: (Value?) -> Value) -> Value {
    let key = ObjectIdentifier(Value.self)
    let (known, earlier) = lock.withLock { (values[key], last[key]) }
    if let known = known as? Value { return known }
    // Made without the lock, since making it may ask for others; of two threads both make the same.
    let value = make(earlier as? Value)
    lock.withLock { values[key] = value }
    return value
  }

  /// Turns values into those of an earlier state. A document that shares them keeps its own.
  static func forget(_ shared: inout DerivedValues) {
    if !isKnownUniquelyReferenced(&shared) {
      let next = DerivedValues()
      shared.lock.withLock { next.last = shared.last.merging(shared.values) { $1 } }
      shared = next
    } else if !shared.values.isEmpty {
      shared.last.merge(shared.values) { $1 }
      shared.values = [:]
    }
  }
}
