"""Results as aligned text, Markdown and JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

from .bootstrap import Estimate
from .results import Results, Table

Cells = list[list[str]]


def _number(value: float) -> str:
    """Three decimals without the zero before the point, as in tables of papers."""
    if math.isnan(value):
        return "–"
    text = f"{value:.3f}"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _with_error(estimate: Estimate) -> str:
    if math.isnan(estimate.value):
        return _number(estimate.value)
    return f"{_number(estimate.value)}±{_number(estimate.error)}"


def _signed(estimate: Estimate) -> str:
    sign = "+" if estimate.value >= 0 else ""
    return sign + _with_error(estimate)


def _pages(table: Table, figure: str) -> str:
    """How many pages a figure is of; nothing where that is not the same for all systems."""
    column = table.metric.counts.get(figure)
    if column is None:
        return str(len(table.ids))
    counts = {int(rows[:, column].sum()) for rows in table.rows.values()}
    return str(counts.pop()) if len(counts) == 1 else ""


def _cells(table: Table) -> Cells:
    """A head, the figures over all pages with errors, differences, then groups by headline."""
    systems = list(table.rows)
    cells = [["", "pages", *systems]]
    everything, *parts = table.groups
    for figure in table.metric.figures:
        label = figure.removeprefix("-") + (" (lower is better)" if figure[0] == "-" else "")
        values = [_with_error(everything.figures[system][figure]) for system in systems]
        cells.append([label, _pages(table, figure), *values])
    if table.differences:
        values = [_signed(table.differences[system]) for system in systems[1:]]
        cells.append([f"{systems[0]} minus it", "", "", *values])
    for group in parts:
        values = [_number(group.figures[system][table.headline].value) for system in systems]
        cells.append([group.label, str(group.pages), *values])
    return cells


def _system_cells(results: Results) -> Cells:
    cells = [["system", "version", "failed", "empty", "settings"]]
    for system in results.systems:
        failed = ", ".join(f"{count} {why}" for why, count in sorted(system.failures.items()))
        row = [system.name, system.version, failed or "0", str(system.empty), system.settings]
        cells.append(row)
    return cells


def _aligned(cells: Cells) -> str:
    """First column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        first = row[0].ljust(widths[0])
        rest = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join([first, *rest]).rstrip())
    return "\n".join(lines)


def _markdown_table(cells: Cells, text_columns: Sequence[int] = (0,)) -> str:
    rule = ["---" if index in text_columns else "---:" for index in range(len(cells[0]))]
    return "\n".join("| " + " | ".join(row) + " |" for row in [cells[0], rule, *cells[1:]])


def _left_out(results: Results) -> str:
    reasons: dict[str, int] = {}
    for _, why in results.left_out:
        reasons[why] = reasons.get(why, 0) + 1
    if not reasons:
        return "none left out"
    return f"{len(results.left_out)} left out: " + ", ".join(
        f"{count} {why}" for why, count in sorted(reasons.items())
    )


def text(results: Results) -> str:
    """What the command prints."""
    parts = [f"{results.benchmark}: {results.pages} pages, {_left_out(results)}"]
    parts.append(_aligned([row[:4] for row in _system_cells(results)]))
    parts += [f"{table.metric.title}\n{_aligned(_cells(table))}" for table in results.tables]
    return "\n\n".join(parts) + "\n"


def markdown(results: Results) -> str:
    """The same tables, and the settings of each system."""
    parts = [f"# {results.benchmark}", f"{results.pages} pages, {_left_out(results)}. ± is one"
             " standard error by bootstrap over pages; differences are paired."]  # fmt: skip
    parts.append(_markdown_table(_system_cells(results), text_columns=(0, 1, 4)))
    for table in results.tables:
        parts += [f"## {table.metric.title}", _markdown_table(_cells(table))]
    return "\n\n".join(parts) + "\n"


def _json_estimate(estimate: Estimate) -> list[float | None]:
    return [
        None if math.isnan(number) else round(number, 6)
        for number in (estimate.value, estimate.error)
    ]


def as_json(results: Results) -> str:
    """All figures of all groups as [value, standard error]; null where there is none."""
    tables = {
        table.metric.name: {
            "title": table.metric.title,
            "groups": {
                group.label: {
                    "pages": group.pages,
                    "systems": {
                        system: {name: _json_estimate(value) for name, value in figures.items()}
                        for system, figures in group.figures.items()
                    },
                }
                for group in table.groups
            },
            "differences": {
                system: _json_estimate(value) for system, value in table.differences.items()
            },
        }
        for table in results.tables
    }
    document = {
        "benchmark": results.benchmark,
        "pages": results.pages,
        "left_out": [list(pair) for pair in results.left_out],
        "systems": {
            system.name: {
                "version": system.version,
                "settings": system.settings,
                "failures": dict(system.failures),
                "empty": system.empty,
            }
            for system in results.systems
        },
        "metrics": tables,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def pages_tsv(results: Results) -> str:
    """One line for each page and metric with its headline per system, to look for bad pages."""
    lines = []
    for table in results.tables:
        figure = table.metric.figures[table.headline]
        systems = list(table.rows)
        lines.append("\t".join(["metric", "page", *systems]))
        for index, id in enumerate(table.ids):
            values = [_number(float(figure(table.rows[system][index]))) for system in systems]
            lines.append("\t".join([table.metric.name, id, *values]))
    return "\n".join(lines) + "\n"


def save(results: Results, folder: Path) -> None:
    """Writes `NAME.md`, `NAME.json` and `NAME.pages.tsv`."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {"md": markdown, "json": as_json, "pages.tsv": pages_tsv}
    for ending, render in written.items():
        path = folder / f"{results.benchmark}.{ending}"
        path.write_text(render(results), encoding="utf-8")
