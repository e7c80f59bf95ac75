"""`tas help RULE`: what the rules are for, as their own modules say it, and which options mkdocs.yml has."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tas.check.rules import RULES
from tas.model.base import Model
from tas.read.options import Options

READING = {
    "catalogue": "A catalogue of interface words (locales/<edition>.po) cannot be read.",
    "character": "A character that no text needs, such as an invisible one, stands in a file.",
    "code": "A text holds code, which is not run and not shown.",
    "duplicate-key": "A field stands twice in one place; only one would count.",
    "editions": "The editions in mkdocs.yml do not fit together.",
    "encoding": "A file is not saved as UTF-8.",
    "example-address": "Papers and copies carry an address that is an example's; `site_url` in mkdocs.yml sets it.",
    "front-matter": "The fields of a page stand between two lines `---` at its top.",
    "ledger": "A line of reference/<edition>/in-step.yml, which `tas accept` writes, cannot be understood.",
    "list-length": "A list has fewer or more entries than it may have.",
    "missing-field": "A field that is needed is not there.",
    "no-bag": "A bag is a folder with a file mkdocs.yml; `tas new bag` begins one.",
    "nav": "`nav` in mkdocs.yml holds pages, and titles with lists of pages, no page twice.",
    "page-budget": "A paper has more pages than its kind may have; shorten what it prints.",
    "pdf-engine": "The PDF engine warns of what it cannot print as it stands.",
    "settings": "mkdocs.yml holds a setting that is not known here, or does nothing.",
    "sheet": "A cell of a spreadsheet says what its quiz cannot hold.",
    "site-engine": "The site engine refuses to go on; its own words follow.",
    "too-long": "A text is longer than its place has room for.",
    "unknown-field": "A field has a name that means nothing here; the message lists those that do.",
    "unknown-language": "An edition has a code that is no language's; use one such as en or pt-BR.",
    "word-markup": "A word of the interface holds HTML; words are text.",
    "word-placeholder": "A translation has other places to fill in than the word that it translates.",
    "wrong-form": "A value is not written as its field needs it.",
    "wrong-type": "A value is of another kind than its field: a list for a text, a text for a number.",
    "wrong-value": "A value is none of those that its field takes.",
    "yaml": "A file cannot be read as YAML.",
}
"""What is told while files are read or made; it cannot be turned off."""


def rules_listed() -> Iterator[str]:
    """A line for each rule."""
    width = max(len(rule.ID) for rule in RULES)
    for rule in RULES:
        yield f"{rule.ID:<{width}}  {rule.LEVEL:<7}  {_said(rule).splitlines()[0]}"
    yield ""
    yield "`tas help RULE` says more of one; `levels:` below `- tas:` in mkdocs.yml sets one to error, warning or off."


def rule_page(name: str) -> list[str] | None:
    """What a message that ends with `(name)` means; None where nothing is called so."""
    for rule in RULES:
        if name == rule.ID:
            turned = "mkdocs.yml can change that:\n\n  - tas:\n      levels:\n        "
            return [_said(rule), "", f"Its level is {rule.LEVEL}; {turned}{rule.ID}: off   # or warning, error"]
    return [READING[name], "", "This cannot be turned off."] if name in READING else None


def nearest(name: str) -> str:
    """The sentence for a name that means nothing."""
    near = get_close_matches(name, [*(rule.ID for rule in RULES), *READING], 1)
    return f"there is no rule {name!r}; {f'did you mean {near[0]!r}?' if near else '`tas help rules` lists them'}"


def options_listed() -> Iterator[str]:
    """A line for each option of the plugin `tas`."""
    for name, default, said in options():
        yield f"{name}{f' ({default})' if default else ''}: {said}"


def options() -> Iterator[tuple[str, str, str]]:
    """(name, what holds where nothing is said, what it is) of each."""
    for name, field in Options.model_fields.items():
        default = field.get_default(call_default_factory=True)
        if isinstance(default, Model):
            default = ", ".join(f"{key}: {value}" for key, value in default if value)
        yield name, str(default) if default else "", field.description or ""


def _said(rule: object) -> str:
    return (rule.__doc__ or "").strip()
