"""The fingerprints of quizzes that were released: what group codes begin with, in codes that people may still hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from tas.model.base import Id, Model

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9A-HJKMNP-TV-Z]{4}$")]


class Released(Model):
    """One version of a quiz, by the four characters that its codes carry."""

    quiz: Id
    fingerprint: Fingerprint


class CodesFile(Model):
    """`reference/codes.yml`, for all editions; written by `tas codes`."""

    codes: tuple[Released, ...]
