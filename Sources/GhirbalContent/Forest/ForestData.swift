internal import CGhirbalData

/// The forests built in, as they were shipped.
public enum ForestData {
  /// All of them, end to end.
  public static var bytes: [UInt8] {
    Array(ofBlocks) + Array(ofLines) + Array(ofTexts) + Array(ofSites) + Array(ofTitles)
      + Array(ofAuthors) + Array(ofDays)
  }

  static var ofBlocks: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: ghirbal_content_forest(), count: ghirbal_content_forest_size)
  }

  static var ofSites: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: ghirbal_site_forest(), count: ghirbal_site_forest_size)
  }

  static var ofTitles: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: ghirbal_title_forest(), count: ghirbal_title_forest_size)
  }

  static var ofAuthors: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: ghirbal_author_forest(), count: ghirbal_author_forest_size)
  }

  static var ofDays: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: ghirbal_day_forest(), count: ghirbal_day_forest_size)
  }

  static var ofTexts: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: ghirbal_text_forest(), count: ghirbal_text_forest_size)
  }

  static var ofLines: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: ghirbal_line_forest(), count: ghirbal_line_forest_size)
  }
}
