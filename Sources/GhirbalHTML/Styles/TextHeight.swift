/// Where text stands beside its line.
enum TextHeight {
  case raised, lowered
}
