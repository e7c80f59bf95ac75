"""QTI 3: each question as an item of the exchange format for tests, in a package with a test a quiz; for archives, TAO and Canvas.

Source: https://www.imsglobal.org/spec/qti/v3p0/. Made when it is asked for: few programs read it yet, and some mark every answer right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tas.exports.format import Order
from tas.exports.grading import hundredths, is_told, worth
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.archive import archive
from tas.ground.words import N_
from tas.model.interactions import Choice, Entry, Interaction, Match
from tas.model.interactions import Order as Ordering
from tas.view.quiz import QuizItem

ID = "qti"
TITLE = N_("Exchange format for tests (QTI 3)")
USE = N_("All questions for an archive, or for a test program that reads QTI 3.")
STEPS = (
    N_("Download the file, and do not unpack it."),
    N_("Import it as a QTI 3 package."),
    N_("Try one right and one wrong answer: some programs read QTI without marking it."),
)
MADE, NEEDS = "asked", frozenset[str]()
SPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
RESPONSE = '<qti-variable identifier="RESPONSE"/>'
CORRECT = '<qti-correct identifier="RESPONSE"/>'


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    return is_told(quiz, item)


def orders(taken: Taken) -> Iterator[Order]:
    if taken.carried(carries):
        yield Order(f"{taken.outline.slug}-{taken.code}-qti3.zip", lambda: package(taken), (taken.content,))


def package(taken: Taken) -> bytes:
    """Items, tests and the manifest that names them."""
    files: dict[str, str] = {}
    resources = []
    for quiz, asked in taken.carried(carries):
        names = [f"{taken.code}-{item.interaction.id}" for item in asked]
        for name, item in zip(names, asked, strict=True):
            files[f"items/{name}.xml"] = assessment_item(taken, item, name)
            resources.append(_resource(name, "imsqti_item_xmlv3p0", f"items/{name}.xml", ()))
        files[f"tests/{quiz.id}.xml"] = test(quiz, names)
        resources.append(_resource(f"test-{quiz.id}", "imsqti_test_xmlv3p0", f"tests/{quiz.id}.xml", names))
    files["imsmanifest.xml"] = (
        f'{HEAD}<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="{taken.outline.slug}-{taken.code}">'
        "<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata><organizations/>"
        f"<resources>{''.join(resources)}</resources></manifest>\n"
    )
    return archive({name: text.encode() for name, text in files.items()}, taken.outline.day)


def _resource(name: str, kind: str, file: str, needed: Sequence[str]) -> str:
    inside = "".join(f'<dependency identifierref="{one}"/>' for one in needed)
    return f'<resource identifier="{name}" type="{kind}" href="{file}"><file href="{file}"/>{inside}</resource>'


def test(quiz: TakenQuiz, names: Sequence[str]) -> str:
    refs = "".join(f'<qti-assessment-item-ref identifier="{name}" href="../items/{name}.xml"/>' for name in names)
    return (
        f'{HEAD}<qti-assessment-test xmlns="{SPACE}" identifier="test-{quiz.id}" title="{escape(quiz.title)}">'
        '<qti-test-part identifier="part" navigation-mode="nonlinear" submission-mode="individual">'
        f'<qti-assessment-section identifier="section" title="{escape(quiz.title)}" visible="true">{refs}</qti-assessment-section>'
        "</qti-test-part></qti-assessment-test>\n"
    )


def assessment_item(taken: Taken, item: QuizItem, name: str) -> str:
    it = item.interaction
    return (
        f'{HEAD}<qti-assessment-item xmlns="{SPACE}" identifier="{name}" title="{escape(taken.seen(it.stem)[:200])}" adaptive="false" '
        f'time-dependent="false" xml:lang="{taken.code}">\n'
        f"{_declared(it)}"
        f'{_outcome("SCORE", "float", "0")}{_outcome("MAXSCORE", "float", "1")}<qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"/>\n'
        f"<qti-item-body><div><p>{_html(taken, it.stem)}</p></div>{_interaction(taken, it)}</qti-item-body>\n"
        f"{_processed(it)}\n"
        '<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="WHY" show-hide="show"><qti-content-body>'
        f"<ul>{''.join(_whys(taken, it))}</ul>{taken.further(item)}</qti-content-body></qti-modal-feedback>\n"
        "</qti-assessment-item>\n"
    )


def _outcome(name: str, base: str, value: str) -> str:
    return f'<qti-outcome-declaration identifier="{name}" cardinality="single" base-type="{base}"><qti-default-value><qti-value>{value}</qti-value></qti-default-value></qti-outcome-declaration>'


def _declared(it: Interaction) -> str:
    """What a right response is, and where several are, what each is worth."""
    cardinality, base, values, worths = "single", "identifier", [], ""
    match it:
        case Choice():
            cardinality = it.cardinality
            values = list(it.key) if cardinality == "multiple" else [it.key[0]]
            if cardinality == "single":
                entries = "".join(
                    f'<qti-map-entry map-key="{option.id}" mapped-value="{hundredths(worth(it, option) / 100)}"/>'
                    for option in it.options
                )
                worths = f'<qti-mapping default-value="0">{entries}</qti-mapping>'
        case Match():
            cardinality, base = "multiple", "directedPair"
            values = [f"row-{row.id} {row.key}" for row in it.rows]
        case Ordering():
            cardinality, values = "ordered", list(it.key)
        case Entry(base="number"):
            base, values = "float", [it.accepted[0]]
        case Entry():
            base, values = "string", [it.accepted[0]]
            entries = "".join(
                f'<qti-map-entry map-key="{escape(text)}" mapped-value="1" case-sensitive="false"/>'
                for text in it.accepted
            )
            worths = f'<qti-mapping default-value="0">{entries}</qti-mapping>'
    right = "".join(f"<qti-value>{escape(value, quote=False)}</qti-value>" for value in values)
    return (
        f'<qti-response-declaration identifier="RESPONSE" cardinality="{cardinality}" base-type="{base}">'
        f"<qti-correct-response>{right}</qti-correct-response>{worths}</qti-response-declaration>\n"
    )


def _interaction(taken: Taken, it: Interaction) -> str:
    match it:
        case Choice():
            most = 1 if it.cardinality == "single" else 0
            shuffled = str(it.shuffle).lower()
            options = "".join(
                f'<qti-simple-choice identifier="{option.id}"{" fixed=" + chr(34) + "true" + chr(34) if option.pin else ""}>{_html(taken, option.text)}</qti-simple-choice>'
                for option in it.options
            )
            return f'<qti-choice-interaction response-identifier="RESPONSE" shuffle="{shuffled}" max-choices="{most}">{options}</qti-choice-interaction>'
        case Match():
            rows = "".join(
                f'<qti-simple-associable-choice identifier="row-{row.id}" match-max="1">{_html(taken, row.text)}</qti-simple-associable-choice>'
                for row in it.rows
            )
            options = "".join(
                f'<qti-simple-associable-choice identifier="{option.id}" match-max="{len(it.rows)}">{escape(taken.seen(option.text), quote=False)}</qti-simple-associable-choice>'
                for option in it.options
            )
            return (
                f'<qti-match-interaction response-identifier="RESPONSE" shuffle="false" max-associations="{len(it.rows)}">'
                f"<qti-simple-match-set>{rows}</qti-simple-match-set><qti-simple-match-set>{options}</qti-simple-match-set></qti-match-interaction>"
            )
        case Ordering():
            steps = "".join(
                f'<qti-simple-choice identifier="{option.id}">{_html(taken, option.text)}</qti-simple-choice>'
                for option in it.options
            )
            return (
                f'<qti-order-interaction response-identifier="RESPONSE" shuffle="false">{steps}</qti-order-interaction>'
            )
        case Entry():
            unit = f" {escape(it.unit, quote=False)}" if it.unit else ""
            return f'<p><qti-text-entry-interaction response-identifier="RESPONSE" expected-length="40"/>{unit}</p>'
    raise AssertionError(it)  # what is written freely is not asked


def _processed(it: Interaction) -> str:
    """How a response is marked; no response is nothing."""
    mapped = (isinstance(it, Choice) and it.cardinality == "single") or (isinstance(it, Entry) and it.base == "text")
    if mapped:
        score = '<qti-set-outcome-value identifier="SCORE"><qti-map-response identifier="RESPONSE"/></qti-set-outcome-value>'
        told = f"<qti-not><qti-is-null>{RESPONSE}</qti-is-null></qti-not>"
    else:
        score = '<qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value>'
        told = f"<qti-match>{RESPONSE}{CORRECT}</qti-match>"
        if isinstance(it, Entry):
            margin = f"{it.tolerance:g} {it.tolerance:g}"
            told = f'<qti-equal tolerance-mode="absolute" tolerance="{margin}">{RESPONSE}{CORRECT}</qti-equal>'
    return (
        '<qti-response-processing><qti-set-outcome-value identifier="FEEDBACK"><qti-base-value base-type="identifier">WHY</qti-base-value></qti-set-outcome-value>'
        f"<qti-response-condition><qti-response-if>{told}{score}</qti-response-if></qti-response-condition></qti-response-processing>"
    )


def _whys(taken: Taken, it: Interaction) -> Iterator[str]:
    match it:
        case Choice():
            found = [(_html(taken, option.text), option.rationale) for option in it.options]
        case Match():
            found = [(_html(taken, row.text), row.rationale) for row in it.rows]
        case Ordering():
            found = [(_html(taken, option.text), option.rationale) for option in it.in_order]
        case Entry():
            typed = [(it.accepted[0], it.rationale), *((mistake.answer, mistake.rationale) for mistake in it.mistakes)]
            found = [(escape(text, quote=False), why) for text, why in typed]
        case _:
            found = []
    for text, why in found:
        yield f"<li>{text} – {_html(taken, why)}</li>"


def _html(taken: Taken, text: str) -> str:
    return taken.html(text).replace("<br>", "<br/>")
