#!/usr/bin/env python3
"""Writes the tables of the Encoding Standard as text: single-byte-encodings.txt and gb18030-ranges.txt.

Usage, from the package root:

    python3 Training/encoding/make_tables.py

Writes into Sources/CGhirbalData/tables. Input: the codecs of the Python that runs this, no file and no
network.

Where Python and https://encoding.spec.whatwg.org/#indexes differ, the standard wins:
- 0x80...0x9F that Python leaves undefined in windows-125x and windows-874 is the C1 control of the
  same number; every other hole is U+FFFD.
- windows-1255 0xCA is U+05BA.
- KOI8-U 0xAE and 0xBE are U+045E and U+040E.
The GB18030 ranges are what four-byte sequences stand for below U+10000: runs of consecutive code
points, as in index-gb18030-ranges; pointer 7457 is U+E7C7 by the standard's own exception.
"""

import pathlib

HERE = pathlib.Path(__file__).resolve().parents[2] / "Sources/CGhirbalData/tables"

# The standard's name, and Python's name for the codec.
TABLES = [
    ("IBM866", "cp866"), ("ISO-8859-2", "iso8859-2"), ("ISO-8859-3", "iso8859-3"),
    ("ISO-8859-4", "iso8859-4"), ("ISO-8859-5", "iso8859-5"), ("ISO-8859-6", "iso8859-6"),
    ("ISO-8859-7", "iso8859-7"), ("ISO-8859-8", "iso8859-8"), ("ISO-8859-10", "iso8859-10"),
    ("ISO-8859-13", "iso8859-13"), ("ISO-8859-14", "iso8859-14"), ("ISO-8859-15", "iso8859-15"),
    ("ISO-8859-16", "iso8859-16"), ("KOI8-R", "koi8-r"), ("KOI8-U", "koi8-u"),
    ("macintosh", "mac-roman"), ("windows-874", "cp874"), ("windows-1250", "cp1250"),
    ("windows-1251", "cp1251"), ("windows-1252", "cp1252"), ("windows-1253", "cp1253"),
    ("windows-1254", "cp1254"), ("windows-1255", "cp1255"), ("windows-1256", "cp1256"),
    ("windows-1257", "cp1257"), ("windows-1258", "cp1258"), ("x-mac-cyrillic", "mac-cyrillic"),
    ("cp437", "cp437"),
]
CORRECTIONS = {
    ("windows-1255", 0xCA): 0x05BA,
    ("KOI8-U", 0xAE): 0x045E,
    ("KOI8-U", 0xBE): 0x040E,
}
SINGLE_BYTE = """\
# What bytes 0x80...0xFF stand for in each single-byte encoding; FFFD where nothing does.
#
# A row: the encoding, its first byte, the scalars of sixteen bytes. All in hexadecimal.
# The indexes of https://encoding.spec.whatwg.org/#legacy-single-byte-encodings; cp437 is that of
# https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT, for garbled text.
# Written by Training/encoding/make_tables.py; not edited by hand.
"""
GB18030 = """\
# Where four-byte GB18030 sequences below U+10000 start to count on: pointer, code point in hexadecimal.
#
# index-gb18030-ranges of https://encoding.spec.whatwg.org/#indexes, up to pointer 39419.
# Written by Training/encoding/make_tables.py; not edited by hand.
"""


def row(name, codec):
    values = []
    for byte in range(0x80, 0x100):
        text = bytes([byte]).decode(codec, "ignore")
        value = ord(text) if text else 0xFFFD
        if value == 0xFFFD and byte < 0xA0 and name.startswith("windows"):
            value = byte
        values.append(CORRECTIONS.get((name, byte), value))
    return values


def single_byte():
    lines = [SINGLE_BYTE]
    for name, codec in TABLES:
        values = row(name, codec)
        assert len(set(v for v in values if v != 0xFFFD)) == sum(v != 0xFFFD for v in values), name
        for start in range(0, 128, 16):
            scalars = " ".join(f"{value:04X}" for value in values[start:start + 16])
            lines.append(f"{name} {start + 0x80:02X} {scalars}\n")
    (HERE / "single-byte-encodings.txt").write_text("".join(lines))


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
    text = GB18030 + "".join(f"{pointer} {value:04X}\n" for pointer, value in rows)
    (HERE / "gb18030-ranges.txt").write_text(text)
    return rows


if __name__ == "__main__":
    single_byte()
    print(len(TABLES), "tables,", len(gb18030_ranges()), "ranges")
