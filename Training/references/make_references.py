#!/usr/bin/env python3
"""Writes Sources/CGhirbalData/tables/named-references.txt and html4-references.txt.

The tables are lists of facts of the WHATWG HTML standard, section 13.5, "Named character references", and
of HTML 4, section 24; Python has copies of both.
Run from the top of the project: python3 Training/references/make_references.py
"""
import html.entities
from pathlib import Path

TABLES = Path("Sources/CGhirbalData/tables")
STANDARD = """\
# The named character references of the HTML standard, section 13.5.
#
# A row: the name as it stands after `&` (with its semicolon, or without where the standard allows that),
# then its one or two scalars in hexadecimal. Sorted by the UTF-8 of the name.
# Written by Training/references/make_references.py; not edited by hand.
"""
HTML4 = """\
# The named character references of HTML 4, and `apos` of XML: https://www.w3.org/TR/html4/sgml/entities.html
#
# A row: the name, then its scalar in hexadecimal.
# Written by Training/references/make_references.py; not edited by hand.
"""


def write(path, head, rows):
    rows = sorted(rows, key=lambda row: row[0].encode())
    body = (f"{name} {' '.join(f'{ord(c):X}' for c in value)}\n" for name, value in rows)
    (TABLES / path).write_text(head + "".join(body))


write("named-references.txt", STANDARD, html.entities.html5.items())
html4 = {name: chr(value) for name, value in html.entities.name2codepoint.items()}
write("html4-references.txt", HTML4, (html4 | {"apos": "'"}).items())
