import Foundation
import GhirbalIO
import Yams

/// A file that the configuration names and whose words decide over the output.
struct ConfiguredFile: Sendable, Equatable {
  /// The key that names it.
  let key: String
  /// The file, relative to the configuration's folder.
  let path: String
  /// Where the configuration names it.
  let line: Int?

  /// Bytes of a file; a longer one is refused.
  static let maxUTF8Count = ConfigurationText.maxUTF8Count
  /// Files of a key.
  static let maxCount = 32

  /// Reads the file, which lies in the configuration's folder or below it, symbolic links followed: a
  /// configuration that nobody has looked at shall not have others read.
  ///
  /// - Parameter configuration: the file that names it.
  /// - Returns: what the file says, and how it is named in a message.
  func read(
    besides configuration: String, maxUTF8Count: Int = maxUTF8Count
  ) throws(ConfigurationProblem) -> (text: String, file: String) {
    let folder = configuration.lastIndex(of: "/").map { String(configuration[..<$0]) } ?? ""
    let base = URL(filePath: folder.isEmpty ? "." : folder, directoryHint: .isDirectory)
    let place = base.appending(path: path)
    let inside = base.resolvingSymlinksInPath().path + "/"
    guard !path.hasPrefix("/"), place.resolvingSymlinksInPath().path.hasPrefix(inside) else {
      throw ConfigurationProblem(
        file: configuration, line: line,
        "\(key) lies outside the folder of the configuration: \(path.shortened).")
    }
    let file = folder.isEmpty ? path : folder + "/" + path
    do throws(FileProblem) {
      return (try Self.text(of: file, maxUTF8Count), file)
    } catch {
      guard error.code == nil else {
        throw ConfigurationProblem(
          file: configuration, line: line, "\(key) cannot be read: \(error).")
      }
      throw ConfigurationProblem(file: file, "\(error.problem).")
    }
  }

  /// The text of a file of so many bytes at most.
  static func text(of file: String, _ maxUTF8Count: Int) throws(FileProblem) -> String {
    let bytes = try AtomicFile.read(file, maxBytes: maxUTF8Count)
    guard bytes.count <= maxUTF8Count else {
      throw FileProblem(file, "the file is larger than \(maxUTF8Count) bytes")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileProblem(file, "the file is not UTF-8")
    }
    guard !bytes.contains(0) else {
      throw FileProblem(file, "the file is no text: it has a character U+0")
    }
    return text
  }
}

/// What a key makes of the text of a file that it names.
protocol ConfiguredSource: Sendable, Equatable {
  init(_ file: ConfiguredFile)
  var file: ConfiguredFile { get }
  /// What the file says, as it was read.
  var text: String { get }
  /// Takes the file's text.
  ///
  /// - Parameter file: the file as it is named in a message.
  mutating func take(_ text: String, file: String) throws(ConfigurationProblem)
  /// Bytes of a file; a longer one is refused.
  static var maxUTF8Count: Int { get }
}

extension ConfiguredSource {
  static var maxUTF8Count: Int { ConfiguredFile.maxUTF8Count }

  mutating func read(besides configuration: String) throws(ConfigurationProblem) {
    let read = try file.read(besides: configuration, maxUTF8Count: Self.maxUTF8Count)
    try take(read.text, file: read.file)
  }
}

extension ValueKind {
  /// A file by its path, or nothing (`~`); what is in it decides, not how it is called.
  static func file<Source: ConfiguredSource>() -> ValueKind where Value == Source? {
    ValueKind(
      schema: #""type": ["string", "null"]"#, words: "a file",
      read: { (node, name) throws(ConfigurationProblem) in
        guard node.null == nil else { return nil }
        return Source(
          ConfiguredFile(
            key: name, path: try ValueKind<String>.text.read(node, name), line: node.mark?.line))
      },
      yaml: { .flow($0?.file.path.yamlScalar ?? "~") },
      hashed: { .flow($0.map { Array($0.text.utf8).sha256 } ?? "~") })
  }

  /// Files by their paths; what is in them decides, not how they are called.
  static func files<Source: ConfiguredSource>() -> ValueKind where Value == [Source] {
    let count = ConfiguredFile.maxCount
    return ValueKind(
      schema: "\"type\": \"array\", \"maxItems\": \(count), "
        + #""items": {"type": "string"}"#,
      words: "a list of at most \(count) files",
      read: { (node, name) throws(ConfigurationProblem) in
        guard let sequence = node.sequence, sequence.count <= count else {
          throw ConfigurationProblem(
            line: node.mark?.line, "\(name) is a list of at most \(count) files.")
        }
        var files: [Source] = []
        for item in sequence {
          files.append(
            Source(
              ConfiguredFile(
                key: name, path: try ValueKind<String>.text.read(item, name),
                line: item.mark?.line)))
        }
        return files
      },
      yaml: { .flow("[\($0.map(\.file.path.yamlScalar).joined(separator: ", "))]") },
      hashed: { .flow("[\($0.map { Array($0.text.utf8).sha256 }.joined(separator: ", "))]") })
  }
}
