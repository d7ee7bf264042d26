"""Pages that somebody cut by hand: the main text and a few lines of what was above and below it."""

import choice

MOST_BEFORE = 6
MOST_AFTER = 12


def cut(lines: list[str], labels: list[float], name: str) -> str | None:
    """The lines from the first to the last of the main text, with some of those around them.

    One end of three is cut clean. None where no line is main text or nothing was cut.
    """
    main = [index for index, label in enumerate(labels) if label > 0.5]
    if not main:
        return None
    before = choice.number(f"before {name}", MOST_BEFORE + 1)
    after = choice.number(f"after {name}", MOST_AFTER + 1)
    clean_end = choice.number(f"end {name}", 3)
    first = max(0, main[0] - (0 if clean_end == 0 else before))
    last = min(len(lines), main[-1] + 1 + (0 if clean_end == 1 else after))
    return "\n".join(lines[first:last]) if last - first < len(lines) else None
