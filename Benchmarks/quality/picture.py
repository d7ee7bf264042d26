"""The picture of README: quality against speed, a point for each system, as SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 24, 56
TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
LETTER, LINE = 7.2, 16
"""How wide a letter of a label is and how high a label, in pixels, to keep labels apart."""

STYLE = """\
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .axis { fill: #59636e }
    .own { font-weight: 600 }
    line { stroke: #d1d9e0 }
    circle { fill: #59636e }
    circle.own { fill: #0969da }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc } .axis { fill: #9198a1 } line { stroke: #3d444d } circle { fill: #9198a1 }
      circle.own { fill: #4493f8 }
    }"""


@dataclass(frozen=True)
class Point:
    """A system: megabytes a second, and F1 in 0...1."""

    name: str
    speed: float
    quality: float


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def places(x: float, y: float, width: float) -> Iterator[tuple[str, float, float, Box]]:
    """Where a label may stand beside its point, the best place first: anchor, x, baseline, box."""
    for baseline in (y + 4.5, y - 12, y + 22):
        top, bottom = baseline - LINE * 0.75, baseline + LINE * 0.25
        yield "start", x + 10, baseline, Box(x + 9, top, x + 10 + width, bottom)
        yield "end", x - 10, baseline, Box(x - 10 - width, top, x - 9, bottom)
        yield "middle", x, baseline, Box(x - width / 2, top, x + width / 2, bottom)


def svg(points: Sequence[Point], own: str, quality: str, description: str) -> str:
    """The picture; speed on a logarithmic axis, `quality` is the other axis' title."""
    slowest, fastest = (end(point.speed for point in points) for end in (min, max))
    first = max((tick for tick in TICKS if tick <= slowest), default=TICKS[0])
    last = min((tick for tick in TICKS if tick >= fastest), default=TICKS[-1])
    low = math.floor(min(point.quality for point in points) * 10) / 10
    high = math.ceil(max(point.quality for point in points) * 10) / 10
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM

    def x_of(speed: float) -> float:
        return LEFT + (right - LEFT) * math.log(speed / first) / math.log(last / first)

    def y_of(value: float) -> float:
        return bottom - (bottom - TOP) * (value - low) / (high - low)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" role="img">',
        f"  <title>{escape(description)}</title>",
        f"  <style>\n{STYLE}\n  </style>",
    ]
    for tick in (tick for tick in TICKS if first <= tick <= last):
        x = x_of(tick)
        lines.append(f'  <line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom}"/>')
        lines.append(f'  <text class="axis" x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{tick}</text>')
    for step in range(round((high - low) * 10) + 1):
        value = low + step / 10
        y = y_of(value)
        lines.append(f'  <line x1="{LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}"/>')
        lines.append(
            f'  <text class="axis" x="{LEFT - 8}" y="{y + 4.5:.1f}" text-anchor="end">{value:.1f}</text>'
        )
    middle = (TOP + bottom) / 2
    lines.append(
        f'  <text class="axis" x="{(LEFT + right) / 2:.1f}" y="{HEIGHT - 14}" text-anchor="middle">'
        "megabytes a second, one core</text>"
    )
    lines.append(
        f'  <text class="axis" x="18" y="{middle:.1f}" text-anchor="middle"'
        f' transform="rotate(-90 18 {middle:.1f})">{escape(quality)}</text>'
    )
    taken = [
        Box(x - 7, y - 7, x + 7, y + 7)
        for x, y in ((x_of(point.speed), y_of(point.quality)) for point in points)
    ]
    for point in sorted(points, key=lambda point: (point.name != own, -point.quality, point.name)):
        x, y = x_of(point.speed), y_of(point.quality)
        choices = list(places(x, y, LETTER * len(point.name)))
        free = (
            place for place in choices
            if LEFT <= place[3].left and place[3].right <= WIDTH and not any(map(place[3].meets, taken))
        )  # fmt: skip
        anchor, at, baseline, box = next(free, choices[0])
        taken.append(box)
        mark = ' class="own"' if point.name == own else ""
        lines.append(f'  <circle{mark} cx="{x:.1f}" cy="{y:.1f}" r="6"/>')
        lines.append(
            f'  <text{mark} x="{at:.1f}" y="{baseline:.1f}" text-anchor="{anchor}">{escape(point.name)}</text>'
        )
    return "\n".join([*lines, "</svg>", ""])
