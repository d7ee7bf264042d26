"""What a page is on the wire, and what an answer is."""

from __future__ import annotations

import base64
import json
import unittest

from ghirbal import Page
from ghirbal._document import Answer
from ghirbal._page import PageLike, make_line, make_page

LINES: list[tuple[str, PageLike, int | str | None, dict[str, object]]] = [
    ("str is HTML", "<p>a", 0, {"id": 0, "html": "<p>a"}),
    ("bytes go in base64", b"\xff\n", 1, {"id": 1, "html_base64": "/wo="}),
    ("a bytearray too", {"html": bytearray(b"a")}, 1, {"id": 1, "html_base64": "YQ=="}),
    ("text stays text", Page(text="a < b"), 2, {"id": 2, "text": "a < b"}),
    ("no name, no id", Page(html="a"), None, {"html": "a"}),
    ("bytes alone, no name", b"a", None, {"html_base64": "YQ=="}),
    ("base64 as it is", {"html_base64": "YQ=="}, "x", {"id": "x", "html_base64": "YQ=="}),
    ("base64 that is none", {"html_base64": 'a"'}, 0, {"id": 0, "html_base64": 'a"'}),
    (
        "the bytes come first",
        {"html": b"a", "html_base64": "x"},
        0,
        {"id": 0, "html_base64": "YQ=="},
    ),
    (
        "the text beside it",
        {"html": "a", "html_base64": "x"},
        0,
        {"id": 0, "html": "a", "html_base64": "x"},
    ),
    ("empty bytes are a page", b"", 0, {"id": 0, "html_base64": ""}),
    ("nothing at all", {}, 0, {"id": 0}),
    ("other members are passed over", {"html": "a", "warc": 1}, 0, {"id": 0, "html": "a"}),
    (
        "all that goes with it",
        Page(html="a", url="u", content_type="c", fetched_at="f", id="mine"),
        7,
        {"id": 7, "html": "a", "url": "u", "content_type": "c", "fetched_at": "f"},
    ),
    ("Persian and line feeds", "<p>می‌رود\n\u2028", 0, {"id": 0, "html": "<p>می‌رود\n\u2028"}),
    ("half of a surrogate pair", "a\ud800", 0, {"id": 0, "html": "a\ud800"}),
]

NO_PAGES: list[tuple[str, object]] = [
    ("None", None),
    ("a number", 5),
    ("html is a number", {"html": 5}),
    ("text is bytes", {"text": b"a"}),
    ("url is bytes", Page(html="a", url=b"u")),  # type: ignore[arg-type]
]

OK = b'{"id":1,"status":"ok","text":"t","document":{"title":"T"}}'

ANSWERS: list[tuple[str, bytes, bool]] = [
    ("ok", OK, True),
    ("dropped", b'{"id":1,"status":"dropped","reason":"r","text":null,"document":{}}', True),
    ("failed", b'{"id":null,"status":"failed","reason":"r","text":null,"document":null}', True),
    ("no JSON", b"Hello", False),
    ("blank", b"", False),
    ("half a line", OK[:-5], False),
    ("no UTF-8", OK.replace(b"T", b"\xff"), False),
    ("no object", b"[1]", False),
    ("no id", OK.replace(b'"id":1,', b""), False),
    ("an unknown status", OK.replace(b'"ok"', b'"fine"'), False),
    ("ok without text", OK.replace(b'"t"', b"null"), False),
    ("dropped with text", OK.replace(b'"ok"', b'"dropped","reason":"r"'), False),
    ("failed without reason", b'{"id":1,"status":"failed","text":null,"document":null}', False),
    ("ok without document", OK.replace(b'{"title":"T"}', b"null"), False),
    ("nested too deeply", b'{"id":' + b"[" * 100_000, False),
]


class Pages(unittest.TestCase):
    def test_lines(self) -> None:
        for label, page, name, members in LINES:
            with self.subTest(label):
                line = make_line(make_page(page), name)
                self.assertEqual(
                    (line.count(b"\n"), line.count(b"html_base64")), (1, "html_base64" in members)
                )
                self.assertEqual(json.loads(line), members)

    def test_base64_is_the_bytes(self) -> None:
        data = bytes(range(256)) * 40
        self.assertEqual(
            base64.b64decode(json.loads(make_line(make_page(data), 0))["html_base64"]), data
        )

    def test_no_pages(self) -> None:
        for label, page in NO_PAGES:
            with self.subTest(label), self.assertRaises(TypeError):
                make_page(page)  # type: ignore[arg-type]

    def test_answers(self) -> None:
        for label, line, is_answer in ANSWERS:
            with self.subTest(label):
                if is_answer:
                    Answer(line)
                else:
                    self.assertRaises((ValueError, RecursionError), Answer, line)

    def test_record_is_given_as_it_was_written(self) -> None:
        text = json.dumps('x,"provenance":{"')
        record = '{ "a" : [1.0, {"provenance":{}}] }'
        line = f'{{"id":1,"status":"ok","text":{text},"document":{{}},"provenance":{record}}}'
        document = Answer(line.encode()).document
        self.assertEqual(document.provenance_json, record)
        self.assertEqual(document.provenance, {"a": [1.0, {"provenance": {}}]})
        self.assertEqual(document.text, 'x,"provenance":{"')
