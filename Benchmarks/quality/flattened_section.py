"""The section on flattened text of `docs/benchmarks/quality.md`, from what `quality.flattened --report` saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .flattened import JUDGES, LINE_SYSTEMS, PSEUDO, WAYS, markdown, number

Report = Mapping[str, Any]

SECTION = """\
The pages above, flattened as people flatten them
([Training/lines](../../Training/lines/README.md) says how), and cleaned as text:

    cd Benchmarks && python3 -m quality.flattened FOLDER… --texts FILE… --report flattened.json
    python3 -m quality.published DATA --only-flattened --flattened flattened.json \\
        --lines ../Training/lines/report.json

Word F1; kana, Chinese and Thai characters are words. The oracle knows the gold and keeps or drops whole lines,
of texts that have no lines whole sentences. *Main kept* is the share of the main text's words that stay,
*chrome left* that of the others, both of Ghirbal. C4-like are the rules of C4 for lines (terminal punctuation
of any script, three words), jusText-like those of jusText (length, share of stop words, neighbours).

A line for each block element, sets that nothing was trained on:

{unseen}

Sets that were learned from, the models' verdicts alone, cross-validated by site (`Training/lines/report.json`):

{seen}

Ways of flattening, the mean of the sets that nothing was trained on:

{ways}

Harm: the share of words that the two stages drop of texts that are main content from end to end, as they are
and with each word a pseudo-word in Arabic letters:

{harm}
"""


def section(report: Report, validated: Report, unseen: Sequence[str], seen: Sequence[str]) -> str:
    """The tables; `validated` is the report of `Training/lines`, empty where there is none."""
    quality = report["quality"]
    held = [name for name in unseen if name in quality]
    learned = [name for name in seen if name in validated.get("sets", {})]
    return SECTION.format(
        unseen=_sets(quality, held, None),
        seen=_sets(quality, learned, validated.get("sets", {})),
        ways=_ways(quality, held),
        harm=_harm(report["harm"]),
    )


def _sets(quality: Report, names: Sequence[str], validated: Report | None) -> str:
    """With `validated`, all figures are from there: the pages differ from those measured here."""
    rows = []
    if validated is not None:
        for name in names:
            own = validated.get(name, {})
            figures = [own.get(key) for key in ("all", "f1", "oracle", "kept", "left")]
            rows.append([f"{name} ({own.get('texts', 0)})", *(number(value) for value in figures)])
        head = ["", "all kept", "ghirbal", "oracle", "main kept", "chrome left"]
        return markdown(head, rows, texts=1)
    for name in names:
        found = quality[name].get("block")
        if found is None:
            continue
        own = found["ghirbal"]
        f1s = [found[each]["f1"] if each in found else None for each in LINE_SYSTEMS]
        figures = [*f1s, own["kept"], own["left"], found.get(PSEUDO, {}).get("f1")]
        rows.append([f"{name} ({own['texts']})", *(number(value) for value in figures)])
    head = ["", *LINE_SYSTEMS, "main kept", "chrome left", PSEUDO]
    return markdown(head, rows, texts=1)


def _ways(quality: Report, names: Sequence[str]) -> str:
    """Segments have no oracle, so a set with none but them has no part."""
    rows = []
    for way in WAYS:
        found = [quality[name][way] for name in names if way in quality[name]]
        found = [each for each in found if each["ghirbal"]["kept"] is not None]
        if not found:
            continue
        f1s = [_mean(each[system]["f1"] for each in found) for system in LINE_SYSTEMS]
        shares = [_mean(each["ghirbal"][key] for each in found) for key in ("kept", "left")]
        rows.append([way, *(number(value) for value in (*f1s, *shares))])
    return markdown(["", *LINE_SYSTEMS, "main kept", "chrome left"], rows, texts=1)


def _mean(values) -> float:
    found = list(values)
    return sum(found) / len(found)


def _harm(harm: Report) -> str:
    """A row for each set, its kinds together."""
    rows = []
    for name, kinds in harm.items():
        row = [name]
        for words in ("words", "pseudo-words"):
            parts = [kind[words] for kind in kinds.values() if kind[words]]
            total = sum(part["words"] for part in parts)
            lost = [sum(part["lost"].get(stage, 0) for part in parts) for stage in JUDGES]
            row += [f"{total:,}"] if words == "words" else []
            row += [number(each / total if total else None, 4) for each in lost]
        rows.append(row)
    head = ["", "words", *JUDGES, *(f"{stage}, pseudo-words" for stage in JUDGES)]
    return markdown(head, rows, texts=1)
