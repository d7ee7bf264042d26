"""Halves, figures and tables of site profiles; the binary is a stand-in that learns lines."""

import json
import stat
import tempfile
import unittest
from pathlib import Path

from quality import plain, sites
from quality.flattened import Figures
from quality.sites import Measured, Profiles, SitePage, differences, halves, measured, worse

STAND_IN = """#!/usr/bin/env python3
import base64, json, pathlib, re, sys
arguments = sys.argv[1:]
def pages(name):
    for line in pathlib.Path(name).read_text().splitlines():
        row = json.loads(line)
        html = base64.b64decode(row.get("html_base64", "")).decode()
        yield row, row.get("text") or "\\n".join(re.findall(">([^<>]+)<", html))
def site(row):
    return row["url"].split("/")[2]
if arguments[0] == "stop":
    sys.exit(64)
assert pathlib.Path("pipeline.yml").read_text() == CONFIGURATION
if arguments[0] == "learn":
    assert arguments[arguments.index("--site") + 1] == "host"
    seen, learned = {}, {}
    for row, text in pages(arguments[1]):
        for line in set(text.split("\\n")):
            learned.setdefault(site(row), []).append(line)
    pathlib.Path(arguments[arguments.index("-o") + 1]).write_text(json.dumps(learned))
elif arguments[0] == "clean":
    known = {}
    if "--profile" in arguments:
        known = json.loads(pathlib.Path(arguments[arguments.index("--profile") + 1]).read_text())
    for row, text in pages(arguments[-1]):
        if "fails" in text:
            print(json.dumps({"id": row["id"], "status": "failed", "text": None}))
            continue
        lines = [line for line in text.split("\\n") if line not in known.get(site(row), [])]
        print(json.dumps({"id": row["id"], "status": "ok", "text": "\\n".join(lines) + "\\n"}))
    sys.exit(2)
""".replace("CONFIGURATION", repr(sites.CONFIGURATION))


def _page(menu: str, text: str) -> str:
    return f"<html><body><div>{menu}</div><h1>Title</h1><p>{text}</p></body></html>"


def _folder(folder: Path, pages_of_a_site: int = 4) -> Path:
    """Two sites; each text is one of its page, each menu one of its site."""
    (folder / "pages").mkdir()
    with (folder / "gold.jsonl").open("w") as gold:
        for site in ("Ferry_News", "mill"):
            for number in range(pages_of_a_site):
                text = f"{site} word{number} other{number}"
                row = {
                    "id": f"{site}-{number}",
                    "site": site,
                    "main_text": text,
                    "neither": ["Title"],
                }
                gold.write(json.dumps(row) + "\n")
                page = folder / "pages" / f"{row['id']}.html"
                page.write_text(_page(f"Menu of {site}", text))
        gold.write(json.dumps({"id": "none", "site": "mill", "main_text": ""}) + "\n")
    return folder


def load(folder: Path) -> list[SitePage]:
    return sites.load(folder, lambda html: plain.text_of(html.decode()))


class Sites(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.binary = self.folder / "ghirbal"
        self.binary.write_text(STAND_IN)
        self.binary.chmod(self.binary.stat().st_mode | stat.S_IXUSR)

    def test_halves_are_of_each_site_and_hold_each_page_once(self):
        pages = load(_folder(self.folder, 5))
        parts = halves(pages)
        self.assertEqual(list(parts), ["Ferry_News", "mill"])
        for site, (first, second) in parts.items():
            self.assertEqual((len(first), len(second)), (3, 2))
            self.assertEqual({page.site for page in first + second}, {site})
        ids = sorted(page.id for both in parts.values() for half in both for page in half)
        self.assertEqual(ids, sorted(page.id for page in pages))
        again = halves(pages[::-1])
        self.assertEqual(
            [page.id for page in again["mill"][0]], [page.id for page in parts["mill"][0]]
        )

    def test_a_page_has_a_host_of_its_site(self):
        page = load(_folder(self.folder))[0]
        row = json.loads(page.line("flattened"))
        self.assertEqual(row["url"], "https://ferry-news.example/Ferry_News-0")
        self.assertEqual(row["text"], "Menu of Ferry_News\nTitle\nFerry_News word0 other0")
        self.assertNotIn("text", json.loads(page.line("html")))

    def test_a_half_is_cleaned_by_what_the_other_taught(self):
        parts = halves(load(_folder(self.folder)))
        profiles = Profiles(self.binary)
        for form in sites.FORMS:
            with self.subTest(form):
                own = profiles.without(parts, form)
                self.assertEqual(own["mill-1"], "Menu of mill\nTitle\nmill word1 other1\n")
                learned = profiles.learned(parts, form)
                self.assertEqual(set(learned), set(own))
                self.assertEqual(learned["mill-1"], "mill word1 other1\n")

    def test_a_call_that_stops_is_an_error(self):
        with self.assertRaisesRegex(RuntimeError, "exit 64"):
            Profiles(self.binary)._call(self.folder, "stop")

    def test_what_may_be_kept_or_not_counts_nowhere(self):
        parts = halves(load(_folder(self.folder)))
        texts = Profiles(self.binary).learned(parts, "html")
        found = measured(parts, texts)
        self.assertEqual(found.all, Figures(8, 1.0, 1.0, 0.0))
        with_titles = {id: f"Title\n{text}" for id, text in texts.items()}
        self.assertEqual(measured(parts, with_titles), found)
        whole = {
            page.id: page.flat.text for both in parts.values() for half in both for page in half
        }
        self.assertEqual(measured(parts, whole).all.left, 1.0)

    def test_a_page_that_fails_has_no_text(self):
        folder = _folder(self.folder)
        (folder / "pages" / "mill-1.html").write_text(_page("Menu", "it fails"))
        self.assertEqual(Profiles(self.binary).without(halves(load(folder)), "html")["mill-1"], "")

    def test_differences_begin_with_the_worst(self):
        def of(**f1: float) -> Measured:
            return Measured(Figures(1, 0, 0, 0), {s: Figures(1, f, 1, 0) for s, f in f1.items()})

        found = differences(of(a=0.5, b=0.5, c=0.5), of(a=0.6, b=0.498, c=0.49))
        self.assertEqual(list(found), ["c", "b", "a"])
        self.assertEqual(worse(found), 1)

    def test_tables_and_report(self):
        parts = halves(load(_folder(self.folder)))
        profiles = Profiles(self.binary)
        forms = {
            form: {
                name: measured(parts, texts)
                for name, texts in sites.systems(parts, profiles, form, peers=False)
            }
            for form in sites.FORMS
        }
        table = sites.systems_table({"made": forms})
        self.assertIn("| made | html | ghirbal + profile | 1.000 | 1.000 | .000 | 0 of 2 |", table)
        self.assertIn("| made | flattened | plain rule | 1.000 | 1.000 | .000 | – | – |", table)
        self.assertIn(
            "| made | mill | 4 | .667 | 1.000 | +.333 |", sites.sites_table({"made": forms})
        )
        report = json.loads(sites.as_json({"made": forms}, "9.9"))
        self.assertEqual(report["ghirbal"], "9.9")
        own = report["sets"]["made"]["flattened"]["ghirbal + profile"]
        self.assertEqual(own["sites"]["mill"], {"texts": 4, "f1": 1.0, "kept": 1.0, "left": 0.0})

    def test_signs(self):
        rows = [(0.0121, "+.012"), (-0.0049, "−.005"), (0.0001, ".000"), (-0.0001, ".000")]
        for value, expected in rows:
            with self.subTest(value):
                self.assertEqual(sites.signed(value), expected)


if __name__ == "__main__":
    unittest.main()
