/// A language that the boundary model knows; the raw value is part of its hashes.
enum BoundaryLanguage: UInt8 {
  case persian = 0
  case arabic = 1
  case english = 2
}
