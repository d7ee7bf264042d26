"""Made-up sites with gold that is exact: what each site repeats, and what of it is main content.

    python3 -m quality.made_sites OUT [--kind measured|training] [--seed N]

Writes a benchmark folder, `OUT/pages/ID.html` and `OUT/gold.jsonl`, whose rows have `site` beside what a
benchmark folder has, and `neither`: texts (titles, prices) that may be kept or not. `measured` are twelve
sites of sixty pages in six languages, `training` twelve others of 20 to 40 pages, other kinds and other
markup. The same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import html
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .grammar import Grammar
from .made_kinds import CHROME, KINDS, Site, form
from .made_markup import Dress, Element, Gold


@dataclass(frozen=True)
class Plan:
    """A site: what kind of pages it has, in which language, how many, and how it writes them."""

    name: str
    kind: str
    language: str
    pages: int
    dress: Dress


MEASURED = (
    Plan("rudname", "blog", "fa", 60, Dress("wordpress", "table")),
    Plan(
        "dukan",
        "shop",
        "fa",
        60,
        Dress("module", "list", is_semantic=False, side="before", wraps=1),
    ),
    Plan(
        "mina",
        "news",
        "ar",
        60,
        Dress("portal", "table", is_semantic=False, menus="links", wraps=2),
    ),
    Plan("buyut", "listing", "ar", 60, Dress("wordpress", "dl", menus="blocks", headings="h3")),
    Plan("oakandtin", "shop", "en", 60, Dress("wordpress", "table", headings="h3", wraps=1)),
    Plan("blockdocs", "documentation", "en", 60, Dress("module", "dl", side="before")),
    Plan("tihaya", "blog", "ru", 60, Dress("portal", "lines", is_semantic=False, headings="b")),
    Plan("mastera", "forum", "ru", 60, Dress("portal", "lines", is_semantic=False, menus="links")),
    Plan("eichenhaus", "shop", "de", 60, Dress("module", "dl", menus="blocks", headings="b")),
    Plan("zimmerfrei", "listing", "de", 60, Dress("portal", "table", is_semantic=False, wraps=1)),
    Plan("hebian", "news", "zh", 60, Dress("wordpress", "table", side="before", wraps=1)),
    Plan("kuaidocs", "documentation", "zh", 60, Dress("portal", "table", is_semantic=False)),
)

TRAINING = (
    Plan("nuhas", "reviewed shop", "ar", 36, Dress("bootstrap", "spans", menus="links", wraps=1)),
    Plan("warsha", "garage", "ar", 24, Dress("hashed", "list", is_semantic=False, wraps=2)),
    Plan("sosna", "shop", "ru", 40, Dress("hashed", "table", is_semantic=False, menus="blocks")),
    Plan("remont", "garage", "ru", 28, Dress("bootstrap", "dl", side="before", headings="h4")),
    Plan("tonghu", "shop", "zh", 32, Dress("hashed", "dl", wraps=3, headings="b")),
    Plan("chahu", "forum", "zh", 30, Dress("bootstrap", "lines", menus="blocks", side="before")),
    Plan(
        "kestrel",
        "reviewed shop",
        "en",
        40,
        Dress("hashed", "spans", is_semantic=False, headings="h4", wraps=2),
    ),
    Plan("harbourflats", "listing", "en", 36, Dress("bootstrap", "list", wraps=1)),
    Plan(
        "mahdasht", "listing", "fa", 30, Dress("hashed", "spans", is_semantic=False, side="before")
    ),
    Plan("sofreh", "recipe", "fa", 34, Dress("bootstrap", "table", menus="links", headings="h3")),
    Plan("topfgucker", "recipe", "de", 20, Dress("hashed", "list", is_semantic=False, wraps=1)),
    Plan(
        "kesselforum", "forum", "de", 26, Dress("hashed", "lines", is_semantic=False, menus="links")
    ),
)

PLANS = {"measured": MEASURED, "training": TRAINING}


@dataclass(frozen=True)
class Made:
    """A page and its gold."""

    id: str
    plan: Plan
    title: str
    html: str
    main_text: str
    neither: tuple[str, ...]

    @property
    def row(self) -> dict[str, object]:
        return {
            "id": self.id,
            "url": f"https://{self.plan.name}.example/{self.id.rpartition('-')[2]}.html",
            "site": self.plan.name,
            "lang": self.plan.language,
            "page_type": self.plan.kind.rpartition(" ")[2],
            "title": self.title,
            "main_text": self.main_text,
            "neither": list(self.neither),
        }


def pages(plan: Plan, seed: int) -> Iterator[Made]:
    """The pages of a site."""
    grammar = Grammar(plan.language, f"{seed} {plan.name}")
    kind = KINDS[plan.kind]
    site = Site(plan.name, grammar, plan.dress, _titles(grammar, kind.titles, plan.pages))
    kind.draw(site)
    frame = _Frame(site)
    for number, title in enumerate(site.titles):
        page = frame.around(kind.make(site, number, title), title)
        lines = list(page.lines())
        head = f"<title>{html.escape(title)} | {frame.sign}</title>"
        direction = ' dir="rtl"' if plan.language in ("ar", "fa") else ""
        yield Made(
            id=f"{plan.name}-{number + 1:02}",
            plan=plan,
            title=title,
            html=f'<!DOCTYPE html>\n<html lang="{plan.language}"{direction}>\n<head>'
            f'<meta charset="utf-8">{head}</head>\n{page.html()}</html>\n',
            main_text="\n".join(text for gold, text in lines if gold is Gold.MAIN),
            neither=tuple(text for gold, text in lines if gold is Gold.NEITHER),
        )


def _titles(grammar: Grammar, section: str, count: int) -> list[str]:
    """So many titles, none twice."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[grammar.line(section)] = None
    return list(found)


class _Frame:
    """What stands around the main column: the same on each page, or one of a few."""

    def __init__(self, site: Site) -> None:
        self.site = site
        grammar, dice = site.grammar, site.grammar.dice
        self.sign = grammar.line("place")
        self.slogan = grammar.line("slogan")
        self.entries = grammar.all("nav")[: dice.randint(5, 8)]
        self.categories = grammar.all("category")
        self.footer = dice.sample(grammar.all("footer"), 4)
        self.cookie = grammar.all("cookie")[0] if dice.random() < 0.5 else ""
        self.popular = [dice.sample(site.titles, 5) for _ in range(3)]
        self.months = [
            f"{grammar.line('month')} {year} ({dice.randint(2, 30)})" for year in range(2018, 2024)
        ]

    def around(self, column: Sequence[Element], title: str) -> Element:
        """The page's body."""
        site, dress = self.site, self.site.dress
        grammar = site.grammar
        sign = Element("a", (self.sign,), 'href="/"')
        header = dress.element(
            "header", sign, Element("p", (self.slogan,)), dress.menu(self.entries)
        )
        crumbs = dress.element(
            "crumbs", grammar.all("crumb")[0], " ", Element("a", (self.entries[0],), 'href="/"'), " › ",
            Element("a", (grammar.dice.choice(self.categories),), 'href="/c"'), gold=CHROME,
        )  # fmt: skip
        main = dress.element("main", crumbs, dress.element("article", *column))
        middle = (self._side(), main) if dress.side == "before" else (main, self._side())
        footer = dress.element("footer", *(Element("div", (line,)) for line in self.footer))
        cookie = [dress.element("cookie", Element("p", (self.cookie,)))] if self.cookie else []
        return Element("body", (header, Element("div", middle), footer, *cookie))

    def _side(self) -> Element:
        """Categories, a list that is one of three, months with counts, the newsletter."""
        site, dress = self.site, self.site.dress
        head = Element("h3", (site.grammar.all("popular")[0],))
        boxes = [
            dress.element("box", dress.menu(self.categories, "categories")),
            dress.element(
                "box", head, dress.menu(site.grammar.dice.choice(self.popular), "popular")
            ),
            dress.element("box", dress.menu(self.months, "months")),
            dress.element("box", form(site, "newsletter")),
        ]
        return dress.element("side", *boxes, gold=CHROME)


def write(plans: Sequence[Plan], seed: int, out: Path) -> int:
    """Writes the folder; returns how many pages it has."""
    (out / "pages").mkdir(parents=True, exist_ok=True)
    count = 0
    with (out / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for plan in plans:
            for page in pages(plan, seed):
                (out / "pages" / f"{page.id}.html").write_text(page.html, encoding="utf-8")
                gold.write(json.dumps(page.row, ensure_ascii=False) + "\n")
                count += 1
    return count


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 -m quality.made_sites",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("out", metavar="OUT", type=Path)
    parser.add_argument("--kind", choices=sorted(PLANS), default="measured")
    parser.add_argument("--seed", type=int, default=17)
    arguments = parser.parse_args(argv)
    count = write(PLANS[arguments.kind], arguments.seed, arguments.out)
    print(f"{count} pages in {arguments.out}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
