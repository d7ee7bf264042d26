import Testing

@testable import GhirbalStages

@Suite struct AuthorNamesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    let value: String
    let names: [String]
    var testDescription: String { label }
  }

  static let rows = [
    Row(label: "a name", value: "Jane  Doe", names: ["Jane Doe"]),
    Row(label: "a label", value: "By Jane Doe", names: ["Jane Doe"]),
    Row(label: "a label with colon", value: "Author: Jane Doe", names: ["Jane Doe"]),
    Row(label: "a German label", value: "Von Jane Doe", names: ["Jane Doe"]),
    Row(label: "an Arabic label", value: "بقلم سلمى الحداد", names: ["سلمى الحداد"]),
    Row(label: "a name that starts like a label", value: "Bynum Gray", names: ["Bynum Gray"]),
    Row(label: "two names", value: "Ann Lee and Bo Day", names: ["Ann Lee", "Bo Day"]),
    Row(
      label: "three names", value: "Ann Lee, Bo Day & Cy Fox",
      names: ["Ann Lee", "Bo Day", "Cy Fox"]),
    Row(
      label: "Persian names", value: "مریم کاشانی و رضا دلیری و هادی پارسا",
      names: ["مریم کاشانی", "رضا دلیری", "هادی پارسا"]),
    Row(
      label: "Persian names between commas of either kind, with no space",
      value: "مریم کاشانی،رضا دلیری, هادی پارسا",
      names: ["مریم کاشانی", "رضا دلیری", "هادی پارسا"]),
    Row(
      label: "Persian names with offices", value: "مریم کاشانی، خبرنگار و رضا دلیری، دبیر شهری",
      names: ["مریم کاشانی", "رضا دلیری"]),
    Row(
      label: "Arabic names, joined", value: "بقلم: أحمد العلي وسمير حداد",
      names: ["أحمد العلي", "سمير حداد"]),
    Row(
      label: "Arabic names, apart", value: "سلمى البحار و نادر الحداد",
      names: ["سلمى البحار", "نادر الحداد"]),
    Row(
      label: "an Arabic name that begins with the letter", value: "محمد أحمد وليد حسن",
      names: ["محمد أحمد وليد حسن"]),
    Row(
      label: "a family name that begins with it", value: "محمد أحمد وهدان",
      names: ["محمد أحمد وهدان"]),
    Row(
      label: "a desk with the word in it", value: "گروه فرهنگ و هنر", names: ["گروه فرهنگ و هنر"]),
    Row(
      label: "Persian names with a dash between", value: "مریم کاشانی - رضا دلیری",
      names: ["مریم کاشانی", "رضا دلیری"]),
    Row(
      label: "a paper behind a dash", value: "Ann Lee - The Lantern",
      names: ["Ann Lee - The Lantern"]),
    Row(label: "two words and no more", value: "مریم و رضا", names: ["مریم و رضا"]),
    Row(
      label: "an office behind a name", value: "Ann Lee, Staff Writer and Bo Day, Reporter",
      names: ["Ann Lee", "Bo Day"]),
    Row(
      label: "a family name of two", value: "José Ortega y Gasset", names: ["José Ortega y Gasset"]),
    Row(label: "an initial", value: "Mary Ann E Smith Lee", names: ["Mary Ann E Smith Lee"]),
    Row(label: "an agency behind a name", value: "Ann Lee, dpa", names: ["Ann Lee, dpa"]),
    Row(label: "a degree is no name", value: "Ann Lee, MD", names: ["Ann Lee, MD"]),
    Row(label: "family name first", value: "Lee, Ann", names: ["Lee, Ann"]),
    Row(label: "a firm's name", value: "Food & Drink", names: ["Food & Drink"]),
    Row(label: "references escaped twice", value: "Ann O&#039;Lee", names: ["Ann O'Lee"]),
    Row(label: "tags", value: "<a href='/x'>Ann Lee</a>", names: ["Ann Lee"]),
    Row(
      label: "brackets that belong", value: "The Lantern (lantern.example)",
      names: ["The Lantern (lantern.example)"]),
    Row(label: "a Korean office", value: "박준석 기자", names: ["박준석"]),
    Row(label: "an address", value: "https://example.org/ann", names: []),
    Row(label: "a page on a network", value: "www.example.org/ann", names: []),
    Row(label: "a placeholder", value: "admin", names: []),
    Row(label: "a number", value: "262588213843476", names: []),
    Row(label: "one letter of a picture", value: "E", names: []),
    Row(label: "a label of a date", value: "Last updated", names: []),
    Row(label: "a weekday", value: "Sat", names: []),
    Row(
      label: "a sentence",
      value: "Ann Lee has written about bridges and boats for more than ten years", names: []),
    Row(label: "a template", value: "{{ author.name }}", names: []),
    Row(label: "nothing", value: " ", names: []),
  ]

  @Test(arguments: rows) func cleansWhatHeadsGive(_ row: Row) {
    #expect(AuthorNames.names(in: row.value) == row.names)
  }

  @Test(arguments: [
    ("jdoe", true), ("jane.doe", true), ("Jane42", true), ("Jane", false), ("Jane Doe", false),
    ("سلمى", false),
  ]) func tellsNamesForLoggingIn(_ name: String, _ isHandle: Bool) {
    #expect(AuthorNames.isHandle(name) == isHandle)
  }
}
