"""Numbers, dates, telephone numbers, units and addresses keep their order in lines that run from right to left.

Without it 0800-2000 is shown as 2000-0800, 2026-11-21 as 21-11-2026, 38 °C as C° 38: signs between numbers take the direction of the line.
"""

from __future__ import annotations

import re

from tas.read.edition import RIGHT_TO_LEFT, Edition

UNITS = "°C|%|‰|mg|µg|g|kg|ml|l|mm|cm|m|km|kB|MB"
RUN = re.compile(
    rf"""(?<![\w&#])(?:
      https?://[^\s<>"]+                                            # an address
    | [a-z0-9-]+(?:\.[a-z0-9-]+)+/[^\s<>"]*                         # one without what stands before it
    | (?:(?:[+≥≤]|&[lg]t;)[ ]?)?\d+(?:[ \u00a0]?[-–×x+][ \u00a0]?\d+|[/.,:]\d+|[ \u00a0]\d+)*(?:[ \u00a0]?(?:{UNITS}))?
    )(?!\w)""",
    re.VERBOSE,
)
TEXT = re.compile(
    r"(<(?:script|style|title|textarea|svg|select|bdi)\b.*?</(?:script|style|title|textarea|svg|select|bdi)>|<[^>]*>)",
    re.DOTALL,
)
"""What is no text of the page: tags, and elements that hold none, or one that no element may stand in."""
FIRST, RUNS_LEFT, LAST = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def isolated(edition: Edition, html: str) -> str:
    """The HTML with each such run in an element of its own; unchanged for an edition whose lines run from left to right."""
    if edition.direction != RIGHT_TO_LEFT:
        return html
    parts = TEXT.split(html)
    parts[::2] = (RUN.sub(_element, text) for text in parts[::2])
    return "".join(parts)


def isolated_text(edition: Edition, text: str) -> str:
    """The same where no element can stand: in the corner of a sheet."""
    if edition.direction != RIGHT_TO_LEFT:
        return text
    return RUN.sub(lambda run: f"{FIRST}{run[0]}{LAST}" if _needs(run[0]) else run[0], text)


def _element(run: re.Match[str]) -> str:
    return f'<bdi dir="ltr">{run[0]}</bdi>' if _needs(run[0]) else run[0]


def _needs(run: str) -> bool:
    """A plain number keeps its order by itself."""
    return not run.isdecimal()
