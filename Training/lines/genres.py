"""Genres that are whole from the first line to the last, though their lines look like what is dropped.

A generator gets a stock of a language, its fixed words and dice, and returns lines. The sentences are
real; the form is the genre's.
"""

from collections.abc import Callable, Mapping
from random import Random

from stock import Stock
from wording import Wording

Genre = Callable[[Stock, Wording, Random], list[str]]


def poem(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """Stanzas of short lines, in half of them a refrain."""
    refrain = [dice.choice(stock.clauses) for _ in range(2)] if dice.random() < 0.5 else []
    size, point = dice.choice((2, 3, 4, 4, 6)), dice.choice(("", "", ",", ";"))
    lines = [stock.title(dice), ""] if dice.random() < 0.6 else []
    for _ in range(dice.randint(1, 9)):
        for number in range(size):
            line = dice.choice(stock.clauses)
            lines.append(line[:1].upper() + line[1:] + (point if number + 1 < size else ""))
        lines += [*refrain, ""]
    return lines


def song(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """Verses and a chorus that comes again, each under its head."""
    chorus = [stock.title(dice) for _ in range(dice.randint(2, 4))]
    lines = []
    for verse in range(1, dice.randint(3, 5)):
        lines += [
            f"[{verse}]",
            *(stock.title(dice) for _ in range(4)),
            "",
            f"[{words.chorus}]",
            *chorus,
            "",
        ]
    return lines


def minutes(stock: Stock, words: Wording, dice: Random) -> list[str]:
    names = [stock.name(dice) for _ in range(dice.randint(3, 8))]
    lines = [
        stock.title(dice),
        f"{words.date}: {_date(dice)}",
        f"{words.present}: " + ", ".join(names),
        "",
        words.agenda,
    ]
    topics = [stock.title(dice) for _ in range(dice.randint(2, 7))]
    lines += [f"{n}. {topic}" for n, topic in enumerate(topics, 1)] + [""]
    for number, topic in enumerate(topics, 1):
        lines.append(f"{number}. {topic}")
        for _ in range(dice.randint(1, 4)):
            lines.append(
                dice.choice(
                    (stock.prose(dice, 1, 3), f"{dice.choice(names)}: {stock.prose(dice, 1, 1)}")
                )
            )
        if dice.random() < 0.5:
            lines.append(f"{words.decided}: {dice.choice(stock.clauses)}.")
    return lines


def interview(stock: Stock, words: Wording, dice: Random) -> list[str]:
    style = dice.randrange(3)
    one, two = (words.question, words.answer) if style else (stock.name(dice), stock.name(dice))
    lines = [stock.prose(dice, 1, 3)] if dice.random() < 0.5 else []
    for _ in range(dice.randint(3, 20)):
        question = stock.title(dice) + words.mark
        lines.append(question if style == 2 else f"{one}: {question}")
        lines.append(stock.prose(dice, 1, 4) if style == 2 else f"{two}: {stock.prose(dice, 1, 4)}")
    return lines


def recipe(stock: Stock, words: Wording, dice: Random) -> list[str]:
    unit = dice.choice(("g", "ml", "dl", "kg", ""))
    lines = [stock.title(dice), f"{words.servings} {dice.randint(2, 12)}", "", words.ingredients]
    for _ in range(dice.randint(4, 14)):
        lines.append(
            f"{dice.choice((1, 2, 3, 100, 250, 500))} {unit} {stock.some_words(dice, 1, 3)}".replace(
                "  ", " "
            )
        )
    lines += ["", words.method]
    lines += [f"{n}. {stock.prose(dice, 1, 2)}" for n in range(1, dice.randint(3, 9))]
    return lines


def dictionary(stock: Stock, words: Wording, dice: Random) -> list[str]:
    style = dice.choice((" – ", ": ", "  ", " [", "\t", " = "))
    heads = sorted(dice.choice(stock.words) for _ in range(dice.randint(8, 80)))
    lines = []
    for head in heads:
        sense = stock.some_words(dice, 1, 5) if dice.random() < 0.6 else dice.choice(stock.clauses)
        lines.append(
            f"{head}{style}{dice.choice(('n.', 'v.', 'adj.', 'm', 'f'))}] {sense}"
            if style == " ["
            else f"{head}{style}{sense}"
        )
    return lines


def glossary(stock: Stock, words: Wording, dice: Random) -> list[str]:
    lines = [stock.title(dice)]
    for _ in range(dice.randint(4, 25)):
        term = stock.some_words(dice, 1, 2)
        lines += (
            [term, stock.prose(dice, 1, 2)]
            if dice.random() < 0.5
            else [f"{term}: {stock.prose(dice, 1, 1)}"]
        )
    return lines


def licence(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """Numbered paragraphs with letters, capitals and a notice of rights."""
    lines = [
        stock.title(dice).upper(),
        f"Copyright (c) {dice.randint(1990, 2024)} {stock.name(dice)}",
        "",
    ]
    for number in range(1, dice.randint(4, 12)):
        lines.append(f"{number}. {stock.title(dice)}.")
        for letter in "abcd"[: dice.randint(0, 4)]:
            lines.append(f"({letter}) {stock.prose(dice, 1, 2)}")
        text = stock.prose(dice, 1, 3)
        lines.append(text.upper() if dice.random() < 0.2 else text)
    return lines


def log(stock: Stock, words: Wording, dice: Random) -> list[str]:
    hour, second = dice.randrange(24), 0
    day = _date(dice)
    style = dice.randrange(3)
    lines = []
    for _ in range(dice.randint(10, 120)):
        second += dice.randrange(40)
        level, time = (
            dice.choice(("INFO", "INFO", "DEBUG", "WARN", "ERROR")),
            f"{hour:02}:{second // 60 % 60:02}:{second % 60:02}",
        )
        what = dice.choice(
            (
                f"{stock.some_words(dice, 2, 6)} id={dice.randrange(9999)}",
                f"GET /{dice.randrange(999)} {dice.choice((200, 304, 404))} {dice.randrange(90000)}",
            )
        )
        lines.append(
            (
                f"{day} {time} {level} {what}",
                f"[{time}] {level.lower()}: {what}",
                f"{day}T{time}Z host[{dice.randrange(900)}]: {what}",
            )[style]
        )
    return lines


def table(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """Columns of numbers and words, divided by commas, tabs, bars, semicolons or spaces."""
    border = dice.choice((",", "\t", " | ", ";", "   "))
    kinds = [dice.choice("nwdf") for _ in range(dice.randint(2, 7))]
    lines = [border.join(stock.some_words(dice, 1, 2) for _ in kinds)]
    for _ in range(dice.randint(5, 60)):
        cells = {
            "n": str(dice.randrange(10000)),
            "w": stock.some_words(dice, 1, 3),
            "d": _date(dice),
            "f": f"{dice.random() * 100:.2f}",
        }
        lines.append(
            border.join(
                cells[kind] if kind != "w" else stock.some_words(dice, 1, 3) for kind in kinds
            )
        )
    return lines


def play(stock: Stock, words: Wording, dice: Random) -> list[str]:
    names = [stock.name(dice).split()[0].upper() for _ in range(dice.randint(2, 5))]
    style = dice.choice((". ", ": ", "\n"))
    lines = [
        f"{words.act} {dice.randint(1, 5)}",
        f"{words.scene} {dice.randint(1, 7)}",
        f"({dice.choice(stock.clauses)}.)",
        "",
    ]
    for _ in range(dice.randint(8, 40)):
        speech = dice.choice(
            (stock.prose(dice, 1, 2), stock.title(dice) + dice.choice((".", "!", words.mark)))
        )
        lines += f"{dice.choice(names)}{style}{speech}".split("\n")
        if dice.random() < 0.15:
            lines.append(f"({dice.choice(stock.clauses)}.)")
    return lines


def faq(stock: Stock, words: Wording, dice: Random) -> list[str]:
    lines = [stock.title(dice)]
    questions = [stock.title(dice) + words.mark for _ in range(dice.randint(3, 12))]
    if dice.random() < 0.5:
        lines += [f"{n}. {question}" for n, question in enumerate(questions, 1)] + [""]
    for number, question in enumerate(questions, 1):
        lines += [f"{number}. {question}" if dice.random() < 0.6 else question]
        lines += [
            dice.choice(
                (stock.prose(dice, 1, 4), f"{words.yes}.", f"{words.no}.", stock.prose(dice, 1, 1))
            ),
            "",
        ]
    return lines


def chat(stock: Stock, words: Wording, dice: Random) -> list[str]:
    names = [stock.name(dice) for _ in range(dice.randint(2, 4))]
    style, day, minute = dice.randrange(4), _date(dice), dice.randrange(700)
    lines = []
    for _ in range(dice.randint(6, 70)):
        minute += dice.randrange(5)
        time, who = f"{minute // 60 % 24:02}:{minute % 60:02}", dice.choice(names)
        said = dice.choice(
            (
                dice.choice(stock.clauses),
                dice.choice(stock.sentences),
                words.yes,
                words.no,
                "ok",
                "😀",
                stock.title(dice) + words.mark,
            )
        )
        lines += (
            [f"[{time}] {who}: {said}"],
            [f"{day}, {time} - {who}: {said}"],
            [f"<{who}> {said}"],
            [f"{who} {time}", said],
        )[style]
    return lines


def contents(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """A book's table of contents or its index, with numbers of pages."""
    page = 1
    lines = []
    if dice.random() < 0.5:
        leader = dice.choice((" " + "." * 20 + " ", "\t", "  ", " … "))
        for number in range(1, dice.randint(5, 30)):
            page += dice.randint(2, 30)
            head = dice.choice(
                (
                    f"{words.chapter} {number}: ",
                    f"{number}. ",
                    f"{number}.{dice.randint(1, 9)} ",
                    "",
                )
            )
            lines.append(f"{head}{stock.title(dice)}{leader}{page}")
        return lines
    for head in sorted(dice.choice(stock.words) for _ in range(dice.randint(15, 80))):
        pages = sorted(dice.randint(1, 400) for _ in range(dice.randint(1, 4)))
        lines.append(f"{head}, {', '.join(map(str, pages))}")
    return lines


def bibliography(stock: Stock, words: Wording, dice: Random) -> list[str]:
    style = dice.randrange(3)
    lines = [stock.title(dice)] if dice.random() < 0.3 else []
    for number in range(1, dice.randint(5, 40)):
        who, year, title = stock.name(dice), dice.randint(1950, 2024), stock.title(dice)
        first, last = who.split()[-1], who[:1]
        pages = f"{dice.randint(1, 400)}–{dice.randint(400, 800)}"
        lines.append((f"{first}, {last}. ({year}). {title}. {stock.title(dice)}, {dice.randint(1, 60)}({dice.randint(1, 6)}), {pages}.",
                      f"[{number}] {last}. {first}, “{title},” {stock.title(dice)}, vol. {dice.randint(1, 60)}, pp. {pages}, {year}.",
                      f"{who}: {title}. {stock.some_words(dice, 1, 1)}, {year}. https://doi.org/10.{dice.randint(1000, 9999)}/{dice.randrange(99999)}")[style])  # fmt: skip
    return lines


def directory(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """A list of persons or offices with addresses and telephone numbers."""
    style = dice.randrange(3)
    lines = []
    for _ in range(dice.randint(5, 40)):
        who = stock.name(dice)
        number = f"+{dice.randint(20, 99)} {dice.randint(10, 99)} {dice.randint(1000000, 9999999)}"
        place = f"{stock.some_words(dice, 1, 2)} {dice.randint(1, 200)}"
        mail = f"{dice.choice('abcdef')}{dice.randrange(999)}@example.org"
        lines += (
            [f"{who} {number}"],
            [who, place, f"{words.telephone}: {number}", mail, ""],
            [f"{who}, {place}, {words.telephone} {number}"],
        )[style]
    return lines


def changelog(stock: Stock, words: Wording, dice: Random) -> list[str]:
    major, lines, mark = dice.randint(0, 9), [], dice.choice(("- ", "* ", "  * ", ""))
    for minor in range(dice.randint(2, 12), 0, -1):
        lines.append(
            dice.choice(
                (
                    f"## [{major}.{minor}.0] - {_date(dice)}",
                    f"Version {major}.{minor} ({_date(dice)})",
                    f"{major}.{minor}.{dice.randrange(9)}",
                )
            )
        )
        lines += [
            f"{mark}{dice.choice((stock.title(dice), dice.choice(stock.sentences)))}"
            for _ in range(dice.randint(1, 7))
        ] + [""]
    return lines


def manual(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """A manual page: heads in capitals, options, text set in."""
    tool = f"{dice.choice('abcdefgh')}{dice.choice(('ls', 'grep', 'diff', 'sync'))}"
    lines = [
        f"{tool.upper()}(1)          {stock.title(dice)}          {tool.upper()}(1)",
        "",
        stock.some_words(dice, 1, 1).upper(),
        f"       {tool} - {dice.choice(stock.clauses)}",
        "",
    ]
    lines += [
        stock.some_words(dice, 1, 1).upper(),
        f"       {tool} [-abc] [--{tool}=N] [FILE]...",
        "",
    ]
    for _ in range(dice.randint(2, 5)):
        lines.append(stock.some_words(dice, 1, 2).upper())
        for _ in range(dice.randint(1, 7)):
            if dice.random() < 0.6:
                lines += [
                    f"       -{dice.choice('abcdefgh')}, --{dice.choice(('all', 'size', 'quiet', 'time'))}=N",
                    f"              {stock.prose(dice, 1, 1)}",
                ]
            else:
                lines.append(f"       {stock.prose(dice, 1, 2)}")
        lines.append("")
    return lines


def subtitles(stock: Stock, words: Wording, dice: Random) -> list[str]:
    lines, second = [], dice.randrange(60)
    for number in range(1, dice.randint(10, 70)):
        start, second = second, second + dice.randint(1, 5)
        stamps = [
            f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02},{dice.randrange(1000):03}"
            for s in (start, second)
        ]
        lines += [
            str(number),
            " --> ".join(stamps),
            dice.choice(("", "- ")) + stock.title(dice),
            "",
        ]
    return lines


def statute(stock: Stock, words: Wording, dice: Random) -> list[str]:
    article, lines = dice.randint(1, 90), []
    for number in range(article, article + dice.randint(3, 15)):
        head = f"{words.article} {number}"
        head += "条" if stock.is_unspaced else ""
        lines.append(
            dice.choice(
                (head, f"{head} – {stock.title(dice)}", f"{head}. {stock.prose(dice, 1, 1)}")
            )
        )
        lines += [f"({n}) {stock.prose(dice, 1, 2)}" for n in range(1, dice.randint(2, 5))]
    return lines


def form(stock: Stock, words: Wording, dice: Random) -> list[str]:
    lines = [stock.title(dice), ""]
    for label in (words.name, words.address, words.telephone, words.date):
        lines.append(
            dice.choice((f"{label}: {'_' * 24}", f"{label}:", f"{label}: {stock.name(dice)}"))
        )
    for number in range(1, dice.randint(3, 12)):
        lines.append(
            f"{number}. {dice.choice((stock.title(dice) + words.mark, stock.title(dice) + ':'))}"
        )
        lines.append(
            dice.choice(
                (
                    f"☐ {words.yes}  ☐ {words.no}",
                    f"[ ] {words.yes} [x] {words.no}",
                    "." * 40,
                    stock.some_words(dice, 1, 4),
                )
            )
        )
    return [*lines, "", f"{words.date}: {_date(dice)}", f"{words.signature}: {stock.name(dice)}"]


def letter(stock: Stock, words: Wording, dice: Random) -> list[str]:
    who = stock.name(dice)
    lines = [
        who,
        f"{stock.some_words(dice, 1, 2)} {dice.randint(1, 99)}",
        _date(dice),
        "",
        f"{words.dear} {stock.name(dice)},",
        "",
    ]
    lines += [stock.prose(dice, 1, 4) for _ in range(dice.randint(1, 6))]
    return [
        *lines,
        "",
        f"{words.regards},",
        who,
        f"{words.telephone}: +{dice.randint(20, 99)} {dice.randint(100000, 999999)}",
    ]


def headlines(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """A list of titles, as a corpus of headlines has them."""
    numbered = dice.random() < 0.3
    return [
        f"{n}. {stock.title(dice)}" if numbered else stock.title(dice)
        for n in range(1, dice.randint(5, 60))
    ]


def sentences(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """A sentence a line, in no order, as corpora of sentences have them."""
    return [dice.choice(stock.sentences) for _ in range(dice.randint(3, 120))]


def wordlist(stock: Stock, words: Wording, dice: Random) -> list[str]:
    found = [dice.choice(stock.words) for _ in range(dice.randint(10, 150))]
    return sorted(found) if dice.random() < 0.6 else found


def schedule(stock: Stock, words: Wording, dice: Random) -> list[str]:
    minute, lines = 480, [stock.title(dice), _date(dice)]
    for _ in range(dice.randint(4, 25)):
        minute += dice.choice((15, 30, 45, 60))
        time = f"{minute // 60 % 24:02}:{minute % 60:02}"
        lines.append(
            dice.choice(
                (
                    f"{time} {stock.title(dice)}",
                    f"{time} – {stock.title(dice)} ({stock.name(dice)})",
                )
            )
        )
    return lines


def quiz(stock: Stock, words: Wording, dice: Random) -> list[str]:
    lines = [stock.title(dice)]
    for number in range(1, dice.randint(4, 15)):
        lines.append(f"{number}. {stock.title(dice)}{words.mark}")
        lines += [f"{letter}) {stock.some_words(dice, 1, 3)}" for letter in "abcd"]
    return lines


def diary(stock: Stock, words: Wording, dice: Random) -> list[str]:
    lines = []
    for _ in range(dice.randint(3, 15)):
        lines += [_date(dice), *(stock.prose(dice, 1, 3) for _ in range(dice.randint(1, 3))), ""]
    return lines


def results(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """Results of a competition: rank, name, club, time."""
    lines = [stock.title(dice), _date(dice)]
    for rank in range(1, dice.randint(6, 40)):
        lines.append(
            f"{rank}. {stock.name(dice)} ({stock.some_words(dice, 1, 1)}) {dice.randint(1, 59)}:{dice.randint(0, 59):02}.{dice.randint(0, 9)}"
        )
    return lines


def outline(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """Notes: nested items, most of them fragments."""
    mark = dice.choice(("- ", "* ", "• ", "+ "))
    lines = [f"# {stock.title(dice)}" if dice.random() < 0.5 else stock.title(dice)]
    for _ in range(dice.randint(3, 12)):
        lines.append(mark + stock.title(dice))
        lines += [
            f"  {mark}{dice.choice((dice.choice(stock.clauses), stock.prose(dice, 1, 1)))}"
            for _ in range(dice.randint(0, 5))
        ]
    return lines


def readme(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """Markdown: headings, code, links, lists, a table."""
    lines = [f"# {stock.title(dice)}", "", stock.prose(dice, 1, 3), ""]
    for _ in range(dice.randint(2, 6)):
        lines += [f"## {stock.title(dice)}", "", stock.prose(dice, 1, 3), ""]
        lines += dice.choice((
            ["```", f"pip install {dice.choice(('alpha', 'beta'))}", f"run --size {dice.randrange(99)}", "```"],
            [f"- [{stock.title(dice)}](https://example.org/{dice.randrange(99)})" for _ in range(dice.randint(2, 6))],
            [f"- [ ] {stock.title(dice)}" for _ in range(dice.randint(2, 6))],
            [f"| {stock.some_words(dice, 1, 1)} | {stock.some_words(dice, 1, 1)} |", "| --- | --- |", *(f"| {stock.some_words(dice, 1, 2)} | {dice.randrange(99)} |" for _ in range(4))],
        )) + [""]  # fmt: skip
    return lines


def wire(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """A news item as agencies send it: place, date, paragraphs, initials at the end."""
    lines = [
        stock.title(dice),
        f"{stock.some_words(dice, 1, 1).upper()}, {_date(dice)} – {stock.prose(dice, 1, 3)}",
    ]
    lines += [stock.prose(dice, 1, 4) for _ in range(dice.randint(1, 8))]
    return [
        *lines,
        f"({dice.choice('abkm')}{dice.choice('rstz')}/{dice.choice('fhl')}{dice.choice('kpw')})",
    ]


def verses(stock: Stock, words: Wording, dice: Random) -> list[str]:
    """Numbered verses of scripture or law."""
    chapter, style = dice.randint(1, 40), dice.choice(("{c}:{v} ", "{v} ", "{v}. ", "[{v}] "))
    return [
        style.format(c=chapter, v=v) + stock.prose(dice, 1, 1)
        for v in range(1, dice.randint(5, 40))
    ]


def configuration(stock: Stock, words: Wording, dice: Random) -> list[str]:
    lines, style = [], dice.randrange(3)
    for _ in range(dice.randint(5, 40)):
        key, value = (
            f"{dice.choice(('max', 'min', 'log', 'use'))}_{dice.choice(('size', 'path', 'cache', 'level'))}",
            dice.choice((str(dice.randrange(999)), "true", "/var/lib/data", "off")),
        )
        lines += (
            [f"{key} = {value}"],
            [f"# {dice.choice(stock.sentences)}", f"{key}: {value}"],
            [f'  "{key}": "{value}",'],
        )[style]
    return lines


def _date(dice: Random) -> str:
    day, month, year = dice.randint(1, 28), dice.randint(1, 12), dice.randint(1990, 2024)
    return dice.choice(
        (f"{year}-{month:02}-{day:02}", f"{day}.{month}.{year}", f"{day:02}/{month:02}/{year}")
    )


GENRES: Mapping[str, Genre] = {
    genre.__name__: genre
    for genre in (
        poem, song, minutes, interview, recipe, dictionary, glossary, licence, log, table, play, faq, chat,
        contents, bibliography, directory, changelog, manual, subtitles, statute, form, letter, headlines,
        sentences, wordlist, schedule, quiz, diary, results, outline, readme, wire, verses, configuration,
    )
}  # fmt: skip
