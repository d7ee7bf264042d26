/// Names pages by the number of their record in a container: nine digits, so that they sort.
struct RecordNames {
  private let container: String

  init(_ container: String) { self.container = container }

  func path(of number: Int) -> String {
    let digits = String(number)
    return container + "/" + String(repeating: "0", count: max(0, 9 - digits.count)) + digits
  }
}
