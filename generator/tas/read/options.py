"""The options of the plugin `tas` in mkdocs.yml: what a bag decides for itself. `tas help options` prints them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tas.model.base import Id, Line, Model, Number, PageRef, SectionRef

FORMAT = 1
"""The newest format of a bag that is understood here."""


class Licence(Model):
    """What others may do with a bag."""

    text: Annotated[Line, Field(max_length=60)] = "CC BY 4.0"
    code: Annotated[Line, Field(max_length=60)] = "MIT"


Token = Literal[
    "ink", "ink-soft", "paper", "sand", "line", "edge", "blue", "blue-deep", "blue-tint", "terra", "terra-deep", "terra-tint",
    "leaf", "leaf-tint", "on-blue", "on-deep", "mark",
]  # fmt: skip
"""The colours of tokens.css that a bag may choose."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Colours(Model):
    """A bag's own colours, scheme by scheme; what is not named stays ours."""

    light: dict[Token, Colour] = Field(default_factory=dict)
    dark: dict[Token, Colour] = Field(default_factory=dict)


FontFile = Annotated[str, StringConstraints(pattern=r"^[\w.-]+\.(ttf|otf)$")]


class Fonts(Model):
    """Files in `assets/` with the letters of a script that ours lacks."""

    regular: FontFile
    bold: FontFile | None = None


LedFile = Annotated[
    str, StringConstraints(pattern=r"^(docs|quizzes|guides|training|reference)/[a-z0-9][a-z0-9/-]*\.(md|yml)$")
]


class Options(Model):
    """The options of the plugin `tas`, one a line."""

    format: Annotated[
        int, Field(ge=1, description="The format in which the bag is written; UPGRADING.md tells them.")
    ] = FORMAT
    slug: Annotated[Id, Field(max_length=20, description="How files to take along begin: tas-nl.zip.")] = "tas"
    licence: Annotated[
        Licence,
        Field(
            description="`text`: the licence of what people wrote, as the foot of each page and the book tell it; `code`: that of Tas."
        ),
    ] = Licence()

    colours: Annotated[
        Colours,
        Field(
            default_factory=lambda: Colours(),
            description='`light` and `dark`: name -> colour such as "#004d40", where it differs: ink, ink-soft, paper, sand, line, edge, mark, blue (links and what leads on), terra (danger, myths), leaf (facts, what is done), the -deep and -tint of these, on-blue and on-deep (text on them).',
        ),
    ]

    fonts: Annotated[
        dict[str, Fonts],
        Field(
            default_factory=dict,
            description="Edition -> `regular` and `bold`: font files in assets/ whose letters the papers need and ours lacks, such as NotoNaskhArabic-Regular.ttf.",
        ),
    ]

    review_after_months: Annotated[int, Field(ge=1, le=60, description="A text not checked for longer is overdue.")] = (
        12
    )
    longest_sentence: Annotated[
        int, Field(ge=5, le=60, description="Words; a longer sentence on a page is hard-to-read.")
    ] = 20
    reading_score: Annotated[
        dict[str, Number],
        Field(
            default_factory=dict,
            description="Edition -> the hardest score that a page may have by the formula of its language.",
        ),
    ]
    pages_in_one_index: Annotated[
        int,
        Field(
            ge=1,
            description="Pages of an edition whose search is one file; that of a larger one comes part by part, titles first.",
        ),
    ] = 300
    levels: Annotated[
        dict[str, Literal["error", "warning", "off"]],
        Field(default_factory=dict, description="Rule id -> level, where it differs."),
    ]
    leads: Annotated[
        dict[LedFile, Line],
        Field(
            default_factory=dict,
            description="File -> the edition that leads in it, where it is not the first: docs/duties/hygiene.md: nl. The others are compared with it (`tas status`).",
        ),
    ]
    partial: Annotated[
        tuple[Line, ...],
        Field(description="Editions that are not whole yet: what they lack of the others is no error."),
    ] = ()
    moved: Annotated[
        dict[SectionRef, SectionRef],
        Field(
            default_factory=dict,
            description="Page or section that was -> where it is now: duties/old: duties/new, duties/new#then: duties/new#now. The old address leads on.",
        ),
    ]
    report_to: Annotated[
        Annotated[str, StringConstraints(pattern=r"^mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+$")] | None,
        Field(description="Where readers report a mistake: mailto: and an address."),
    ] = None
    leave_to: Annotated[
        PageRef | None, Field(description="A harmless page, to which a reader of a sensitive page can flee.")
    ] = None
