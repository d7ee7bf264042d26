import Foundation
import GhirbalIO
import TestSupport
import Testing

@Suite struct InitCommandTests {
  @Test func aConfigurationIsWrittenThatIsValid() throws {
    try TemporaryFolder.with { folder in
      let written = try GhirbalProcess(["init"], in: folder)
      #expect(written.status == 0)
      #expect(written.errors == "ghirbal: wrote pipeline.yml\n")
      let valid = try GhirbalProcess(["config", "validate"], in: folder)
      #expect(valid.status == 0, "\(valid.errors)")
      #expect(
        try GhirbalProcess(["config", "show"], in: folder).text
          == GhirbalProcess(["config", "show", "--no-config"], in: folder).text)
    }
  }

  @Test(arguments: ["pipeline.yml", "ghirbal.yml", ".ghirbal.yml"])
  func aFileThatIsThereStays(_ name: String) throws {
    try TemporaryFolder.with { folder in
      try AtomicFile.write(Array("mine: 1\n".utf8), to: folder + "/" + name)
      let process = try GhirbalProcess(["init"], in: folder)
      #expect(process.status == 2)
      #expect(
        process.errors == "ghirbal: \(name): there is a configuration already; it stays as it is\n")
      #expect(try AtomicFile.read(folder + "/" + name) == Array("mine: 1\n".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [name])
    }
  }

  @Test func runSaysWhatAListLeavesOut() throws {
    try TemporaryFolder.with { folder in
      let yaml = "input: raw\noutput: clean\nstages: [repair_spacing, repair_words]\n"
      try AtomicFile.makeFolder(folder + "/raw")
      try AtomicFile.write(Array(yaml.utf8), to: folder + "/pipeline.yml")
      let run = try GhirbalProcess(["run"], in: folder)
      #expect(run.errors.contains("of the default stages these do not run: repair_mojibake, "))
      #expect(run.errors.contains("repair_spacing runs before repair_words"))
      #expect(try GhirbalProcess(["run", "-q"], in: folder).errors == "")
    }
  }

  @Test func aStageThatThereIsNotIsNamed() throws {
    try TemporaryFolder.with { folder in
      let process = try GhirbalProcess(["stages", "repair_word"], in: folder)
      #expect(process.status == 64)
      #expect(process.errors.contains("unknown stage \"repair_word\"; did you mean repair_words?"))
      let stage = try GhirbalProcess(["stages", "repair_words"], in: folder)
      #expect(stage.text.contains("  level: conservative\n      how sure"))
      #expect(stage.text.contains("`conservative`, `full`\n"))
    }
  }
}
