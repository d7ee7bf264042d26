import Foundation
public import GhirbalDocument

/// What a program answers to a `BlocksLine`: the edits that it asks for, or why it cannot.
public struct EditsLine: Sendable, Equatable {
  /// The number of the line that is answered.
  public var id: Int
  public var outcome: Outcome

  public enum Outcome: Sendable, Equatable {
    case edits([WrittenEdit])
    /// Why the program gives the page up, in its words.
    case error(String)
  }

  /// Reads an answer.
  ///
  /// - Throws: `RecordProblem` with what is wrong; members that are not known are wrong too.
  public init(_ line: [UInt8]) throws(RecordProblem) {
    guard String(validating: line, as: UTF8.self) != nil else {
      throw RecordProblem("the answer is not UTF-8")
    }
    do {
      self = try JSONDecoder().decode(EditsLine.self, from: Data(line))
    } catch let problem as RecordProblem {
      throw problem
    } catch let error as DecodingError {
      throw RecordProblem(error.sentence)
    } catch {
      throw RecordProblem("the answer is no JSON")
    }
  }
}

/// An edit as a program writes it.
public struct WrittenEdit: Sendable, Equatable {
  public enum Change: String, Sendable, CaseIterable, Codable { case keep, drop, replace, lift }

  /// Where in a block's text: both ends by the same unit, the second excluded.
  public enum Place: Sendable, Equatable {
    case utf8(Int, Int)
    case scalars(Int, Int)
  }

  public var block: Int
  public var change: Change
  public var reason: String
  /// Of `replace` and `lift` alone.
  public var place: Place?
  /// What `replace` puts there.
  public var with: String?
  /// What `lift` says for a field.
  public var field: MetadataField?
  public var value: String?
  public var rule: String?
  /// 0...1.
  public var confidence: Double
}

// MARK: - Reading

extension EditsLine: Decodable {
  private enum Key: String, CodingKey, CaseIterable { case id, edits, error }

  public init(from decoder: any Decoder) throws {
    try decoder.refuseMembers(besides: Key.self)
    let members = try decoder.container(keyedBy: Key.self)
    id = try members.decode(Int.self, forKey: .id)
    if let error = try members.decodeIfPresent(String.self, forKey: .error) {
      outcome = .error(error)
    } else {
      outcome = .edits(try members.decode([WrittenEdit].self, forKey: .edits))
    }
  }
}

extension WrittenEdit: Decodable {
  private enum Key: String, CodingKey, CaseIterable {
    case block, change, reason, utf8, scalars, with, field, value, rule, confidence
  }

  public init(from decoder: any Decoder) throws {
    try decoder.refuseMembers(besides: Key.self)
    let members = try decoder.container(keyedBy: Key.self)
    block = try members.decode(Int.self, forKey: .block)
    change = try members.decode(Change.self, forKey: .change)
    reason = try members.decode(String.self, forKey: .reason)
    with = try members.decodeIfPresent(String.self, forKey: .with)
    field = try members.decodeIfPresent(MetadataField.self, forKey: .field)
    value = try members.decodeIfPresent(String.self, forKey: .value)
    rule = try members.decodeIfPresent(String.self, forKey: .rule)
    confidence = try members.decodeIfPresent(Double.self, forKey: .confidence) ?? 1
    place = nil
    for (key, make) in [(Key.utf8, Place.utf8), (Key.scalars, Place.scalars)] {
      guard let ends = try members.decodeIfPresent([Int].self, forKey: key) else { continue }
      guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], place == nil else {
        throw RecordProblem(
          "\(decoder.path)\(key.rawValue) is no [start, end], or stands beside another place")
      }
      place = make(ends[0], ends[1])
    }
    try check(decoder.path)
  }

  private func check(_ path: String) throws(RecordProblem) {
    guard Self.isReason(reason) else {
      throw RecordProblem("\(path)reason is no word of at most 64 characters of a-z, 0-9 and _")
    }
    guard (0...1).contains(confidence) else {
      throw RecordProblem("\(path)confidence is not in 0...1")
    }
    let isComplete =
      switch change {
      case .keep, .drop: place == nil && with == nil && field == nil && value == nil
      case .replace: place != nil && with != nil && field == nil && value == nil
      case .lift: place != nil && with == nil && field != nil && value != nil
      }
    guard isComplete else {
      throw RecordProblem(
        "\(path)a \(change.rawValue) has other members than it should: replace takes a place and "
          + "with, lift a place, field and value, keep and drop neither")
    }
  }

  private static func isReason(_ word: String) -> Bool {
    guard let first = word.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return word.utf8.count <= 64
      && word.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
      }
  }
}

extension Decoder {
  /// Where the decoder is, to be put before a member's name: "edits[2].".
  fileprivate var path: String { codingPath.written.isEmpty ? "" : codingPath.written + "." }

  fileprivate func refuseMembers<Key: CodingKey & CaseIterable & RawRepresentable<String>>(
    besides known: Key.Type
  ) throws {
    let names = known.allCases.map(\.rawValue)
    for key in try container(keyedBy: AnyName.self).allKeys where !names.contains(key.stringValue) {
      throw RecordProblem(
        "\(path)\(key.stringValue) is not known; known: \(names.joined(separator: ", "))")
    }
  }
}

private struct AnyName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension [any CodingKey] {
  fileprivate var written: String {
    reduce("") { path, key in
      if let index = key.intValue { return path + "[\(index)]" }
      return path.isEmpty ? key.stringValue : path + "." + key.stringValue
    }
  }
}

extension DecodingError {
  /// What is wrong with an answer.
  fileprivate var sentence: String {
    switch self {
    case .keyNotFound(let key, let context):
      "\((context.codingPath + [key]).written) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.isEmpty
        ? "the answer is no JSON object"
        : "\(context.codingPath.written) is of another type than it should"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "the answer is no JSON" : "\(context.codingPath.written) is no value of those it takes"
    @unknown default: "the answer is no JSON"
    }
  }
}
