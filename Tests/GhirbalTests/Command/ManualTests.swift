import Foundation
import GhirbalIO
import TestSupport
import Testing

/// The manual page and the completions, as script/install puts them beside the command.
@Suite(.serialized) struct ManualTests {
  /// Runs a script with the command in the path and its shared files under `$share`.
  private static func shell(_ script: String) throws -> GhirbalProcess {
    try TemporaryFolder.with { folder in
      let command = try #require(GhirbalProcess.executable)
      let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardized.path
      let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
      return try GhirbalProcess(
        executable: URL(filePath: "/bin/sh"),
        [
          "-c",
          "set -e\n'\(root)/script/install-share' '\(command.path)' .\nshare=$PWD/share\n\(script)",
        ],
        in: folder,
        environment: ["PATH": command.deletingLastPathComponent().path + ":" + path])
    }
  }

  @Test func thePageNamesEveryCommandAndOption() throws {
    let page = try Self.shell("cat $share/man/man1/ghirbal.1")
    #expect(page.status == 0 && page.errors.isEmpty, "\(page.errors)")
    let again = try Self.shell("ghirbal manual")
    #expect(page.output == again.output, "the same version has the same page")
    let help = try Self.shell(
      "ghirbal --help | sed -n 's/^  \\([a-z][a-z]*\\) .*/\\1/p' | while read c; do echo $c; done")
    let commands = help.text.split(separator: "\n").map(String.init)
    #expect(commands.count >= 10)
    for command in commands where command != "help" {
      #expect(page.text.contains(".SS \"ghirbal \(command)\"\n"), "\(command)")
      let usage = try Self.shell("ghirbal \(command) --help").text
      for word in usage.split(whereSeparator: { " \n[](),|/".contains($0) })
      where word.hasPrefix("--") && word != "--help" && word != "--version" {
        let typed = word.replacing("-", with: "\\-")
        #expect(page.text.contains(typed), "\(command) \(word)")
      }
    }
    #expect(page.text.contains("diff, check or verify found something."))
    for hidden in ["manual", "help"] {
      #expect(!page.text.contains(".SS \"ghirbal \(hidden)\"\n"))
    }
  }

  @Test(.enabled(if: SystemTool.exists("groff"), "there is no groff"))
  func groffHasNoWarning() throws {
    let page = try Self.shell("groff -man -ww -Tascii -P-cbou $share/man/man1/ghirbal.1")
    #expect(page.status == 0 && page.errors.isEmpty, "\(page.errors)")
    #expect(page.text.contains("ghirbal clean [options] [paths ...]"))
    #expect(page.text.contains("--only stage,..."))
    #expect(page.text.contains("--resume, --no-resume"))
  }

  /// What each shell offers for a line that is not finished.
  static let lines = [
    ("clean --onl", ["--only"]), ("cle", ["clean"]), ("clean --to js", ["jsonl"]),
    ("clean --only repair_w", ["repair_words"]), ("config val", ["validate"]),
    ("clean --format mark", ["markdown"]), ("stream --format te", ["text"]),
    ("clean --read-as ht", ["html"]),
    (
      "stages drop",
      ["drop_unseen_text", "drop_site_template", "drop_site_chrome", "drop_duplicate_blocks"]
    ),
  ]

  @Test(.enabled(if: SystemTool.exists("bash"), "there is no bash"), arguments: lines)
  func bashCompletes(_ line: String, _ offers: [String]) throws {
    let process = try Self.shell(
      """
      bash --norc -c '
      source $0
      set -- ghirbal \(line)
      COMP_LINE="$*"
      COMP_POINT=${#COMP_LINE}
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _ghirbal ghirbal "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf "%s\\n" "${COMPREPLY[@]}"' $share/bash-completion/completions/ghirbal
      """)
    #expect(process.status == 0 && process.errors.isEmpty, "\(process.errors)")
    #expect(process.text.split(separator: "\n").map(String.init) == offers)
  }

  @Test(.enabled(if: SystemTool.exists("fish"), "there is no fish"), arguments: lines)
  func fishCompletes(_ line: String, _ offers: [String]) throws {
    let process = try Self.shell(
      """
      HOME=$PWD fish --no-config -c '
      source $argv[1]
      complete -C "ghirbal \(line)"' $share/fish/vendor_completions.d/ghirbal.fish | cut -f1
      """)
    #expect(process.status == 0 && process.errors.isEmpty, "\(process.errors)")
    #expect(Set(process.text.split(separator: "\n").map(String.init)) == Set(offers))
  }

  @Test(.enabled(if: SystemTool.exists("zsh"), "there is no zsh")) func zshLoads() throws {
    let process = try Self.shell(
      """
      zsh -f -c '
      fpath=($1 $fpath)
      autoload -Uz compinit
      compinit -u -D
      print -r -- $_comps[ghirbal]
      autoload +X _ghirbal' zsh $share/zsh/site-functions
      """)
    #expect(process.status == 0 && process.errors.isEmpty, "\(process.errors)")
    #expect(process.text == "_ghirbal\n")
  }
}
