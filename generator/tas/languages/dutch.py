"""Dutch: words whose beginning is left out ('s avonds, 't huis, zo'n kind, sinds '90) take an apostrophe."""

from __future__ import annotations

import re

from tas.languages.language import Language

WORDS = r"(?:[stnmkrd]|ns|dr|er|ie|tis|twas)(?![\w'’])"
YEAR = r"\d\d(?!\d)(?![^'\n]*[\w.,!?]'(?!\w))"
"""Two digits that no later quote closes: '90, but not '12 weken'."""

LANGUAGE = Language(quotes="“”‘’", elisions=re.compile(rf"(?<![\w'’])'(?={WORDS}|{YEAR})", re.IGNORECASE))
