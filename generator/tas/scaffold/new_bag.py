"""`tas new bag`: a folder with an example of each thing, all marked as examples, that checks clean and builds at once."""

from __future__ import annotations

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path

from babel import Locale

from tas.ground.addresses import file_name
from tas.ground.places import PACKAGE
from tas.problems import Refused
from tas.read.settings import LOCALE, is_known

EXAMPLE = PACKAGE / "scaffold/bag"
"""A bag whose folders hold no editions yet; `@name@` and the like stand for what the author chose."""
NAME = re.compile(r"\w[\w .,’'&()-]{0,39}")
SHORT = 14
"""Letters of `short` in professions.yml."""
KINDS = ("docs", "quizzes", "guides", "training", "reference")


def new_bag(folder: Path, *, edition: str, profession: str, name: str, today: date) -> int:
    """Write the bag into `folder`, which is new or empty, and return how many files it has. Raises Refused; nothing is half-written."""
    words = _words(edition, profession, name) | {"today": today.isoformat()}
    if folder.is_symlink() or (folder.exists() and not (folder.is_dir() and not any(folder.iterdir()))):
        raise Refused(f"{folder} is there already and is not an empty folder; name a new one")
    if not folder.parent.is_dir():
        raise Refused(f"there is no folder {folder.parent}; make it first")
    files = [file for file in sorted(EXAMPLE.rglob("*")) if file.is_file()]
    target = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for file in files:
            kind, *inside = file.relative_to(EXAMPLE).parts
            there = target.joinpath(kind, *([edition] if kind in KINDS else []), *inside)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_text(_filled(file.read_text(encoding="utf-8"), words), encoding="utf-8", newline="\n")
        target.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        target.rename(folder)
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    return len(files)


def _words(edition: str, profession: str, name: str) -> dict[str, str]:
    if not (re.fullmatch(LOCALE, edition) and is_known(edition)):
        raise Refused(f'"{edition}" is not a language code that is known here; use one such as en, en-GB or pt-BR')
    for what, said in (("profession", profession), ("name", name)):
        if not NAME.fullmatch(said):
            raise Refused(f"the {what} is up to 40 letters, digits and blanks, and begins with a letter")
    language = str(Locale.parse(edition, sep="-").get_display_name())
    lower = profession[0].lower() + profession[1:] if profession[1:2].islower() else profession
    return {
        "edition": edition,
        "language": language[0].upper() + language[1:],
        "name": name,
        "profession": lower,
        "profession_id": file_name(profession) or "own",
        "short": _short(profession),
    }


def _short(profession: str) -> str:
    """The last words that fit: "Fire-safety adviser" -> "Adviser"."""
    words = profession.split()
    while len(" ".join(words)) > SHORT and len(words) > 1:
        words = words[1:]
    short = " ".join(words)[:SHORT]
    return short[0].upper() + short[1:]


def _filled(text: str, words: dict[str, str]) -> str:
    return re.sub(r"@(\w+)@", lambda match: words[match[1]], text)
