/// What a stage may know of a page beside its document.
struct PageOfStage: Sendable {
  var path: String?
  var url: String?
}
