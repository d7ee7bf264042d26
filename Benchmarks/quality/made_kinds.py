"""Kinds of made-up pages: what stands in the main column, and what of it is main content.

What a site repeats and is chrome all the same stands here beside what it repeats and is main content:
labels of specifications, terms of delivery, the standing introduction of a series, headings of
documentation, phrases at an article's end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .grammar import Grammar
from .made_markup import Dress, Element, Gold, items, paragraph

MAIN, CHROME, NEITHER = Gold.MAIN, Gold.CHROME, Gold.NEITHER


@dataclass(frozen=True)
class User:
    """What a forum shows of somebody beside each post."""

    name: str
    rank: str
    joined: str
    posts: str
    signature: str


@dataclass
class Site:
    """What all pages of a site share, drawn once."""

    name: str
    grammar: Grammar
    dress: Dress
    titles: list[str]
    authors: list[tuple[str, str]] = field(init=False)
    """Names and what the box about them says."""

    readers: list[str] = field(init=False)
    """Who writes reviews."""

    pitches: list[str] = field(init=False)
    series: str = field(init=False)
    users: list[User] = field(init=False)

    def __post_init__(self) -> None:
        grammar, dice = self.grammar, self.grammar.dice
        names = [grammar.line("person") for _ in range(dice.randint(2, 4))]
        self.authors = [(name, grammar.line("bio", person=name)) for name in names]
        self.pitches = [grammar.line("pitch") for _ in range(dice.randint(1, 3))]
        self.series = grammar.line("series")
        self.users = []
        self.readers = []

    def draw_readers(self) -> None:
        """Draws those who write reviews."""
        self.readers = [self.grammar.line("person") for _ in range(9)]

    def draw_users(self) -> None:
        """Draws those who write in a forum; every other one has a signature."""
        line = self.grammar.line
        self.users = [
            User(
                line("user"), line("rank"), line("joined"), line("posts"),
                line("signature2") if number % 2 else "",
            )
            for number in range(12)
        ]  # fmt: skip

    def others(self, title: str, count: int) -> list[str]:
        """Titles of other pages."""
        return self.grammar.dice.sample([each for each in self.titles if each != title], count)

    def chance(self, share: float) -> bool:
        return self.grammar.dice.random() < share


def title(text: str) -> Element:
    return Element("h1", (text,), gold=NEITHER)


def related(site: Site, own: str, count: int = 4) -> Element:
    """A list that rotates: other pages' titles under a heading that stays."""
    head = Element("h3", (site.grammar.all("related")[len(site.name) % 3],))
    return site.dress.element(
        "related", head, site.dress.menu(site.others(own, count), "teasers"), gold=CHROME
    )


def pitch(site: Site) -> Element:
    text = site.grammar.dice.choice(site.pitches)
    return site.dress.element("pitch", paragraph(text), gold=CHROME)


def author_box(site: Site, author: tuple[str, str]) -> Element:
    head = Element("h4", (site.grammar.all("about")[0],))
    return site.dress.element(
        "author", head, Element("b", (author[0],)), paragraph(author[1]), gold=CHROME
    )


def byline(site: Site, author: tuple[str, str]) -> Element:
    return site.dress.element("meta", site.grammar.line("byline", author=author[0]), gold=CHROME)


def share(site: Site) -> Element:
    return site.dress.menu(site.grammar.all("share"), "share")


def tags(site: Site) -> Element:
    grammar = site.grammar
    chosen = [grammar.line("category") for _ in range(grammar.dice.randint(1, 3))]
    links = [part for tag in chosen for part in (" ", Element("a", (tag,), 'href="/t"'))]
    return site.dress.element("tags", grammar.all("tags")[0], *links, gold=CHROME)


def form(site: Site, section: str) -> Element:
    """A heading, fields and a button."""
    head, *fields = site.grammar.all(section)
    return site.dress.element(
        "form",
        Element("h3", (head,)),
        *(Element("div", (Element("label", (each,)), Element("input"))) for each in fields),
        gold=CHROME,
    )


def body(site: Site, parts: Sequence[Element], role: str = "body") -> Element:
    """The text of the page, main content but for what says otherwise."""
    return site.dress.wrapped(site.dress.element(role, *parts, gold=MAIN))


def also(site: Site, own: str) -> Element:
    """A line with another page's title in the middle of the text."""
    text = site.grammar.line("also", other=site.others(own, 1)[0])
    return site.dress.element("inline", Element("a", (text,), 'href="/o"'), gold=CHROME, tag="p")


def prose(site: Site, own: str, least: int = 5, most: int = 10) -> list[Element]:
    """Paragraphs with headings, a list or a quotation; in some pages a pitch among them."""
    grammar, dice = site.grammar, site.grammar.dice
    parts: list[Element] = []
    for number in range(dice.randint(least, most)):
        if number > 1 and dice.random() < 0.22:
            parts.append(site.dress.heading(grammar.line("heading")))
        parts.append(paragraph(grammar.prose("sentence", 1, 5)))
        if dice.random() < 0.08:
            parts.append(Element("blockquote", (paragraph(grammar.prose("sentence", 1, 2)),)))
        if dice.random() < 0.08:
            parts.append(items([grammar.line("sentence") for _ in range(dice.randint(2, 5))]))
        if number == 1 and site.chance(0.4):
            parts.append(also(site, own))
        if number == 2 and site.chance(0.4):
            parts.append(pitch(site))
    return parts


def blog(site: Site, number: int, own: str) -> list[Element]:
    author = site.grammar.dice.choice(site.authors)
    text = prose(site, own)
    if number % 3 == 0:
        text.insert(0, Element("p", (Element("em", (site.series,)),)))
    if site.chance(0.4):
        text.append(paragraph(site.grammar.line("phrase")))
    return [
        title(own), byline(site, author), body(site, text), tags(site), share(site),
        author_box(site, author), related(site, own), form(site, "comments"),
    ]  # fmt: skip


def news(site: Site, number: int, own: str) -> list[Element]:
    grammar = site.grammar
    author = grammar.dice.choice(site.authors)
    lead = site.dress.element("lead", grammar.prose("sentence", 1, 2), gold=MAIN, tag="p")
    text = prose(site, own, 4, 9)
    if site.chance(0.25):
        text.append(paragraph(grammar.line("phrase")))
    return [
        byline(site, author), title(own), share(site), body(site, [lead, *text]), pitch(site),
        tags(site), related(site, own, 6),
    ]  # fmt: skip


def specifications(site: Site, section: str, least: int, most: int) -> Element:
    """Some of the labels, in the order of the site, each with a value of this page."""
    grammar = site.grammar
    pairs = [tuple(line.split(" = ", 1)) for line in grammar.all(section)]
    count = min(len(pairs), grammar.dice.randint(least, most))
    chosen = sorted(grammar.dice.sample(range(len(pairs)), count))
    return site.dress.labelled([(pairs[index][0], pairs[index][1]) for index in chosen])


def shop(site: Site, number: int, own: str, reviews: Sequence[Element] = ()) -> list[Element]:
    """A product; what buyers say of it belongs to the text."""
    grammar, dice, dress = site.grammar, site.grammar.dice, site.dress
    price = dress.element("price", grammar.line("price"), gold=NEITHER)
    buy = dress.element(
        "buy", price, *(Element("div", (line,)) for line in grammar.all("buy")), gold=CHROME
    )
    text = [
        paragraph(grammar.prose("feature", 2, 4, grammar.stop)) for _ in range(dice.randint(1, 4))
    ]
    text += [dress.heading(grammar.all("specs")[0]), specifications(site, "spec", 5, 10)]
    if site.chance(0.5):
        text += [dress.heading(grammar.all("inside")[0])]
        text += [items([grammar.line("item") for _ in range(dice.randint(2, 5))])]
    if site.chance(0.5):
        head, *sizes = grammar.all("size")
        text += [paragraph(f"{head}: {dice.choice(sizes)}")]
    text += [paragraph(dice.choice(grammar.all("care"))), paragraph(grammar.all("delivery")[0])]
    text += reviews
    others = site.others(own, 4)
    beside = dress.element(
        "related",
        Element("h3", (grammar.all("related")[1],)),
        *(
            Element("div", (Element("a", (o,), 'href="/p"'), " ", grammar.line("price")))
            for o in others
        ),
        gold=CHROME,
    )
    return [title(own), buy, body(site, text, "specs"), share(site), form(site, "review"), beside]


def reviewed(site: Site, number: int, own: str) -> list[Element]:
    """A product and its reviews, by people who write on many pages of the site."""
    grammar, dice, dress = site.grammar, site.grammar.dice, site.dress
    count = dice.randint(0, 4)
    reviews = [
        dress.element(
            "review",
            Element("b", (dice.choice(site.readers),)),
            paragraph(grammar.prose("said", 1, 3)),
        )
        for _ in range(count)
    ]
    return shop(site, number, own, [dress.heading(grammar.all("reviews")[0]), *reviews])


def documentation(site: Site, number: int, own: str) -> list[Element]:
    grammar, dice, dress = site.grammar, site.grammar.dice, site.dress
    signature = Element("pre", (Element("code", (grammar.line("signature", name=own),)),))
    heads = {name: grammar.all(name)[0] for name in ("parameters", "returns", "example", "notes")}
    text = [signature, *_claims(grammar, 1, 3), dress.heading(heads["parameters"])]
    pairs = [("source", grammar.line("source"))]
    pairs += [
        (grammar.line("option"), grammar.line("optional")),
        ("limit", grammar.all("limit")[0]),
    ]
    text += [dress.labelled(pairs), dress.heading(heads["returns"])]
    text += [paragraph(grammar.line("returned"))]
    if site.chance(0.7):
        text += [dress.heading(heads["notes"]), *_claims(grammar, 1, 4)]
    if site.chance(0.5):
        text += [paragraph(grammar.line("note"))]
    code = "\n".join(grammar.line("code") for _ in range(dice.randint(1, 4)))
    text += [dress.heading(heads["example"]), Element("pre", (Element("code", (code,)),))]
    shown = dress.element(
        "toc", Element("b", (grammar.all("toc")[0],)), items(list(heads.values())), gold=CHROME
    )
    near = [site.titles[number - 1], site.titles[(number + 1) % len(site.titles)]]
    steps = dress.menu(
        [
            f"{grammar.all(word)[0]}: {each}"
            for word, each in zip(("previous", "next"), near, strict=True)
        ],
        "steps",
    )
    helpful = dress.menu(grammar.all("docfooter"), "feedback")
    return [title(own), shown, body(site, text), helpful, steps]


def _claims(grammar: Grammar, least: int, most: int) -> list[Element]:
    count = grammar.dice.randint(least, most)
    return [paragraph(grammar.prose("docclaim", 1, 3, grammar.stop)) for _ in range(count)]


def listing(site: Site, number: int, own: str) -> list[Element]:
    """Offers below each other, each with the same labels and buttons."""
    grammar, dice, dress = site.grammar, site.grammar.dice, site.dress
    records = []
    for _ in range(dice.randint(5, 10)):
        records.append(
            dress.element(
                "record",
                Element("h3", (Element("a", (grammar.line("offer"),), 'href="/o"'),)),
                specifications(site, "offerspec", 4, 6),
                paragraph(grammar.prose("offerclaim", 1, 3, grammar.stop)),
                dress.menu(grammar.all("listbuttons"), "buttons"),
            )
        )
    text = [paragraph(grammar.line("listintro")), *records, paragraph(grammar.all("offerterms")[0])]
    pages = dress.menu([str(page) for page in range(1, 6)], "pages")
    return [title(own), form(site, "filters"), body(site, text, "results"), pages, pitch(site)]


def forum(site: Site, number: int, own: str) -> list[Element]:
    grammar, dice, dress = site.grammar, site.grammar.dice, site.dress
    posts: list[Element] = []
    said: list[tuple[str, str]] = []
    for _ in range(dice.randint(3, 9)):
        user = dice.choice(site.users)
        panel = dress.element(
            "user",
            Element("b", (user.name,), gold=NEITHER),
            *(Element("div", (each,)) for each in (user.rank, user.joined, user.posts)),
            Element("div", (grammar.line("date"),), gold=NEITHER),
            gold=CHROME,
        )
        text = [
            paragraph(grammar.prose("post", 1, 3, grammar.stop)) for _ in range(dice.randint(1, 3))
        ]
        if said and site.chance(0.3):
            name, words = dice.choice(said)
            quoted = (paragraph(grammar.line("wrote", user=name)), paragraph(words))
            text.insert(0, Element("blockquote", quoted))
        said.append((user.name, text[-1].text))
        parts = [panel, dress.element("text", *text, gold=MAIN)]
        if user.signature:
            parts.append(dress.element("signature", user.signature, gold=CHROME))
        posts.append(dress.element("post", *parts, dress.menu(grammar.all("posttools"), "tools")))
    online = dress.element("online", grammar.line("online"), gold=CHROME)
    return [title(own), *posts, online, related(site, own)]


def recipe(site: Site, number: int, own: str) -> list[Element]:
    grammar, dice, dress = site.grammar, site.grammar.dice, site.dress
    author = dice.choice(site.authors)
    text = [
        paragraph(grammar.prose("sentence", 2, 4)),
        specifications(site, "recipespec", 3, 4),
        dress.heading(grammar.all("ingredients")[0]),
        items([grammar.line("ingredient") for _ in range(dice.randint(5, 9))]),
        dress.heading(grammar.all("method")[0]),
        items([grammar.line("step") + grammar.stop for _ in range(dice.randint(4, 8))], "ol"),
        paragraph(dice.choice(grammar.all("recipenote"))),
    ]
    tools = dress.menu(grammar.all("recipetools"), "tools")
    return [
        title(own), byline(site, author), tools, body(site, text), share(site), pitch(site),
        author_box(site, author), related(site, own), form(site, "comments"),
    ]  # fmt: skip


def garage(site: Site, number: int, own: str) -> list[Element]:
    grammar, dice, dress = site.grammar, site.grammar.dice, site.dress
    first, second, prices, _ = grammar.all("why")
    text = [
        paragraph(grammar.prose("serviceclaim", 2, 4, grammar.stop)),
        dress.heading(first),
        paragraph(grammar.prose("serviceclaim", 1, 3, grammar.stop)),
        dress.heading(second),
        items([grammar.line("service") for _ in range(dice.randint(2, 4))]),
        dress.heading(prices),
        specifications(site, "servicespec", 4, 6),
        paragraph(grammar.all("serviceterms")[0]),
    ]
    said = dress.element(
        "quotes", *(paragraph(q) for q in dice.sample(grammar.all("quote"), 2)), gold=CHROME
    )
    hours = dress.element("hours", grammar.all("hours")[0], gold=CHROME)
    return [title(own), body(site, text), said, form(site, "book"), hours, related(site, own)]


@dataclass(frozen=True)
class Kind:
    """How a page of a kind is made and the section that its titles are lines of."""

    make: Callable[[Site, int, str], list[Element]]
    titles: str
    draw: Callable[[Site], None] = lambda site: None
    """Draws what only sites of this kind have."""


KINDS: Mapping[str, Kind] = {
    "blog": Kind(blog, "title"),
    "news": Kind(news, "title"),
    "shop": Kind(shop, "model"),
    "reviewed shop": Kind(reviewed, "model", Site.draw_readers),
    "documentation": Kind(documentation, "doctitle"),
    "listing": Kind(listing, "listtitle"),
    "forum": Kind(forum, "topic", Site.draw_users),
    "recipe": Kind(recipe, "recipetitle"),
    "garage": Kind(garage, "servicetitle"),
}
