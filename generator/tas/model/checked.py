"""Who has checked a text about health or law: the functions whose signature is awaited, and those that have signed."""

from __future__ import annotations

from tas.model.base import Day, Line, Model


class Check(Model):
    """A signature: a function in the words of the edition ("midwife"), never a name, and its day."""

    function: Line
    date: Day


class Checkable(Model):
    """What somebody who may has to sign before a reader may take it for checked."""

    to_check_by: tuple[Line, ...] = ()
    checked_by: tuple[Check, ...] = ()

    @property
    def waits_for(self) -> tuple[str, ...]:
        """The functions that have not signed yet, in the order of `to_check_by`."""
        signed = {check.function for check in self.checked_by}
        return tuple(function for function in self.to_check_by if function not in signed)
