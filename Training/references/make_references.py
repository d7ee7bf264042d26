#!/usr/bin/env python3
"""Writes Sources/GhirbalHTML/NamedReferenceRows.swift from Python's copy of the HTML standard's table.

The table is a list of facts of the WHATWG HTML standard, section 13.5, "Named character references".
Run from the top of the project: python3 Training/references/make_references.py
"""
import html.entities
from pathlib import Path

HEAD = '''/// The named character references of the HTML standard, section 13.5.
///
/// One row a reference: the name as it stands after `&` (with its semicolon, or without where the
/// standard allows that), then its one or two scalars in hexadecimal. Sorted by the UTF-8 of the
/// name. Written by `Training/references/make_references.py`.
enum NamedReferenceRows {
  static let rows: StaticString = """
'''
rows = sorted(html.entities.html5.items(), key=lambda row: row[0].encode())
body = "".join(
    f"    {name} {' '.join(f'{ord(c):X}' for c in value)}\n" for name, value in rows
)
Path("Sources/GhirbalHTML/NamedReferenceRows.swift").write_text(HEAD + body + '    """\n}\n')
