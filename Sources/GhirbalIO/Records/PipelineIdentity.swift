/// What cleaned a page: all that decides over its text and record but the page itself.
///
/// The same page under the same identity gives the same bytes. A manifest has each identity once, but for
/// the profile, which each row names itself; a record has all of it where it stands alone.
public struct PipelineIdentity: Sendable, Equatable, Codable {
  /// The version of Ghirbal.
  public var ghirbal: String
  /// SHA-256 of what decides over the output in the configuration.
  public var configSha256: String
  /// SHA-256 of the rule data built in.
  public var rulesSha256: String
  /// SHA-256 of the models built in; nil in what a version wrote that did not say.
  public var modelSha256: String?
  /// SHA-256 of what a profile says of the page's site; nil where the page was judged by itself.
  public var profile: String?
  /// The version of the parser.
  public var libxml2: String
  /// In the order they run.
  public var stages: [String]

  public init(
    ghirbal: String, configSha256: String, rulesSha256: String, modelSha256: String?,
    profile: String? = nil, libxml2: String, stages: [String]
  ) {
    self.ghirbal = ghirbal
    self.configSha256 = configSha256
    self.rulesSha256 = rulesSha256
    self.modelSha256 = modelSha256
    self.profile = profile
    self.libxml2 = libxml2
    self.stages = stages
  }

  /// The identity without what it says of a page's site.
  var withoutSite: PipelineIdentity {
    var identity = self
    identity.profile = nil
    return identity
  }

  /// The identity as a JSON object on one line.
  public var json: [UInt8] {
    var json = JSONText()
    json.object {
      $0.member("ghirbal", ghirbal)
      $0.member("config_sha256", configSha256)
      $0.member("rules_sha256", rulesSha256)
      $0.member("model_sha256", modelSha256)
      if let profile { $0.member("profile", profile) }
      $0.member("libxml2", libxml2)
      $0.member("stages", stages)
    }
    return json.utf8
  }
}
