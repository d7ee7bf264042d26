#!/usr/bin/env python3
"""Measures the boundary model on clean text: `python3 measure.py DATA [--level full]`; prints a Markdown table.

Places are counted between letters: a space or non-joiner that is put in where the clean text has it is right.
"""

import argparse
import pathlib
import subprocess

import texts
from letters import NON_JOINER
from lexicon import without_invisible_joints

HERE = pathlib.Path(__file__).parent
SHIPPED = HERE / "../../Sources/CGhirbalData"
TOOL = HERE / ".build/release/BoundaryTraining"


def lines(path: pathlib.Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def repaired(language: str, text: list[str], level: str) -> list[str]:
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


def report(name: str, task: str, clean: list[str], given: list[str], out: list[str], sign: str):
    right = wrong = missed = changed = words = 0
    for gold, before, after in zip(clean, given, out):
        # Non-joiners that were not lost count as found; of spaces there are too many for that.
        kept = places(before, sign) if sign == " " else set()
        wanted = places(gold, sign) - kept
        found = places(after, sign) - kept
        right += len(wanted & found)
        wrong += len(found - wanted)
        missed += len(wanted - found)
        changed += len(places(before, " ") ^ places(after, " ")) + len(places(before, NON_JOINER) ^ places(after, NON_JOINER) - places(before, " "))
        words += len(gold.split())
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    if task == "clean text":
        print(f"| {name} | {task} | | | | {1e4 * changed / words:.1f} |", flush=True)
    else:
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"| {name} | {task} | {precision:.4f} | {recall:.4f} | {f1:.4f} | |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--level", default="conservative")
    arguments = parser.parse_args()
    print("| text | task | precision | recall | F1 | changes in 10,000 words |\n|---|---|---|---|---|---|")
    for name in ("fa.perdt.dev", "fa.seraji.dev"):
        clean = lines(arguments.data / f"{name}.txt")
        for task, suffix in (("non-joiners deleted", "a"), ("spaced", "b"), ("mixed", "c"), ("clean text", "clean")):
            given = lines(arguments.data / f"{name}.{suffix}.in")
            report(name, task, clean, given, repaired("fa", given, arguments.level), NON_JOINER)
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
            report(name, task, gold, given, repaired(language, given, arguments.level), " ")
        if language != "fa":
            report(name, "clean text", clean, clean, repaired(language, clean, arguments.level), " ")


if __name__ == "__main__":
    main()
