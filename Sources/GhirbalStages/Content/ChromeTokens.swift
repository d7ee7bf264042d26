/// Looks for words in class and id attributes.
enum ChromeTokens {
  /// Whether a class or id attribute has one of the words: `post-share-bar` has, `cardinal` has not.
  static func names(_ attribute: String, _ tokens: Set<String>) -> Bool {
    var word: [UInt8] = []
    var last: UInt8 = 0
    func isHit() -> Bool { tokens.contains(String(decoding: word, as: UTF8.self)) }
    for byte in attribute.utf8 {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLower = byte >= 0x61 && byte <= 0x7A
      // `relatedPosts` is two words, `postID` is too.
      if !isUpper && !isLower || (isUpper && last >= 0x61) {
        if isHit() { return true }
        word.removeAll(keepingCapacity: true)
      }
      if isUpper || isLower { word.append(byte | 0x20) }
      last = byte
    }
    return isHit()
  }
}
