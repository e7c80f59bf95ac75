"""Characters that may stand in no text, and the sentence about one."""

from __future__ import annotations

import re

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
    "\u202a-\u202e\u115f\u1160\u180e\u3164\uffa0\ufff9-\ufffd\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
"""Characters that HTML and EPUB cannot hold; and those that turn a line round, are seen by nobody, or mean nothing outside one font."""


def forbidden(character: str) -> str:
    return f"the character U+{ord(character):04X} may not stand in a text; delete it"
