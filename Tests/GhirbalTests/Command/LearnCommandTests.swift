import Foundation
import GhirbalIO
import TestSupport
import Testing

/// `ghirbal learn`, and what cleaning does with what it learnt.
@Suite struct LearnCommandTests {
  private static let slogan =
    "A weekly that arrives by boat is never late, it is only ahead of the next one."

  private static func page(_ number: Int, slogan: String = slogan) -> String {
    let name = ["ferry", "bridge", "mill", "harbour", "market", "bakery", "museum", "orchard"][
      number % 8]
    return """
      <title>The \(name)</title><div><p>Lenn Weekly, on paper since 1911</p></div>
      <h1>The \(name) opens again</h1>
      <p>The \(name) of Lenn was closed for \(number + 2) weeks, and on Friday the mayor herself opened it for the \(name) guild.</p>
      <p>Nobody at the \(name) could say how long it would stay open, since the wind had turned to the north-\(name).</p>
      <div><p>\(slogan)</p></div>
      """
  }

  /// A folder with pages of two sites, and a pipeline.yml.
  private static func withPages<R>(_ yaml: String = "", _ body: (String) throws -> R) throws -> R {
    try TemporaryFolder.with { folder in
      try write("input: raw\noutput: clean\n" + yaml, folder + "/pipeline.yml")
      for number in 0..<6 { try write(page(number), folder + "/raw/lenn/\(number).html") }
      for number in 6..<8 { try write(page(number), folder + "/raw/few/\(number).html") }
      return try body(folder)
    }
  }

  private static func write(_ text: String, _ path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try AtomicFile.read(path), as: UTF8.self)
  }

  @Test func whatItLearntIsTaken() throws {
    try Self.withPages { folder in
      let learnt = try GhirbalProcess(
        ["learn", "--site", "folder", "-o", "sites.ghirbal", "raw"], in: folder)
      #expect(learnt.status == 0)
      #expect(learnt.errors == "ghirbal: 1 site, 1 more with fewer than 5 different pages\n")
      let alone = try GhirbalProcess(["clean", "-o", "alone", "-q", "raw"], in: folder)
      let known = try GhirbalProcess(
        ["clean", "--profile", "sites.ghirbal", "-o", "known", "-q", "raw"], in: folder)
      #expect(alone.status == 0 && known.status == 0, "\(known.errors)")
      #expect(try Self.text(folder + "/alone/lenn/1.html.txt").contains(Self.slogan))
      #expect(try !Self.text(folder + "/known/lenn/1.html.txt").contains(Self.slogan))
      #expect(
        try Self.text(folder + "/known/lenn/1.html.txt").contains("on Friday the mayor herself"))
      // Of a site without a profile everything is as it was.
      #expect(
        try Self.text(folder + "/known/few/6.html.txt")
          == Self.text(folder + "/alone/few/6.html.txt"))
    }
  }

  /// However the page is named, by itself or in a list or a folder, its folder tells its site.
  @Test(
    arguments: [
      ("clean raw/lenn/1.html", true), ("clean raw/lenn/1.html --no-config", true),
      ("clean -o out -q raw/lenn/1.html", true), ("clean -o out -q --mirror raw", true),
      ("clean --no-isolation raw/lenn/1.html", true), ("run -q --files-from list", true),
      ("explain --all raw/lenn/1.html", false),
      ("explain --all raw/lenn/1.html --no-config", false),
      ("clean copy.html", nil), ("clean -", nil),
    ] as [(String, Bool?)])
  func aFileThatIsNamedByItselfHasASite(_ line: String, _ isCleaned: Bool?) throws {
    try Self.withPages { folder in
      let learn = ["learn", "--site", "folder", "-q", "-o", "sites.ghirbal", "raw"]
      #expect(try GhirbalProcess(learn, in: folder).status == 0)
      try Self.write("raw/lenn/1.html\n", folder + "/list")
      try Self.write(Self.page(1), folder + "/copy.html")
      let process = try GhirbalProcess(
        line.split(separator: " ").map(String.init) + ["--profile", "sites.ghirbal"], in: folder,
        input: Array(Self.page(1).utf8))
      #expect(process.status == 0, "\(process.errors)")
      let places = ["out/1.html.txt", "out/raw/lenn/1.html.txt", "clean/raw/lenn/1.html.txt"]
      let text =
        try places.lazy.map { folder + "/" + $0 }
        .first { FileManager.default.fileExists(atPath: $0) }.map(Self.text) ?? process.text
      if isCleaned == false {
        #expect(text.contains("drop_site_template"), "\(text)")
      } else {
        #expect(text.contains(Self.slogan) == (isCleaned == nil), "\(text)")
      }
    }
  }

  @Test func filesByThemselvesAreLearntFromAsTheirFolder() throws {
    try Self.withPages { folder in
      let learn = ["learn", "--site", "folder", "-q", "-o"]
      _ = try GhirbalProcess(learn + ["all", "raw"], in: folder)
      _ = try GhirbalProcess(
        learn + ["each"] + (0..<6).map { "raw/lenn/\($0).html" }, in: folder)
      #expect(try Self.text(folder + "/all") == Self.text(folder + "/each"))
    }
  }

  @Test func partsMakeTheWhole() throws {
    try Self.withPages { folder in
      let site = ["--site", "folder", "-q"]
      _ = try GhirbalProcess(["learn", "-o", "all", "raw"] + site, in: folder)
      _ = try GhirbalProcess(
        ["learn", "--partial", "-o", "a", "--include", "[0-3].html", "raw"] + site, in: folder)
      _ = try GhirbalProcess(
        ["learn", "--partial", "-o", "b", "--include", "[4-9].html", "-j", "2", "raw"] + site,
        in: folder)
      let merged = try GhirbalProcess(
        ["learn", "--merge", "-q", "-o", "ab", "b", "a", "b"], in: folder)
      #expect(merged.status == 0, "\(merged.errors)")
      #expect(try Self.text(folder + "/ab") == Self.text(folder + "/all"))
    }
  }

  /// Standard input and output by each of their names, a pipe that is no file of the disk too.
  @Test func partsAndProfilesGoThroughPipes() throws {
    try Self.withPages { folder in
      let ghirbal = try #require(GhirbalProcess.executable).path
      let learn = "'\(ghirbal)' learn -q"
      let script = """
        \(learn) --site folder -o all raw
        \(learn) --site folder --partial -o part raw
        \(learn) --merge -o 1 - < part
        cat part | \(learn) --merge -o - - part | cat > 2
        \(learn) --merge -o /dev/stdout part | cat > 3
        \(learn) --merge -o /dev/stdout part > 4
        \(learn) --site folder -o /dev/stdout raw | cat > 5
        mkfifo pipe
        cat pipe > 6 & \(learn) --site folder -o pipe raw; wait
        \(learn) --merge --partial -o - part | cmp - part
        cat all | '\(ghirbal)' learn --review - | head -1
        \(learn) --merge -o x - - < part 2>&1 | head -1
        test -L /dev/stdout
        """
      let shell = try GhirbalProcess(
        executable: URL(filePath: "/bin/sh"), ["-c", script], in: folder)
      #expect(shell.status == 0, "\(shell.errors)")
      #expect(
        shell.text == """
          lenn: learnt from 6 pages of about 6
          Error: standard input is one of them at most.

          """)
      let all = try Self.text(folder + "/all")
      for copy in 1...6 { #expect(try Self.text("\(folder)/\(copy)") == all, "\(copy)") }
    }
  }

  /// A page that ends its process is left out, and the others are learnt from as if it were not there.
  @Test(arguments: ["CRASH", "EXIT"], ["1", "2"])
  func aPageThatCrashesIsLeftOut(_ fault: String, _ jobs: String) throws {
    try Self.withPages { folder in
      let learn = ["learn", "--site", "folder", "-j", jobs, "raw"]
      _ = try GhirbalProcess(learn + ["-o", "before", "-q"], in: folder)
      try Self.write("<p>GHIRBAL-FAULT-\(fault)</p>", folder + "/raw/lenn/bad.html")
      let learnt = try GhirbalProcess(
        learn + ["-o", "after"], in: folder, environment: ["GHIRBAL_TEST_FAULT": "1"])
      #expect(learnt.status == 0)
      #expect(learnt.errors.contains("lenn/bad.html left out: crashed"), "\(learnt.errors)")
      #expect(try Self.text(folder + "/after") == Self.text(folder + "/before"))
      _ = try GhirbalProcess(learn + ["-o", "here", "-q", "--no-isolation"], in: folder)
      _ = try GhirbalProcess(learn + ["-o", "there", "-q"], in: folder)
      #expect(try Self.text(folder + "/here") == Self.text(folder + "/there"))
    }
  }

  @Test func aRunLearnsForItself() throws {
    try Self.withPages("profile: auto\nsite: folder\n") { folder in
      let before = try GhirbalProcess(["clean", "raw/lenn/1.html"], in: folder)
      #expect(before.status == 78)
      #expect(before.errors.contains("profile: auto is learnt by `run` over the whole input"))
      let run = try GhirbalProcess(["run"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("learnt 1 site of 8 pages; see clean/sites.ghirbal"))
      #expect(try !Self.text(folder + "/clean/lenn/1.html.txt").contains(Self.slogan))
      for command in ["verify", "diff"] {
        let process = try GhirbalProcess([command], in: folder)
        #expect(process.status == 0, "\(command): \(process.text) \(process.errors)")
      }
      let page = try GhirbalProcess(["clean", "raw/lenn"], in: folder)
      #expect(page.status == 0 && page.errors == "")
      // The site says something else now: its pages are cleaned anew.
      for number in 0..<6 {
        try Self.write(
          Self.page(number, slogan: "Printed on the island, folded by hand, read in bed."),
          folder + "/raw/lenn/\(number).html")
      }
      #expect(try GhirbalProcess(["run", "--resume", "-q"], in: folder).status == 0)
      #expect(try !Self.text(folder + "/clean/lenn/1.html.txt").contains("folded by hand"))
    }
  }

  @Test func whatPeopleWroteHolds() throws {
    try Self.withPages { folder in
      let learn = ["learn", "--site", "folder", "-o", "sites.ghirbal", "raw"]
      _ = try GhirbalProcess(learn, in: folder)
      let learnt = try Self.text(folder + "/sites.ghirbal")
      let kept = learnt.replacing(
        "site\tlenn\t6\t6\n", with: "site\tlenn\t6\t6\nkeep\t\(Self.slogan)\n")
      try Self.write(kept, folder + "/sites.ghirbal")
      let clean = try GhirbalProcess(
        ["clean", "--profile", "sites.ghirbal", "-o", "known", "-q", "raw"], in: folder)
      #expect(clean.status == 0)
      #expect(try Self.text(folder + "/known/lenn/1.html.txt").contains(Self.slogan))
      let again = try GhirbalProcess(learn + ["--update"], in: folder)
      #expect(again.text == "")
      #expect(try Self.text(folder + "/sites.ghirbal") == kept)
      for number in 0..<6 {
        try Self.write(
          Self.page(number, slogan: "Printed on the island."), folder + "/raw/lenn/\(number).html")
      }
      let changed = try GhirbalProcess(learn + ["--update"], in: folder)
      #expect(
        changed.text
          == "- lenn: A weekly that arrives by boat is never late, it is only ahea\n+ lenn: Printed on the island.\n"
      )
    }
  }

  @Test func whatIsThereIsNotLost() throws {
    try Self.withPages { folder in
      let learn = ["learn", "-o", "sites.ghirbal", "-q"]
      _ = try GhirbalProcess(learn + ["--site", "folder", "raw"], in: folder)
      let learnt = try Self.text(folder + "/sites.ghirbal")
      // Sites are told as they were.
      #expect(try GhirbalProcess(learn + ["raw"], in: folder).status == 0)
      #expect(try Self.text(folder + "/sites.ghirbal") == learnt)
      for (arguments, status) in [
        (learn + ["--site", "host", "raw"], 78), (learn + ["raw", "none.html"], 2),
        (learn + ["--partial", "raw"], 78),
      ] as [([String], Int32)] {
        let process = try GhirbalProcess(arguments, in: folder)
        #expect(process.status == status, "\(arguments): \(process.errors)")
        #expect(try Self.text(folder + "/sites.ghirbal") == learnt, "\(arguments)")
      }
      // A site that has words of people and no pages now stays.
      let kept = learnt.replacing(
        "site\tlenn\t6\t6\n", with: "site\tlenn\t6\t6\nkeep\t\(Self.slogan)\n")
      try Self.write(kept, folder + "/sites.ghirbal")
      #expect(try GhirbalProcess(learn + ["raw/few"], in: folder).status == 0)
      #expect(try Self.text(folder + "/sites.ghirbal") == kept)
    }
  }

  @Test func checkTellsASiteThatWasBuiltAnew() throws {
    try Self.withPages("profile: sites.ghirbal\n") { folder in
      _ = try GhirbalProcess(
        ["learn", "--site", "folder", "-o", "sites.ghirbal", "-q", "raw"], in: folder)
      _ = try GhirbalProcess(["run", "-q"], in: folder)
      #expect(try GhirbalProcess(["check", "--select", "GB607"], in: folder).status == 0)
      for number in 0..<6 {
        try Self.write(
          "<h1>Number \(number)</h1><p>The new design has none of what the old one had on top.</p>",
          folder + "/raw/lenn/\(number).html")
      }
      let check = try GhirbalProcess(["check", "--select", "GB607"], in: folder)
      #expect(check.status == 1)
      #expect(check.text.hasPrefix("sites.ghirbal: "), "\(check.text)")
      #expect(check.text.contains("GB607"))
      // The place is the profile, as it was typed or from where the configuration lies.
      for arguments in [[], ["--profile", "../../sites.ghirbal"]] {
        let below = try GhirbalProcess(
          ["check", "--select", "GB607"] + arguments, in: folder + "/raw/lenn")
        #expect(
          below.text.hasPrefix("../../sites.ghirbal: "),
          "\(arguments): \(below.text) \(below.errors)")
      }
      #expect(check.text.contains("6 pages of lenn have 0.0% of its template"))
    }
  }

  @Test(
    arguments: [
      (["learn"], 64, "pages are wanted"),
      (["learn", "raw"], 64, "-o names the file to write"),
      (
        ["learn", "--site", "page", "-o", "x", "raw"], 64,
        "--site is host, domain, path:1 to path:3 or folder"
      ),
      (["learn", "--min-pages", "1", "-o", "x", "raw"], 64, "--min-pages is at least 2"),
      (["learn", "--merge", "-o", "x", "pipeline.yml"], 78, "pipeline.yml:1: this is no file of"),
      (
        ["learn", "-o", "pipeline.yml", "raw"], 78,
        "pipeline.yml:1: this is no file of site profiles"
      ),
      (["clean", "--profile", "pipeline.yml", "raw"], 78, "pipeline.yml:1: this is no file of"),
      (["learn", "-o", "x", "raw", "none.warc"], 2, "unreadable (No such file or directory)"),
      (["clean", "--profile", "none", "raw"], 2, "none: No such file"),
      (["learn", "-o", "x", "raw"], 0, "8 pages left out: nobody says their address"),
    ] as [([String], Int32, String)])
  func whatIsWrongIsSaid(_ arguments: [String], _ status: Int32, _ says: String) throws {
    try Self.withPages { folder in
      let process = try GhirbalProcess(arguments, in: folder)
      #expect(process.status == status)
      #expect(process.errors.contains(says), "\(process.errors)")
    }
  }
}
