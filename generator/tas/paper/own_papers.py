"""A trainer's own set of one quiz: as many variants as wanted, in an order of one's own seed, into the folder papers/."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tas.ground.cache import Cache
from tas.paper.papers import possible
from tas.paper.press import press
from tas.paper.quiz_forms import QUIZ_FORMS
from tas.problems import Refused
from tas.read.bag import Bag

FOLDER = "papers"


class UnknownQuiz(Refused):
    """No edition has it; the message names those that there are."""


def own_papers(
    bag: Bag,
    quiz_id: str,
    *,
    variants: int,
    seed: str,
    edition: str | None,
    root: Path,
    progress: Callable[[str], None],
) -> list[Path]:
    """The files, papers and keys apart. Every edition that has the quiz, or the one that is named."""
    libraries = [library for library in bag if quiz_id in library.quizzes and edition in (None, library.edition.code)]
    if not libraries:
        known = sorted({name for library in bag if edition in (None, library.edition.code) for name in library.quizzes})
        raise UnknownQuiz(f'there is no quiz "{quiz_id}"; the quizzes are {", ".join(known)}')
    orders = possible(
        order
        for library in libraries
        for form in QUIZ_FORMS
        for order in form.orders_of(library, quiz_id, number=variants, seed=seed)
    )
    made = press(
        {order.address.removeprefix("downloads/"): order.job for order in orders},
        cache=Cache(root / ".cache/papers"),
        progress=lambda number, total, name: progress(f"{number} of {total}: {name}"),
    )
    files = []
    for name, content in made.items():
        file = root / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        files.append(file)
    return files
