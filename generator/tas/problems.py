"""What is wrong with the content, said to its author: one `Problem` a sentence, one `ContentError` for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

ERROR = "error"
WARNING = "warning"
OFF = "off"
LEVELS = (ERROR, WARNING, OFF)


@dataclass(frozen=True, order=True)
class Problem:
    """One sentence about one place: what is wrong and what would be right. Line and column count from 1."""

    file: str
    line: int
    column: int
    level: str
    message: str
    rule: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.level}: {self.message} ({self.rule})"

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


class MissingEngine(Exception):
    """The machine cannot make PDFs; the message says the repair."""


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build."""
    return [problem for problem in problems if problem.level == ERROR]
