"""A trainer's own set of one quiz: as many variants as wanted, in an order of one's own seed, into the folder papers/."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.bag import Bag
from generator.cache import Cache
from generator.exports import quiz_key, quiz_paper
from generator.exports.draft import are_drafts, draft_name
from generator.exports.job import Job
from generator.exports.press import press
from generator.exports.shuffle import LETTERS
from generator.library import Library
from generator.render import Renderer

FOLDER = "papers"


class UnknownQuiz(Exception):
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
    jobs = {
        name: job for library in libraries for name, job in _jobs(library, quiz_id, min(variants, len(LETTERS)), seed)
    }
    made = press(
        jobs,
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


def _jobs(library: Library, quiz_id: str, number: int, seed: str) -> Iterator[tuple[str, Job]]:
    renderer = Renderer(library.edition)
    for variant in quiz_paper.variants(library, quiz_id, number):
        for kind, export in (("paper", quiz_paper), ("key", quiz_key)):
            name = quiz_paper.file_name(library.edition, quiz_id, kind, variant).removeprefix("downloads/")
            yield (
                draft_name(name) if are_drafts() else name,
                export.job(library, renderer, quiz_id, variant=variant, seed=seed),
            )
