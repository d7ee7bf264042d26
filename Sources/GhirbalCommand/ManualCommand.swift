import ArgumentParser
import Foundation
import Ghirbal
import GhirbalIO

/// Writes the manual page; script/install runs it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page of all commands.", shouldDisplay: false
  )

  func run() throws {
    do {
      try emit(try ManualPage().roff)
    } catch let problem as FileProblem {
      complain(problem.description)
      throw ExitCode.pagesFailed
    }
  }
}

/// The manual page in the macros of man(7), made from the declarations that parse the arguments. No
/// date stands in it, so that one version has one page.
struct ManualPage {
  private let root: Command

  init() throws {
    let dump = Data(GhirbalCommand._dumpHelp().utf8)
    root = try JSONDecoder().decode(Dump.self, from: dump).command
  }

  // MARK: What ArgumentParser tells

  /// The parts of ArgumentParser's description of a command (ToolInfoV0) that a page shows.
  private struct Dump: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let subcommands: [Command]?
    let arguments: [Argument]?

    var shown: [Command] {
      (subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
    }
    /// Without those that every command has.
    var ownArguments: [Argument] {
      (arguments ?? []).filter {
        $0.shouldDisplay && !["help", "version"].contains($0.preferredName?.name ?? "")
      }
    }
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var typed: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    let kind: String
    let names: [Name]?
    let preferredName: Name?
    let valueName: String?
    let abstract: String?
    let discussion: String?
    let defaultValue: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool

    /// The names as they are typed, short ones first.
    var typed: [String] {
      let names = names ?? []
      return (names.filter { $0.kind == "short" } + names.filter { $0.kind != "short" }).map(
        \.typed)
    }

    /// Whether this is the flag `--no-x` behind the flag `--x`.
    func isOther(than flag: Argument) -> Bool {
      kind == "flag" && flag.kind == "flag"
        && preferredName?.name == flag.preferredName.map { "no-" + $0.name }
    }
  }

  // MARK: The page

  var roff: String {
    var page = [
      ".\\\" Made by `ghirbal manual`; do not edit.",
      ".TH GHIRBAL 1 \"\" \"Ghirbal \(Self.text(Ghirbal.version))\" \"Ghirbal\"",
      ".SH NAME", "ghirbal \\- \(Self.text(Self.withoutStop(root.abstract)))",
      ".SH SYNOPSIS",
    ]
    for command in root.shown { page += Self.synopsis(command, "ghirbal") }
    page += [".SH DESCRIPTION"] + Self.description
    page.append(".SH COMMANDS")
    for command in root.shown { page += Self.section(command, "ghirbal") }
    page += [
      ".SH OPTIONS", "Every command has these as well.", ".TP",
      "\\fB\\-h\\fR, \\fB\\-\\-help\\fR", "Show how the command is used.", ".TP",
      "\\fB\\-\\-version\\fR", "Show the version.",
    ]
    for (heading, rows) in Self.ends {
      page.append(".SH \(heading)")
      for row in rows {
        page += [".TP", "\\fB\(Self.text(row.name))\\fR", Self.text(row.meaning)]
      }
    }
    page += [
      ".SH SEE ALSO",
      "The documents in the folder docs of the source: run, stream, check, configuration, stages.",
    ]
    return page.joined(separator: "\n") + "\n"
  }

  private static let description = paragraphs(
    """
    Ghirbal takes what crawlers leave behind, HTML pages or text that somebody already took out of \
    them, drops the chrome of the site, repairs glued words and lost joiners, normalises Unicode, and \
    writes clean text. Whatever it drops or changes stands in a record with its reason and the bytes \
    it came from.

    Standard output is data only; messages go to standard error. What would act on a terminal is \
    shown there as a code point; pipes and files get every byte.
    """)

  private typealias Row = (name: String, meaning: String)

  private static let ends: [(heading: String, rows: [Row])] = [
    (
      "EXIT STATUS",
      [
        ("0", "Done."), ("1", "diff, check or verify found something."),
        ("2", "Some pages failed, or a file could not be read or written."),
        ("64", "Wrong usage."), ("78", "Wrong configuration."),
        ("130, 143", "Stopped by SIGINT or SIGTERM; the next run goes on from there."),
      ]
    ),
    (
      "ENVIRONMENT",
      [
        ("NO_COLOR", "Where it is set and not empty, explain shows no colours by itself."),
        ("TERM", "Where it is dumb, there are no colours and no line of progress."),
      ]
    ),
    (
      "FILES",
      [
        (
          "pipeline.yml",
          "The configuration, in the current folder or in one above; `ghirbal config show` prints all "
            + "that is in force, `ghirbal config schema` what may stand there."
        ),
        ("manifest.jsonl", "In the output folder: a row for each page that went in, and totals."),
        (
          "*.provenance.json",
          "In the output folder: the record of a page, a line for each change."
        ),
      ]
    ),
  ]

  private static func synopsis(_ command: Command, _ parent: String) -> [String] {
    let name = "\(parent) \(command.commandName)"
    guard command.shown.isEmpty else {
      return command.shown.flatMap { synopsis($0, name) }
    }
    let arguments = command.ownArguments.filter { $0.kind == "positional" }.map { argument in
      let shown = "\\fI\(text(argument.valueName ?? ""))\\fR" + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(shown)]" : shown
    }
    let options =
      command.ownArguments.contains { $0.kind != "positional" } ? ["[\\fIoptions\\fR]"] : []
    return ["\\fB\(text(name))\\fR \((options + arguments).joined(separator: " "))", ".br"]
  }

  private static func section(_ command: Command, _ parent: String) -> [String] {
    let name = "\(parent) \(command.commandName)"
    var lines = [".SS \"\(text(name))\"", text(command.abstract ?? "")]
    if let discussion = command.discussion { lines += [".PP"] + paragraphs(discussion) }
    let arguments = command.ownArguments
    for (index, argument) in arguments.enumerated() {
      // The two names of a flag that can be turned off stand together.
      let isPair = index + 1 < arguments.count && arguments[index + 1].isOther(than: argument)
      guard index == 0 || !argument.isOther(than: arguments[index - 1]) else { continue }
      lines += [".TP"] + item(argument, or: isPair ? arguments[index + 1] : nil)
    }
    return lines + command.shown.flatMap { section($0, name) }
  }

  private static func item(_ argument: Argument, or other: Argument?) -> [String] {
    let value = "\\fI\(text(argument.valueName ?? ""))\\fR"
    let term =
      argument.kind == "positional"
      ? value
      : (argument.typed + (other?.typed ?? [])).map { "\\fB\(text($0))\\fR" }.joined(
        separator: ", ")
        + (argument.kind == "option" ? " \(value)" : "")
    let meaning = [
      argument.abstract, argument.discussion,
      argument.kind == "flag" ? nil : argument.defaultValue.map { "By default \($0)." },
    ].compactMap(\.self).joined(separator: " ")
    return [term, text(meaning)]
  }

  /// A text of several paragraphs, parted by blank lines.
  private static func paragraphs(_ prose: String) -> [String] {
    var lines: [String] = []
    for line in prose.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.isEmpty ? ".PP" : text(String(line)))
    }
    return lines
  }

  /// Text that roff sets as it stands: a hyphen is the one that is typed, and no line is a request.
  private static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      case "…": result += "..."
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  private static func withoutStop(_ sentence: String?) -> String {
    let sentence = sentence ?? ""
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}
