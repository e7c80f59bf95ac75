"""Dutch: words whose beginning is left out ('s avonds, 't huis, zo'n kind, sinds '90) take an apostrophe."""

from __future__ import annotations

import re

from tas.languages.language import Language
from tas.languages.reading import Formula

WORDS = r"(?:[stnmkrd]|ns|dr|er|ie|tis|twas)(?![\w'’])"
YEAR = r"\d\d(?!\d)(?![^'\n]*[\w.,!?]'(?!\w))"
"""Two digits that no later quote closes: '90, but not '12 weken'."""

VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|ai|oi|[aeiouyáéíóúèêëïöü]")
"""One match a syllable, as Dutch is spelt: "geïnteresseerd" has five."""

FLESCH_DOUMA = Formula(
    "Flesch-Douma",
    lambda page: 206.835 - 0.93 * page.sentence_length - 77 * page.syllables / page.words,
    higher_is_easier=True,
    syllables=VOWELS,
)
"""W. H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960. Higher is easier; 60–70 is normal, 70–80 fairly easy, 80–90 easy."""

LANGUAGE = Language(
    quotes="“”‘’",
    elisions=re.compile(rf"(?<![\w’'])'(?={WORDS}|{YEAR})", re.IGNORECASE),
    formula=FLESCH_DOUMA,
    stemmer="stemmer-nl.js",
)
