import GhirbalIO
import Yams

extension ValueKind<PathPattern> {
  static let pattern = ValueKind(
    schema: #""type": "string""#, words: "a pattern as gitignore writes them",
    isWanted: "is a text", { node in node.string.flatMap { $0.isEmpty ? nil : PathPattern($0) } },
    yaml: \.text.yamlScalar)
}

extension ValueKind<IgnoreRule> {
  static let ignoreRule = ValueKind(
    schema: #""type": "string""#, words: "a pattern as gitignore writes them; `!` takes back",
    isWanted: "is a pattern as gitignore writes them",
    { node in node.string.flatMap(IgnoreRule.init) },
    yaml: \.text.yamlScalar)
}
