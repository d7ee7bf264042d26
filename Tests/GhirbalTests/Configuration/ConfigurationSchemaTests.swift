import Foundation
import Ghirbal
import GhirbalDocument
import Testing

@Suite struct ConfigurationSchemaTests {
  @Test func namesEveryStageAndOption() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(PipelineConfiguration.jsonSchema.utf8))
    let root = try #require(schema as? [String: Any])
    let properties = try #require(root["properties"] as? [String: Any])
    #expect(
      Set(properties.keys) == [
        "input", "output", "format", "portable_names", "limits", "reading", "writing",
        "phrases", "stages", "check", "include", "exclude", "keep_pages", "words", "results",
        "duplicates", "records", "compression", "shards", "profile", "site",
      ])
    let check = (properties["check"] as? [String: Any])?["properties"] as? [String: Any]
    #expect(Set((check ?? [:]).keys) == ["rules", "forbidden", "budgets", "ignore", "baseline"])
    let written = try #require(
      (properties["stages"] as? [String: Any])?["oneOf"] as? [[String: Any]])
    let items = written.first?["items"] as? [String: Any]
    let changes = written.last?["properties"] as? [String: Any]
    let all = StageCatalogue.entries + StageCatalogue.onRequest
    #expect(Set((changes ?? [:]).keys) == Set(all.map(\.name.rawValue)))
    let forms = try #require(items?["oneOf"] as? [[String: Any]])
    for entry in all {
      let name = entry.name.rawValue
      #expect(forms.contains { $0["const"] as? String == name }, "\(name)")
      let options = forms.compactMap { form in
        ((form["properties"] as? [String: Any])?[name] as? [String: Any])?["properties"]
          as? [String: Any]
      }
      #expect(Set(options.flatMap(\.keys)) == Set(entry.defaults.names), "\(name)")
      for (option, value) in options.flatMap({ $0 }) {
        #expect((value as? [String: Any])?["type"] is String, "\(name): \(option)")
        if option == "comments" {
          #expect(
            (value as? [String: Any])?["enum"] as? [String] == ["auto", "keep", "drop", "separate"])
        }
      }
    }
  }
}
