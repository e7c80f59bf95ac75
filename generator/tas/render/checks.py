"""Who has checked a text, as one quiet line in the words of the edition."""

from __future__ import annotations

from babel.dates import format_date
from babel.lists import format_list

from tas.model.checked import Checkable
from tas.read.edition import Edition


def checked(edition: Edition, thing: Checkable) -> str:
    """Who has signed and whose signature is awaited; empty where nobody has to check it."""
    gettext = edition.words.gettext
    signed = [
        gettext("a %(function)s on %(date)s")
        % {"function": check.function, "date": format_date(check.date, format="long", locale=edition.locale)}
        for check in thing.checked_by
    ]
    awaited = [gettext("a %(function)s") % {"function": function} for function in thing.waits_for]
    said = []
    if signed:
        said.append(gettext("Checked by %(people)s.") % {"people": format_list(signed, locale=edition.locale)})
    if awaited:
        said.append(gettext("Not yet checked by %(people)s.") % {"people": format_list(awaited, locale=edition.locale)})
    return " ".join(said)
