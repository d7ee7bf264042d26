import ArgumentParser
import GhirbalIO

/// What the input is, over what its names and bytes say.
struct InputFormOption: ParsableArguments {
  @Option(
    name: .customLong("read-as"),
    help: ArgumentHelp(
      "Read all input as one of \(formNames), whatever it looks like.",
      discussion: """
        Otherwise names of files say which hold many pages, and of standard input its bytes; gzip \
        and zstd are told by their bytes.
        """,
      valueName: "form"),
    completion: .list(InputForm.allCases.map(\.name)),
    transform: { name in
      guard let form = InputForm.allCases.first(where: { $0.name == name }) else {
        throw ValidationError("--read-as is one of \(formNames).")
      }
      return form
    })
  var inputForm: InputForm?

  private static let formNames = InputForm.allCases.map(\.name).joined(separator: ", ")
}
