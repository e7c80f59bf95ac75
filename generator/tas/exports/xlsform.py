"""XLSForm: each visit guide as a form for ODK, KoboToolbox, CHT or Survey123, with the same steps, questions, danger signs and numbers to call.

Source: https://xlsform.org/en/. It asks no name and no free text, and what is asked in private leaves nothing but "asked": a telephone is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from tas.exports.format import Order
from tas.exports.sheets import workbook
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.words import N_
from tas.model.danger import DangerGroup, Level
from tas.model.reference import Contact
from tas.view.guide import GuideView, guide_view
from tas.view.quiz import QuizItem

ID = "xlsform"
TITLE = N_("Forms on a telephone (XLSForm: ODK, KoboToolbox)")
USE = N_(
    "Each visit guide as a form that leads through the visit, without the internet. It asks no names, and nothing private is written down."
)
STEPS = (
    N_("Download the form of the visit."),
    N_("Upload it as a new form in KoboToolbox (“Upload an XLSForm”) or in ODK Central."),
    N_("Fetch the form with KoboCollect or ODK Collect, and go through it once together."),
)
MADE, NEEDS = "build", frozenset[str]()
COLUMNS = ("type", "name", "label", "hint", "relevant", "required")
NO_NAMES = N_("Not about the family: no names, no addresses.")
SEEN_ONE = N_("Do you see or hear one of these signs now?")
ASK_ON = N_("Ask on. Go through the danger signs again; if you are in doubt, call:")
IF_YES = N_("If the answer is yes, help is needed. Call:")
MARKS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "*_#[]`\\"})
"""Collect and others read Markdown and HTML in a label; these names are characters and nothing else."""
Row = tuple[str, ...]


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    """Forms are made of guides; of a quiz there is nothing to leave out."""
    return True


def orders(taken: Taken) -> Iterator[Order]:
    for guide_id in taken.guides:
        view = guide_view(taken.library, guide_id)
        name = f"xlsform/{taken.outline.slug}-{taken.code}-{guide_id}.xlsx"
        yield Order(name, partial(form, taken, view), (taken.content,), f"{view.guide.code} {view.guide.title}")


def form(taken: Taken, view: GuideView) -> bytes:
    """The workbook of one guide."""
    guide, say = view.guide, taken.gettext
    survey = [COLUMNS, *_survey(taken, view)]
    choices: list[Row] = [
        ("list_name", "name", "label"),
        *(("yesno", name, said(say(word))) for name, word in (("yes", N_("Yes")), ("no", N_("No")))),
    ]
    choices.append(("known", "yes", said(say("Yes"))))
    choices += [("known", "no", said(say("No"))), ("known", "unknown", said(say(N_("Not known"))))]
    if guide.referral:
        choices += [("reasons", f"r{n}", said(text)) for n, text in enumerate(guide.referral.reasons, 1)]
        choices += [("urgency", f"u{n}", said(text)) for n, text in enumerate(guide.referral.urgency, 1)]
    settings = [
        ("form_title", "form_id", "version", "style"),
        (
            f"{guide.code} {guide.title} ({taken.outline.site_name} {taken.code})".replace("${", "$\u2060{"),
            f"{taken.outline.slug}-{taken.code}-{view.id}",
            f"{guide.reviewed:%Y%m%d}",
            "pages",
        ),
    ]
    return workbook({"survey": survey, "choices": choices, "settings": settings}, guide.reviewed)


def _survey(taken: Taken, view: GuideView) -> Iterator[Row]:
    guide, say = view.guide, taken.gettext
    tell = lambda text: said(taken.seen(text))  # noqa: E731
    yield from _group("start", f"{guide.code} {guide.title}", [
        _note("goal", f"{say('Goal')}: {taken.seen(guide.goal)}"),
        _note("when", f"{say('When')}: {taken.seen(guide.when)} · {say('Takes')}: {guide.duration}"),
        _note("no_names", say(NO_NAMES)),
    ])  # fmt: skip
    yield from _group("before", say("Before you go"), _ticks(taken, "before", guide.before_you_go))
    yield from _group("door", say("At the door"), _ticks(taken, "door", guide.at_the_door))
    for group in view.danger:
        yield from _group(f"danger_{_name(group.id)}", group.title, _danger(taken, group))
    yield from _group("ask", say("Ask"), _questions(taken, view))
    yield from _group("look", say("Look and listen"), _ticks(taken, "look", guide.observe))
    yield from _group("explain", say("Explain"), _ticks(taken, "explain", guide.explain))
    others = [
        _note(
            f"not_yours_{n}",
            f"{taken.seen(one.task.text)} → {', '.join(profession.name for profession in one.refer_to)}",
        )
        for n, one in enumerate(view.not_yours, 1)
    ]
    yield from _group("not_yours", say("Not your task: refer to"), others)
    if guide.referral:
        yield from _group("referral", say("Referral slip"), [
            ("select_multiple reasons", "reasons", said(say("Reason")), "", "", ""),
            ("select_one urgency", "urgency", said(say("How soon")), "", "", ""),
        ])  # fmt: skip
    sources = [_note(f"source_{n}", f"{source.title} ({source.by})") for n, source in enumerate(view.own_sources, 1)]
    yield from _group("sources", say("Sources"), [*sources, ("note", "site", tell(taken.outline.site_url), "", "", "")])


def _group(name: str, label: str, rows: Iterable[Row]) -> Iterator[Row]:
    """A screen of its own; none where nothing is on it."""
    inside = list(rows)
    if inside:
        yield ("begin_group", name, said(label), "", "", "", "field-list")[: len(COLUMNS)]
        yield from inside
        yield ("end_group", "", "", "", "", "")


def _ticks(taken: Taken, name: str, texts: Iterable[str]) -> Iterator[Row]:
    for n, text in enumerate(texts, 1):
        yield ("acknowledge", f"{name}_{n}", said(taken.seen(text)), "", "", "")


def _danger(taken: Taken, group: DangerGroup) -> Iterator[Row]:
    """Urgency by urgency: all signs, and what to do as soon as one is there."""
    say = taken.gettext
    for level, blocks in group.by_urgency():
        name = f"{_name(group.id)}_{level.urgency}"
        for _, signs in blocks:
            for sign in signs:
                more = " – ".join(filter(None, (sign.age, taken.seen(sign.limit or ""), taken.seen(sign.first or ""))))
                yield ("note", f"sign_{name}_{_name(sign.id)}", said(taken.seen(sign.text)), said(more), "", "")
        yield ("select_one yesno", f"seen_{name}", said(say(SEEN_ONE)), "", "", "yes")
        yield (
            "note",
            f"refer_{name}",
            said(f"{taken.seen(level.act)} {_calls(taken, level)}"),
            "",
            f"${{seen_{name}}} = 'yes'",
            "",
        )


def _calls(taken: Taken, level: Level) -> str:
    return _numbers(taken.library.contacts[name] for name in level.call_besides)


def _numbers(contacts: Iterable[Contact]) -> str:
    return " · ".join(f"{contact.name}{f' ({contact.number})' if contact.number else ''}" for contact in contacts)


def _questions(taken: Taken, view: GuideView) -> Iterator[Row]:
    questions, say, call = view.guide.questions, taken.gettext, _numbers(view.call)
    for question in questions.open:
        yield ("acknowledge", f"open_{_name(question.id)}", said(taken.seen(question.text)), "", "", "")
    for question in questions.yes_is_good:
        name = f"ask_{_name(question.id)}"
        yield ("select_one known", name, said(taken.seen(question.text)), "", "", "")
        yield ("note", f"no_{_name(question.id)}", said(f"{say(ASK_ON)} {call}"), "", f"${{{name}}} = 'no'", "")
    if questions.alone:
        yield _note("alone", say("Only when nobody else can hear it: a yes calls for help"))
        for question in questions.alone:
            yield ("acknowledge", f"alone_{_name(question.id)}", said(taken.seen(question.text)), "", "", "")
        yield _note("alone_yes", f"{say(IF_YES)} {call}")


def _note(name: str, text: str) -> Row:
    return ("note", name, said(text), "", "", "")


def _name(id: str) -> str:
    return id.replace("-", "_")


def said(text: str) -> str:
    """Words as a label, on one line: no Markdown, no HTML, and no reference to another question."""
    plain = escape(" ".join(text.split()), quote=False).translate(MARKS)
    return re.sub(r"\$(?=\{)", "&#36;", plain)
