/// The changes that undo readings of `text` in the wrong encoding.
///
/// Found are UTF-8 that was read as windows-1252 (or Latin-1), 1250, 1251, 1256, 1257, the first Mac's
/// or the first PC's encoding, also twice and thrice; windows-1256 that was read as windows-1252; and
/// lone C1 controls. A sequence that somebody may have meant (`MARQUÉ…`, `4288×…`, `√π`) is changed
/// only beside others that nobody can have meant, and none where what is left over of broken ones is
/// as much as what can be read. A byte that was lost becomes U+FFFD. Linear.
public func mojibake(in text: Span<UInt8>) -> [Replacement<MojibakeFinding>] {
  if text.withUnsafeBufferPointer(MojibakeStops.isPlain) { return [] }
  return settledReplacements(in: text) { bytes in
    let scan = MojibakeScan(text: Scalars(bytes))
    return scan.look()
  }
}

/// One look at a text.
private struct MojibakeScan {
  let text: Scalars

  func look() -> Look<MojibakeFinding> {
    let gate = readGate()
    if gate.readings == 0, !gate.hasControl, gate.highLetters < 4 { return Look() }
    var look = Look<MojibakeFinding>()
    var best: (reading: MojibakeReading, verdict: MojibakeEvidence.Verdict)?
    var brokenUnits = 0
    for (index, reading) in MojibakeReading.all.enumerated()
    where gate.readings & (1 << UInt16(index)) != 0 {
      let verdict = MojibakeEvidence.judged(text, as: reading)
      if verdict.isBroken {
        brokenUnits = max(brokenUnits, verdict.units)
      } else if verdict.units > best?.verdict.units ?? 0 {
        best = (reading, verdict)
      }
    }
    // Letters of windows-1256 that happen to form sequences: what is left of them says so.
    if gate.highLetters >= 4, best?.verdict.strays ?? 1 > 0,
      let decoded = ArabicReadAsLatin.replacements(in: text)
    {
      look.replacements = decoded
      look.isSettled = false
      return look
    }
    // A garble that one reading explains in pieces is not better explained by another.
    if let found = best, found.verdict.units <= brokenUnits { return look }
    if let best {
      for sequence in best.verdict.sequences {
        look.replacements.append(
          Replacement(
            sequence.range, with: String(scalarValue: sequence.value) + sequence.suffix,
            best.reading.finding, rule: best.reading.encoding.name,
            confidence: sequence.strength == .certain ? 0.99 : 0.9))
      }
    } else if gate.hasControl {
      look.replacements = controls()
    }
    look.isSettled = false
    return look
  }

  private struct Gate {
    /// The readings in which some scalar leads and the next goes on.
    var readings: UInt16 = 0
    var hasControl = false
    /// Letters of U+00C0...U+00FF, up to where no more are needed.
    var highLetters = 0
  }

  /// Reads the text once for anything that is worth a closer look.
  private func readGate() -> Gate {
    MojibakeReading.roles.withUnsafeBufferPointer { roles in
      var gate = Gate()
      var leads: UInt16 = 0
      var before: UInt32 = 0
      var offset = 0
      while offset < text.count {
        let byte = text.bytes[offset]
        if byte < 0x80 {
          if leads != 0 {
            // A no-break space that became a plain one may complete a sequence.
            if byte == 0x20, before == 0xC3 { gate.readings |= leads }
            leads = 0
          }
          offset += 1
          if offset < text.count, text.bytes[offset] < 0x80 {
            offset = text.endOfASCII(from: offset)
          }
          continue
        }
        // Letters of two bytes beyond Latin-1 only lead and go on.
        if byte > 0xC3, byte < 0xE0, offset + 1 < text.count {
          before = UInt32(byte & 0x1F) << 6 | UInt32(text.bytes[offset + 1] & 0x3F)
          let role = roles[Int(before)]
          gate.readings |= leads & role >> 8
          leads = role & 0xFF
          offset += 2
          continue
        }
        let (value, count) = text.scalar(at: offset)
        offset += count
        before = value
        if value < SingleByteEncoding.reverseCount {
          let role = roles[Int(value)]
          gate.readings |= leads & role >> 8
          leads = role & 0xFF
          if value <= 0xFF {
            if value <= 0x9F { gate.hasControl = true }
            if value >= 0xC0 { gate.highLetters &+= 1 }
          }
        } else {
          if value == 0xFFFD { gate.readings |= leads }
          leads = 0
        }
      }
      return gate
    }
  }

  /// Lone C1 controls that windows-1252 has a character for.
  private func controls() -> [Replacement<MojibakeFinding>] {
    var replacements: [Replacement<MojibakeFinding>] = []
    var offset = 0
    while offset < text.count {
      let (value, count) = text.scalar(at: offset)
      if (0x80...0x9F).contains(value) {
        let meant = SingleByteEncoding.windows1252.scalar(UInt8(value))
        if meant != value, isPunctuation(value) || !isBehindLead(offset) {
          replacements.append(
            Replacement(
              offset..<(offset + count), with: String(scalarValue: meant), .windows1252AsLatin1,
              confidence: 0.95))
        }
      }
      offset += count
    }
    return replacements
  }

  /// Quotation marks, dashes, the ellipsis and the bullet.
  private func isPunctuation(_ control: UInt32) -> Bool {
    control == 0x85 || (0x91...0x97).contains(control) || control == 0x84 || control == 0x82
  }

  /// Whether what stands before `offset` may be the rest of a broken sequence.
  private func isBehindLead(_ offset: Int) -> Bool {
    guard let before = text.scalar(before: offset)?.value else { return false }
    return (0x80...0xBF).contains(before) || (0xC2...0xF4).contains(before)
  }
}
