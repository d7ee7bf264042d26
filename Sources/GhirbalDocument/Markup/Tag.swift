/// An HTML element's name. Names outside the list are `other`: inline, without meaning.
public enum Tag: UInt8, Sendable, CaseIterable {
  case other
  case a, abbr, acronym, address, area, article, aside, audio
  case b, base, bdi, bdo, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup
  case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
  case em, embed, fencedframe, fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, img, input, ins, kbd, label, legend, li, link
  case main, map, mark, marquee, math, menu, meta, meter
  case nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output
  case p, param, picture, plaintext, portal, pre, progress
  case q, rb, rp, rt, rtc, ruby
  case s, samp, script, search, section, select, slot, small, source, span, strike, strong, style
  case sub, summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul, `var`, video, wbr, xmp

  /// The name in markup, in lower case.
  public var name: String { String(describing: self) }

  /// The heading level, 1...6; nil for what is no heading.
  public var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether the element starts a block of its own (HTML standard, section 15.3, "flow content"
  /// rendered as `display: block`, `list-item` or a table part).
  public var isBlockLevel: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog,
      .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2,
      .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .legend, .li, .main, .marquee, .menu,
      .nav, .noframes, .noscript, .ol, .optgroup, .option, .p, .plaintext, .pre, .search, .section,
      .select, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title,
      .tr, .ul, .xmp, .iframe:
      true
    default: false
    }
  }

  /// Whether the page shows something else in the element's place, so that the text inside is for
  /// browsers that cannot (HTML standard, section 15.4, "replaced elements").
  public var isReplaced: Bool {
    switch self {
    case .audio, .canvas, .fencedframe, .iframe, .noembed, .noframes, .object, .portal, .video: true
    default: false
    }
  }

  /// Whether the text inside is no part of the sentence that the element stands in: it is for other
  /// browsers, for scripts, or in a control.
  public var isAside: Bool {
    switch self {
    case .datalist, .noscript, .select, .template, .textarea: true
    default: isReplaced
    }
  }

  /// Whether blocks keep where the element stands in their text (`Block.marks`).
  public var isMarked: Bool {
    switch self {
    case .b, .cite, .code, .del, .dfn, .em, .i, .kbd, .s, .samp, .strike, .strong, .sub, .sup, .tt,
      .var:
      true
    default: false
    }
  }
}
