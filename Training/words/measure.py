#!/usr/bin/env python3
"""Measures the boundary model on clean text: `python3 measure.py DATA [--level full]`; prints a Markdown table.

Ghirbal tells the language of each line, alone, unless `--given`. `--pages GHIRBAL FILE…` counts instead what the
program itself changes on pages of clean text: JSON lines with `main_text` and `lang`, or folders of manual pages.

Places are counted between letters: a space or non-joiner that is put in where the clean text has it is right.

Beside the raw precision of Persian stands one with the gold's own faults set aside: see `GoldFaults`.
"""

import argparse
import collections
import gzip
import json
import pathlib
import random
import re
import subprocess
import tempfile

import texts
from letters import NON_JOINER
from lexicon import without_invisible_joints

HERE = pathlib.Path(__file__).parent
SHIPPED = HERE / "../../Sources/CGhirbalData"
TOOL = HERE / ".build/release/BoundaryTraining"


def lines(path: pathlib.Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def repaired(language: str, text: list[str], level: str) -> list[str]:
    """What becomes of each line; the language "told" is what Ghirbal takes the line for."""
    command = [TOOL, "repair", language, SHIPPED / "word-lexicon.bin", SHIPPED / "boundary-model.bin", level]
    stdin = "".join(line + "\n" for line in text).encode()
    return subprocess.run(list(map(str, command)), input=stdin, check=True, stdout=subprocess.PIPE).stdout.decode().split("\n")[:-1]


def places(line: str, sign: str) -> set[int]:
    """How many letters stand before each `sign` that is between letters."""
    result, count, pending = set(), 0, False
    for letter in line:
        if letter.isalpha():
            if pending:
                result.add(count)
            count, pending = count + 1, False
        elif letter == sign:
            pending = True
        elif letter not in (" ", NON_JOINER):
            pending = False
    return result


class GoldFaults:
    """Tells which non-joiners that the gold lacks are the gold's fault, by the training texts.

    One is set aside where they write the whole word as the model does, twice or more and at least three times as
    often as they write it as the gold does; or where it parts می, نمی or an ending of plural or comparison from a
    word that they have twice or more, as the Academy's orthography asks. Nothing else is. They are of other hands
    than Seraji's; PerDT's are among them.
    """

    ENDING = re.compile("(ها|های|هایی|هایم|هایت|هایش|هایمان|هایتان|هایشان|تر|ترین|ترها|تری)$")

    def __init__(self, others: list[pathlib.Path]):
        self.counts: collections.Counter[str] = collections.Counter()
        for path in others:
            for line in lines(path):
                words = self.words(line)
                self.counts.update(words)
                self.counts.update(f"{a} {b}" for a, b in zip(words, words[1:]))

    @staticmethod
    def words(line: str) -> list[str]:
        return re.findall("[\u0621-\u06d3\u200c]+", line)

    def is_fault(self, gold: str, found: str) -> bool:
        wanted, ours = " ".join(self.words(gold)), " ".join(self.words(found))
        if self.counts[ours] >= max(2, 3 * self.counts[wanted]):
            return True
        first, _, rest = ours.partition(NON_JOINER)
        if first in ("می", "نمی") and not wanted.startswith(first + NON_JOINER):
            return self.counts[ours] >= 2 or self.counts["می" + NON_JOINER + rest] >= 2
        stem, _, ending = ours.rpartition(NON_JOINER)
        return bool(self.ENDING.match(ending)) and wanted == stem + ending and self.counts[stem] >= 2

    def count(self, gold: str, found: str, wrong: set[int]) -> int:
        return sum(self.is_fault(*(span(line, *edges(found, place)) for line in (gold, found))) for place in wrong)


def edges(line: str, place: int) -> tuple[int, int]:
    """Before which letters the word starts and ends that holds `place`."""
    spaces = sorted(places(line, " ") | {0, sum(map(str.isalpha, line))})
    return max(at for at in spaces if at < place), min(at for at in spaces if at >= place)


def span(line: str, start: int, end: int) -> str:
    """The line from letter `start` to before letter `end`, with what stands between them."""
    at = [index for index, letter in enumerate(line) if letter.isalpha()]
    return line[at[start] : at[end - 1] + 1]


def report(name: str, task: str, clean: list[str], given: list[str], out: list[str], sign: str, faults: GoldFaults):
    right = wrong = missed = changed = words = set_aside = 0
    for gold, before, after in zip(clean, given, out):
        # Non-joiners that were not lost count as found; of spaces there are too many for that.
        kept = places(before, sign) if sign == " " else set()
        wanted = places(gold, sign) - kept
        found = places(after, sign) - kept
        right += len(wanted & found)
        wrong += len(found - wanted)
        if sign == NON_JOINER:
            set_aside += faults.count(gold, after, found - wanted)
        missed += len(wanted - found)
        changed += len(places(before, " ") ^ places(after, " ")) + len(places(before, NON_JOINER) ^ places(after, NON_JOINER) - places(before, " "))
        words += len(gold.split())
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    fair = f"{right / max(right + wrong - set_aside, 1):.4f}" if sign == NON_JOINER else ""
    if task == "clean text":
        fair = f", {1e4 * (changed - set_aside) / words:.1f} of them no fault of the gold" if set_aside else ""
        print(f"| {name} | {task} | | | | | {1e4 * changed / words:.1f}{fair} |", flush=True)
    else:
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"| {name} | {task} | {precision:.4f} | {fair} | {recall:.4f} | {f1:.4f} | |", flush=True)


def garbled(clean: list[str], task: str) -> list[str]:
    """Lines without their non-joiners (a), with spaces for them (b), or a third of each (c)."""
    chance = random.Random(7)

    def lost(_: re.Match) -> str:
        draw = chance.random() if task == "c" else {"a": 0, "b": 0.5, "clean": 1}[task]
        return "" if draw < 1 / 3 else " " if draw < 2 / 3 else NON_JOINER

    return [re.sub(NON_JOINER, lost, line) for line in clean]


def pages(path: pathlib.Path) -> dict[str, list[str]]:
    """Clean pages by language: manual pages of a folder DIR/LANGUAGE/man?/, or the texts of JSON lines."""
    found = collections.defaultdict(list)
    if path.is_dir():
        for page in sorted(path.glob("*/man*/*.gz")):
            if not page.is_symlink():
                found[page.parts[-3]].append(manual(gzip.open(page, "rt", encoding="utf-8", errors="replace").read()))
    else:
        for row in map(json.loads, lines(path)):
            if row.get("main_text"):
                found[row.get("lang") or "?"].append(row["main_text"])
    return found


def manual(source: str) -> str:
    """A manual page's paragraphs and examples, without the macros of groff_man(7)."""
    rows, paragraph = [], []
    for line in [*source.split("\n"), ".PP"]:
        ends = re.match(r"\.(SH|SS|PP|P|LP|TP|IP|RS|RE|HP|br|sp|EX|EE|nf|fi)\b", line)
        if ends:
            rows.append(" ".join(paragraph))
            paragraph = []
        line = re.sub(r"^\.(SH|SS|B|I|BR|IR|RB|BI|IB|RI|SM|SB)\s+", "", line)
        if line[:1] not in (".", "'"):
            line = re.sub(r"\\f(\[[A-Z]*\]|\(..|.)|\\[&|^/,c%:]|\"", "", line)
            paragraph.append(re.sub(r"\\(\(..|\[[^\]]*\]|~)", " ", line).replace("\\-", "-").strip())
    return "\n".join(row for row in rows if row)


def report_pages(ghirbal: pathlib.Path, paths: list[pathlib.Path]):
    """A table of the changes inside words; ends of sentences are counted apart."""
    print("| pages | language | words | changes inside words | in 10,000 words | ends of sentences |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        configuration = pathlib.Path(folder) / "pipeline.yml"
        configuration.write_text("stages:\n  - repair_words\n")
        for path in paths:
            for language, texts_of in sorted(pages(path).items()):
                given = "".join(json.dumps({"text": text}) + "\n" for text in texts_of)
                command = [str(ghirbal), "stream", "--provenance", "--config", str(configuration)]
                out = subprocess.run(command, input=given.encode(), check=True, stdout=subprocess.PIPE).stdout
                counts = collections.Counter(
                    edit["reason"] == "sentence_joint" or edit["rule"] not in ("boundary_model", "page_words", "foreign_acronym")
                    for row in map(json.loads, out.decode().splitlines())
                    for edit in row["provenance"]["edits"]
                    if edit["change"] == "replace"
                )
                words = sum(len(text.split()) for text in texts_of)
                name = path.name if path.is_dir() else path.parent.name
                print(f"| {name} | {language} | {words:,} | {counts[False]} | {1e4 * counts[False] / words:.2f} | {counts[True]} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--level", default="conservative")
    parser.add_argument("--given", action="store_true", help="tell the tool the language of each text")
    parser.add_argument("--pages", nargs="+", type=pathlib.Path, help="the program, and clean pages")
    arguments = parser.parse_args()
    if arguments.pages:
        report_pages(arguments.pages[0], arguments.pages[1:])
        return

    def told(language: str) -> str:
        return language if arguments.given else "told"

    print("| text | task | precision | gold's faults aside | recall | F1 | changes in 10,000 words |\n|---|---|---|---|---|---|---|")
    faults = GoldFaults([arguments.data / "fa.perdt.train.txt", arguments.data / "fa.docs.train.txt"])
    for name in ("fa.perdt.dev", "fa.seraji.dev"):
        clean = lines(arguments.data / f"{name}.txt")
        for task, suffix in (("non-joiners deleted", "a"), ("spaced", "b"), ("mixed", "c"), ("clean text", "clean")):
            given = lines(arguments.data / f"{name}.{suffix}.in")
            report(name, task, clean, given, repaired(told("fa"), given, arguments.level), NON_JOINER, faults)
    clean = texts.pquad(lines(arguments.data / "fa.pquad.txt"))[1]
    for task, suffix in (("non-joiners deleted", "a"), ("spaced", "b"), ("mixed", "c"), ("clean text", "clean")):
        given = garbled(clean, suffix)
        report("fa.pquad, last third", task, clean, given, repaired(told("fa"), given, arguments.level), NON_JOINER, faults)
    for name in ("fa.perdt.dev", "fa.seraji.dev", "ar.xquad", "en.ewt.dev", "en.xquad"):
        language = name[:2]
        clean = lines(arguments.data / f"{name}.txt")
        if language == "fa":
            clean = [without_invisible_joints(line) for line in clean]
        tasks = (
            ("3 % of spaces deleted", texts.without_spaces(clean, 0.03, 7)),
            ("runs of 2-4 phrases", texts.tag_runs(language, clean, 1500, 9)),
        )
        for task, marked in tasks:
            gold = [line.replace(texts.LOST_SPACE, " ") for line in marked]
            given = [line.replace(texts.LOST_SPACE, "") for line in marked]
            report(name, task, gold, given, repaired(told(language), given, arguments.level), " ", faults)
        if language != "fa":
            report(name, "clean text", clean, clean, repaired(told(language), clean, arguments.level), " ", faults)


if __name__ == "__main__":
    main()
