"""What is wrong with the content, said to its author: one `Problem` a sentence, one `ContentError` for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple

ERROR = "error"
WARNING = "warning"
OFF = "off"
LEVELS = (ERROR, WARNING, OFF)


QUOTED, LONGEST = 60, 300
"""Letters: of a value that a message quotes, and of a message."""
LONG_QUOTE = re.compile(rf'"([^"]{{{QUOTED + 1},}})"')


class Place(NamedTuple):
    """Where something stands; line and column count from 1."""

    file: str
    line: int
    column: int


Finding = tuple[Place, str]
"""What a rule finds: the place, and one sentence about it."""


@dataclass(frozen=True, order=True)
class Problem:
    """One sentence about one place: what is wrong and what would be right. Line and column count from 1.

    Whatever stands in a file or its name, a problem is one line of at most `LONGEST` letters, without control characters.
    """

    file: str
    line: int
    column: int
    level: str
    message: str
    rule: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "file", visible(self.file))
        message = self.message
        if len(message) > LONGEST:  # the repair stands at its end: what is quoted gives way
            message = LONG_QUOTE.sub(lambda found: quoted(found[1]), message)
        object.__setattr__(self, "message", visible(message, LONGEST))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.level}: {self.message} ({self.rule})"

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, self.column)

    def as_dict(self) -> dict[str, str | int]:
        return asdict(self)


class ContentError(Exception):
    """The content cannot be built as it stands; carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type, tuple]:
        """It goes from one process to another with all its problems."""
        return ContentError, (self.problems,)


class Refused(Exception):
    """What was asked for cannot be done here; the message is one sentence with the repair. `code`: how the command exits."""

    code = 2


class MissingEngine(Refused):
    """The machine cannot make PDFs."""

    code = 3


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build."""
    return [problem for problem in problems if problem.level == ERROR]


def quoted(text: str) -> str:
    """Somebody else's text as a message shows it: in quotation marks, on one line, cut where it is long."""
    return f'"{visible(text, QUOTED)}"'


def listed(names: Sequence[str], most: int = 160) -> str:
    """`a, b, c`, as far as a message has room for them: `a, b and 7 more`."""
    shown = list(names)
    while len(", ".join(shown)) > most and len(shown) > 1:
        shown.pop()
    more = len(names) - len(shown)
    return visible(", ".join(shown), most) + (f" and {more} more" if more else "")


def visible(text: str, most: int | None = None) -> str:
    """Letters without a shape of their own, such as line breaks and control characters, as escapes; at most so many letters."""
    cut = _cut(text, most)  # a value may have millions
    return cut if cut.isprintable() else _cut("".join(map(_escaped, cut)), most)


def _escaped(letter: str) -> str:
    return letter if letter.isprintable() else ascii(letter)[1:-1]


def _cut(text: str, most: int | None) -> str:
    return text if most is None or len(text) <= most else text[: most - 1] + "…"
