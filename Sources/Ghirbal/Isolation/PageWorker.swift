import Foundation
import GhirbalIO
import GhirbalSites

/// What a process does that cleans pages for another one: it reads a configuration, then pages, and
/// writes what became of each.
public enum PageWorker {
  /// Works until the other side is gone, then ends the process. `file` is a socket.
  ///
  /// - Parameter own: The stages of one's own that the run knows (`PipelineConfiguration.init`).
  public static func run(_ file: Int32, own: [StageEntry] = []) -> Never {
    // The run decides when the work ends; these reach it too.
    for signal in [SIGINT, SIGTERM] { Foundation.signal(signal, SIG_IGN) }
    let channel = Channel(file: file)
    let thread = Thread {
      work(channel, own)
      end(0)
    }
    thread.stackSize = PageStack.byteCount
    thread.start()
    // A run that was killed wants no answer, and a page that hangs would never give one.
    channel.waitForHangUp()
    end(0)
  }

  private static func end(_ code: Int32) -> Never {
    ExternalProcess.endAll()
    _exit(code)
  }

  private static func work(_ channel: Channel, _ own: [StageEntry]) {
    guard let greeting = try? channel.receive(maxByteCount: .max),
      let configuration = configuration(of: greeting, own)
    else { _exit(1) }
    let pipeline = Pipeline(configuration)
    guard (try? channel.send(answer(pipeline))) != nil else { return }
    while let frame = try? channel.receive(maxByteCount: .max) {
      guard let request = PageRequest(frame: frame) else { end(1) }
      guard (try? channel.send(answer(to: request, pipeline))) != nil else { return }
    }
  }

  private static func answer(to request: PageRequest, _ pipeline: Pipeline) -> [UInt8] {
    guard !request.isForLearning else {
      // A page without a text leaves no trace.
      return pipeline.trace(of: request.page)?.bytes ?? []
    }
    return pipeline.result(
      of: request.page, sha256: request.sha256, duplicate: request.duplicate
    ).result.frame
  }

  static func greeting(_ configuration: PipelineConfiguration) -> [UInt8] {
    // None has a character U+0.
    Array(
      ([configuration.yaml, configuration.externalFolder ?? ""] + configuration.fileTexts)
        .joined(separator: "\0").utf8)
  }

  /// The configuration that a greeting says, permission to start a program included.
  static func configuration(of greeting: [UInt8], _ own: [StageEntry]) -> PipelineConfiguration? {
    guard
      let texts = String(validating: greeting, as: UTF8.self)?.split(
        separator: "\0", omittingEmptySubsequences: false
      ).map(String.init), texts.count >= 2,
      let configuration = try? PipelineConfiguration(
        ownYAML: texts[0], files: Array(texts.dropFirst(2)), own: own)
    else { return nil }
    return texts[1].isEmpty ? configuration : try? configuration.allowingExternal(in: texts[1])
  }

  /// What a process says that is of the same build and took the configuration as it was meant.
  static func answer(_ pipeline: Pipeline) -> [UInt8] { pipeline.identityOfAll.json }
}
