#!/usr/bin/env python3
"""Writes the byte tables of the Encoding Standard's single-byte encodings as Swift.

Usage, from the package root:

    python3 Training/encoding/make_tables.py

Writes Sources/GhirbalText/Encoding/SingleByteTables.swift and GB18030Ranges.swift, then
`swift format -i` them. Input: the codecs of the Python that runs this, no file and no network.

Where Python and https://encoding.spec.whatwg.org/#indexes differ, the standard wins:
- 0x80...0x9F that Python leaves undefined in windows-125x and windows-874 is the C1 control of the
  same number; every other hole is U+FFFD.
- windows-1255 0xCA is U+05BA.
- koi8-u 0xAE and 0xBE are U+045E and U+040E.
The GB18030 ranges are what four-byte sequences stand for below U+10000: runs of consecutive code
points, as in index-gb18030-ranges; pointer 7457 is U+E7C7 by the standard's own exception.
"""

import pathlib

HERE = pathlib.Path(__file__).resolve().parents[2] / "Sources/GhirbalText/Encoding"

# The Swift case, and Python's name for the codec.
TABLES = [
    ("ibm866", "cp866"), ("iso8859Part2", "iso8859-2"), ("iso8859Part3", "iso8859-3"),
    ("iso8859Part4", "iso8859-4"), ("iso8859Part5", "iso8859-5"), ("iso8859Part6", "iso8859-6"),
    ("iso8859Part7", "iso8859-7"), ("iso8859Part8", "iso8859-8"), ("iso8859Part10", "iso8859-10"),
    ("iso8859Part13", "iso8859-13"), ("iso8859Part14", "iso8859-14"), ("iso8859Part15", "iso8859-15"),
    ("iso8859Part16", "iso8859-16"), ("koi8R", "koi8-r"), ("koi8U", "koi8-u"),
    ("macintosh", "mac-roman"), ("windows874", "cp874"), ("windows1250", "cp1250"),
    ("windows1251", "cp1251"), ("windows1252", "cp1252"), ("windows1253", "cp1253"),
    ("windows1254", "cp1254"), ("windows1255", "cp1255"), ("windows1256", "cp1256"),
    ("windows1257", "cp1257"), ("windows1258", "cp1258"), ("xMacCyrillic", "mac-cyrillic"),
]
CORRECTIONS = {
    ("windows1255", 0xCA): 0x05BA,
    ("koi8U", 0xAE): 0x045E,
    ("koi8U", 0xBE): 0x040E,
}


def row(case, codec):
    values = []
    for byte in range(0x80, 0x100):
        text = bytes([byte]).decode(codec, "ignore")
        value = ord(text) if text else 0xFFFD
        if value == 0xFFFD and byte < 0xA0 and case.startswith("windows"):
            value = byte
        values.append(CORRECTIONS.get((case, byte), value))
    return values


def single_byte():
    lines = [
        "// Written by Training/encoding/make_tables.py; not edited by hand.",
        "",
        "/// What bytes 0x80...0xFF stand for in each single-byte encoding; U+FFFD where nothing does.",
        "///",
        "/// The indexes of https://encoding.spec.whatwg.org/#legacy-single-byte-encodings.",
        "enum SingleByteTables {",
    ]
    for case, codec in TABLES:
        values = row(case, codec)
        assert len(set(v for v in values if v != 0xFFFD)) == sum(v != 0xFFFD for v in values), case
        lines.append(f"  static let {case}: [UInt16] = [")
        for start in range(0, 128, 8):
            lines.append("    " + ", ".join(f"0x{v:04X}" for v in values[start:start + 8]) + ",")
        lines.append("  ]")
    lines.append("}")
    (HERE / "SingleByteTables.swift").write_text("\n".join(lines) + "\n")


def gb18030_ranges():
    rows, previous = [], None
    for pointer in range(39420):
        b = [pointer // 12600 + 0x81, pointer // 1260 % 10 + 0x30, pointer // 10 % 126 + 0x81,
             pointer % 10 + 0x30]
        value = ord(bytes(b).decode("gb18030"))
        if pointer == 7457:
            continue  # the exception; the range around it runs on
        if previous is None or value - pointer != previous:
            rows.append((pointer, value))
            previous = value - pointer
    lines = [
        "// Written by Training/encoding/make_tables.py; not edited by hand.",
        "",
        "/// Where four-byte GB18030 sequences below U+10000 start to count on: pointer, code point.",
        "///",
        "/// index-gb18030-ranges of https://encoding.spec.whatwg.org/#indexes, up to pointer 39419.",
        "enum GB18030Ranges {",
        "  static let rows: [(pointer: UInt16, scalar: UInt16)] = [",
    ]
    for start in range(0, len(rows), 5):
        lines.append("    " + ", ".join(f"({p}, 0x{v:04X})" for p, v in rows[start:start + 5]) + ",")
    lines += ["  ]", "}"]
    (HERE / "GB18030Ranges.swift").write_text("\n".join(lines) + "\n")
    return rows


if __name__ == "__main__":
    single_byte()
    print(len(TABLES), "tables,", len(gb18030_ranges()), "ranges")
