import Foundation
import GhirbalIO
import TestSupport
import Testing

/// Which folders a configuration may name, and what it costs to read one.
@Suite(.serialized) struct ProjectTests {
  struct Row: Sendable {
    let label: String
    let yaml: String
    let status: Int32
    var says = ""
  }

  static let rows = [
    Row(label: "folders beside it", yaml: "input: raw\noutput: clean\n", status: 0),
    Row(label: "its own folder", yaml: "input: ./raw/../raw\noutput: .\n", status: 0),
    Row(
      label: "a folder that is not there yet", yaml: "input: raw\noutput: new/deep/clean\n",
      status: 0
    ),
    Row(
      label: "a folder above", yaml: "input: ../other\noutput: clean\n", status: 78,
      says: "input lies outside the folder of the configuration: ../other."),
    Row(
      label: "an absolute path", yaml: "input: raw\noutput: /tmp/ghirbal-none\n", status: 78,
      says: "output lies outside"),
    Row(
      label: "a link to a folder outside", yaml: "input: raw\noutput: away\n", status: 78,
      says: "output lies outside"),
    Row(
      label: "below a link to a folder outside", yaml: "input: away/x\noutput: clean\n", status: 78,
      says: "input lies outside"),
    Row(
      label: "a link to nowhere", yaml: "input: raw\noutput: nowhere\n", status: 78,
      says: "output lies outside"),
    Row(
      label: "back from a folder that is not there", yaml: "input: raw\noutput: none/../../x\n",
      status: 78, says: "output lies outside"),
    Row(label: "a link to a folder inside", yaml: "input: near\noutput: clean\n", status: 0),
  ]

  @Test func foldersOutsideAreAskedFor() throws {
    try TemporaryFolder.with { parent in
      let folder = parent + "/project"
      try AtomicFile.makeFolder(folder + "/raw")
      try AtomicFile.makeFolder(parent + "/other")
      try AtomicFile.write(Array("A line.\n".utf8), to: folder + "/raw/a.txt")
      for (link, target) in [("away", "../other"), ("near", "raw"), ("nowhere", "../none")] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(link)", withDestinationPath: target)
      }
      for row in Self.rows {
        try AtomicFile.write(Array(row.yaml.utf8), to: folder + "/pipeline.yml")
        let run = try GhirbalProcess(["run", "--quiet", "--stay-inside"], in: folder)
        #expect(run.status == row.status, "\(row.label): \(run.errors)")
        #expect(run.errors.contains(row.says) || row.says.isEmpty, "\(row.label): \(run.errors)")
        guard row.status == 78 else { continue }
        for command in ["diff", "verify"] {
          let other = try GhirbalProcess([command, "--stay-inside"], in: folder)
          #expect(other.status == 78, "\(row.label): \(command)")
        }
        // Commands that go to neither do not mind.
        let clean = try GhirbalProcess(["clean", "raw/a.txt"], in: folder)
        #expect(clean.status == 0, "\(row.label): \(clean.errors)")
      }
      try AtomicFile.write(
        Array("input: raw\noutput: ../other\n".utf8), to: folder + "/pipeline.yml")
      let allowed = try GhirbalProcess(["run", "--quiet"], in: folder)
      #expect(allowed.status == 0, "\(allowed.errors)")
      let named = try GhirbalProcess(
        ["verify", "../other", "--input", "raw", "--stay-inside"], in: folder)
      #expect(named.status == 0, "\(named.errors)")
    }
  }

  @Test(
    .timeLimit(.minutes(Patience.minutes)),
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/zero"), "there is no /dev/zero"))
  func aConfigurationWithoutEndIsRefused() throws {
    try TemporaryFolder.with { folder in
      let process = try GhirbalProcess(["config", "validate", "--config", "/dev/zero"], in: folder)
      #expect(process.status == 78)
      #expect(process.errors.contains("larger than 262144 bytes"), "\(process.errors)")
    }
  }
}
