import Foundation
import Ghirbal
import GhirbalIO

/// Looks for the configuration that holds in the current folder: there, then in the folders above.
///
/// The search ends at the folder of a repository or at the person's home, and at the root: what lies
/// above is somebody else's. A pipeline.yml above that has not one key of Ghirbal's, nor one that could
/// be a slip of the pen, is another tool's and is passed over.
enum ConfigurationSearch {
  /// In one folder the first of these wins.
  static let names = ["ghirbal.yml", ".ghirbal.yml", "pipeline.yml"]
  /// The name that other tools use too.
  private static let sharedName = "pipeline.yml"

  struct Found {
    /// As seen from here; nil where none was found.
    var file: String?
    var bytes: [UInt8] = []
    /// Files of other tools that were passed over.
    var passedOver: [String] = []
  }

  static func find() throws(FileProblem) -> Found {
    var found = Found()
    var prefix = ""
    var folder = FileManager.default.currentDirectoryPath
    // As shells know it; Foundation asks the user database first.
    let home = ProcessInfo.processInfo.environment["HOME"]
    while true {
      for name in names where FileManager.default.fileExists(atPath: prefix + name) {
        let bytes = try AtomicFile.read(
          prefix + name, maxBytes: PipelineConfiguration.maxUTF8Count)
        if name == sharedName, !prefix.isEmpty, PipelineConfiguration.isForeign(bytes) {
          found.passedOver.append(prefix + name)
          continue
        }
        found.file = prefix + name
        found.bytes = bytes
        return found
      }
      guard let slash = folder.lastIndex(of: "/"), folder.count > 1, folder != home,
        !FileManager.default.fileExists(atPath: prefix + ".git")
      else { return found }
      folder = String(folder[..<slash])
      prefix += "../"
    }
  }
}
