import Foundation
import GhirbalIO
import TestSupport
import Testing

/// Which file is the configuration, as somebody in a folder of a project meets it.
@Suite struct ConfigurationSearchTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let label: String
    /// The files, by their paths; the command runs in `top/project/deep`.
    let files: [String: String]
    var arguments: [String] = []
    var status: Int32 = 0
    /// The folder of raw pages in force.
    var input = "corpus-raw"
    var says = ""
    var testDescription: String { label }
  }

  private static let azure = "trigger:\n- main\npool:\n  vmImage: x\nsteps:\n- script: make\n"

  static let rows = [
    Row(label: "none", files: [:]),
    Row(label: "above", files: ["top/pipeline.yml": "input: a\n"], input: "a"),
    Row(
      label: "the nearest wins",
      files: ["top/pipeline.yml": "input: a\n", "top/project/pipeline.yml": "input: b\n"],
      input: "b"),
    Row(
      label: "Ghirbal's own name wins in one folder",
      files: [
        "top/project/pipeline.yml": "input: a\n", "top/project/ghirbal.yml": "input: b\n",
        "top/project/.ghirbal.yml": "input: c\n",
      ], input: "b"),
    Row(
      label: "a hidden one before the shared name",
      files: ["top/project/pipeline.yml": azure, "top/project/.ghirbal.yml": "input: c\n"],
      input: "c"),
    Row(
      label: "nothing beyond the repository",
      files: ["top/pipeline.yml": "input: a\n", "top/project/.git/HEAD": "x\n"]),
    Row(
      label: "another tool's file above is passed over",
      files: ["top/project/pipeline.yml": azure, "top/pipeline.yml": "input: a\n"], input: "a",
      says: "../pipeline.yml is no configuration of Ghirbal's and is passed over"),
    Row(
      label: "another tool's with anchors, tags and several documents",
      files: [
        "top/project/pipeline.yml":
          "---\nresources:\n- &repo !x {name: y}\njobs:\n- get: *repo\n---\ngroups: []\n"
      ], says: "is passed over"),
    Row(
      label: "another tool's list",
      files: ["top/project/pipeline.yml": "# steps\n- task: build\n  input: x\n- task: test\n"],
      says: "is passed over"),
    Row(
      label: "ours that cannot be read is an error",
      files: ["top/project/pipeline.yml": "input: a\noutput: [\n"], status: 78, says: "not YAML"),
    Row(
      label: "ours with nothing but comments", files: ["top/project/pipeline.yml": "# input: a\n"]),
    Row(
      label: "a slip of the pen above is an error",
      files: ["top/project/pipeline.yml": "inptu: a\n"], status: 78,
      says: "did you mean input?"),
    Row(
      label: "one key of ours among others is an error",
      files: ["top/project/pipeline.yml": "steps: []\noutput: x\n"], status: 78,
      says: "unknown key \"steps\""),
    Row(
      label: "another tool's file right here is an error",
      files: ["top/project/deep/pipeline.yml": azure], status: 78, says: "unknown key"),
    Row(
      label: "no configuration on request",
      files: ["top/project/deep/pipeline.yml": azure], arguments: ["--no-config"]),
    Row(
      label: "a named one and none",
      files: ["top/project/deep/pipeline.yml": "input: a\n"],
      arguments: ["--no-config", "--config", "pipeline.yml"], status: 64,
      says: "exclude each other"),
  ]

  @Test(arguments: rows) func theFileThatHoldsIsFound(_ row: Row) throws {
    try TemporaryFolder.with { parent in
      let folder = parent + "/top/project/deep"
      try AtomicFile.makeFolder(folder)
      for (path, text) in row.files {
        try AtomicFile.makeFolder(
          URL(filePath: "\(parent)/\(path)").deletingLastPathComponent().path)
        try AtomicFile.write(Array(text.utf8), to: "\(parent)/\(path)")
      }
      let run = try GhirbalProcess(["config", "show"] + row.arguments, in: folder)
      #expect(run.status == row.status, "\(run.errors)")
      #expect(run.errors.contains(row.says) || row.says.isEmpty, "\(run.errors)")
      if row.status == 0 {
        #expect(run.text.contains("\ninput: \(row.input)\n"), "\(run.text)")
        #expect(!row.says.isEmpty || run.errors.isEmpty, "\(run.errors)")
      }
    }
  }

  @Test func theSearchEndsAtHome() throws {
    try TemporaryFolder.with { parent in
      let folder = parent + "/top/project/deep"
      try AtomicFile.makeFolder(folder)
      try AtomicFile.write(Array("input: a\n".utf8), to: parent + "/pipeline.yml")
      let home = ["HOME": parent + "/top"]
      let run = try GhirbalProcess(["config", "show"], in: folder, environment: home)
      #expect(run.text.contains("\ninput: corpus-raw\n"))
      try AtomicFile.write(Array("input: b\n".utf8), to: parent + "/top/pipeline.yml")
      let own = try GhirbalProcess(["config", "show"], in: folder, environment: home)
      #expect(own.text.contains("\ninput: b\n"))
    }
  }
}
