import GhirbalDocument
import TestSupport
import Testing

@testable import GhirbalContent

@Suite struct RunFeaturesTests {
  /// A block's features by name.
  private static func features(of block: Int, _ sample: DocumentBuilder) throws -> [String: Float] {
    let rows = try #require(FeatureRows(sample.document))
    return Dictionary(
      uniqueKeysWithValues: zip(FeatureRows.names, rows.values(of: block..<block + 1)))
  }

  /// A heading; a list of four, which begin with digits; a thread of three posts of two blocks each, the
  /// second of which is longer; two paragraphs.
  private static var page: DocumentBuilder {
    var sample = DocumentBuilder()
    sample.element(.h2) { $0.block(("What you need", nil), kind: .heading(level: 2)) }
    sample.element(.ul) {
      for text in ["2 eggs", "100 g flour", "1 l milk", "salt"] {
        $0.element(.li) { $0.block((text, nil), kind: .listItem, in: .list) }
      }
    }
    sample.element(.div) {
      for words in [4, 12, 4] {
        $0.element(.div, [(.class, "post")]) {
          $0.element(.p) { $0.block(("Somebody", "/u/1")) }
          $0.element(.section) {
            $0.block((Array(repeating: "word", count: words).joined(separator: " ") + ".", nil))
          }
        }
      }
    }
    sample.element(.div) {
      $0.element(.p) { $0.block(("One", nil)) }
      $0.element(.p) { $0.block(("Two", nil)) }
    }
    return sample
  }

  @Test func whatMembersHaveInCommonIsTold() throws {
    let item = try Self.features(of: 2, Self.page)
    #expect(item["run_inner_members"] == 4)
    #expect(item["run_inner_numbered"] == 0.75)
    #expect(item["run_inner_sentences"] == 0)
    #expect(item["run_inner_heading_near"] == 1)
    #expect(item["run_inner_single"] == 1)
    #expect(item["run_inner_place"] == Float(1) / 3)
    #expect(item["run_outer_members"] == 0)

    let post = try Self.features(of: 8, Self.page)
    #expect(post["run_inner_members"] == 3)
    #expect(post["run_inner_alike"] == 2, "blocks a member")
    #expect(post["run_inner_levels"] == 1)
    #expect(post["run_inner_sentences"] == 1)
    #expect(post["run_inner_words"] == 23)
    #expect(post["run_inner_length"] == 13)
    #expect(try #require(post["run_inner_relative"]) > 1.5)
    #expect(try #require(post["run_inner_variation"]) > 0.4)
  }

  @Test func aPairIsNoRun() throws {
    let paragraph = try Self.features(of: 12, Self.page)
    #expect(paragraph["run_inner_members"] == 0)
    #expect(paragraph["run_inner_words"] == -1)
  }

  @Test func aRunWithinARunIsToldBeside() throws {
    var sample = DocumentBuilder()
    sample.element(.div) {
      for _ in 0..<3 {
        $0.element(.div, [(.class, "card")]) {
          $0.element(.ul) {
            for text in ["one", "two", "three", "four"] {
              $0.element(.li) { $0.block((text, nil), kind: .listItem, in: .list) }
            }
          }
        }
      }
    }
    let item = try Self.features(of: 5, sample)
    #expect(item["run_inner_members"] == 4)
    #expect(item["run_outer_members"] == 3)
    #expect(item["run_outer_place"] == 0.5)
    #expect(item["run_outer_alike"] == 4)
  }

  @Test(arguments: [
    ("an ingredient", "recipeIngredient", "2 eggs", "2 eggs", Float(1)),
    ("a post", "text", "The ferry leaves at nine", "The ferry leaves at nine", 1),
    ("more than was told", "text", "The ferry leaves", "The ferry leaves at nine", Float(1) / 3),
    ("another text", "text", "The ferry leaves", "Nobody knows of this", 0),
    ("what no text is", "name", "2 eggs", "2 eggs", -1),
  ])
  func whatMachinesAreToldIsFound(
    _ label: String, _ property: String, _ told: String, _ text: String, _ fit: Float
  ) throws {
    var sample = DocumentBuilder()
    sample.element(
      .script, [(.type, "application/ld+json")], keeping: #"{"\#(property)": ["\#(told)"]}"#)
    sample.element(.p) { $0.block((text, nil)) }
    #expect(try Self.features(of: 0, sample)["linked_text_fit"] == fit, "\(label)")
  }
}
