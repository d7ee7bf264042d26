/// What ``mojibake(in:)`` finds.
public enum MojibakeFinding: String, Sendable, CaseIterable {
  /// UTF-8 that was read as windows-1252 or Latin-1, as in `cafÃ©`.
  case utf8AsWindows1252 = "utf8_as_windows_1252"
  /// UTF-8 that was read as windows-1250 or ISO 8859-2.
  case utf8AsWindows1250 = "utf8_as_windows_1250"
  /// UTF-8 that was read as windows-1251.
  case utf8AsWindows1251 = "utf8_as_windows_1251"
  /// UTF-8 that was read as windows-1256, as in `ط³ظ„ط§ظ…`.
  case utf8AsWindows1256 = "utf8_as_windows_1256"
  /// UTF-8 that was read as windows-1257.
  case utf8AsWindows1257 = "utf8_as_windows_1257"
  /// UTF-8 that was read as the encoding of the first Macintosh.
  case utf8AsMacintosh = "utf8_as_macintosh"
  /// UTF-8 that was read as the encoding of the first PC.
  case utf8AsCP437 = "utf8_as_cp437"
  /// Windows-1256 that was read as windows-1252 or Latin-1, as in `ÓáÇã`.
  case windows1256AsWindows1252 = "windows_1256_as_windows_1252"
  /// A C1 control where windows-1252 has a character.
  case windows1252AsLatin1 = "windows_1252_as_latin_1"
}
