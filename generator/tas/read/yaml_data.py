"""YAML text -> plain data with marks (line and column of every value), by YAML 1.2's core rules; whatever the text, it says what is wrong."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from tas.problems import quoted, visible
from tas.read.characters import FORBIDDEN, forbidden
from tas.read.yaml_values import PLAIN, STANDARD, TEXT, Loader, TextLoader, is_number, scalar, tag
from tas.text.markdown import LONGEST

Path_ = tuple[str | int, ...]
Mark = tuple[int, int]
NESTING_LIMIT = 40
"""Nobody nests this deep by hand; a parser that follows may overflow its stack."""

VALUES = 20_000
"""Of a file; nobody writes more, and every rule looks at each."""

DIGITS = 15
"""Of a number; a longer one would not come back as it was written."""
CUT = re.compile(r"[ \t]+#[^\s#].*")
"""Behind a value: `Visit #1` is a text that its author takes for whole; `Visit  # the first` is one with a remark."""


@dataclass(frozen=True)
class Fault:
    """What is wrong at one place of the text."""

    place: Mark
    message: str
    rule: str = "yaml"


@dataclass
class Parsed:
    """Data, None where something is wrong; the line and column of each value; and all that is wrong."""

    data: Any = None
    marks: dict[Path_, Mark] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def parse_yaml(text: str, *, first_line: int = 1, config: bool = False) -> Parsed:
    """`first_line`: of the text in its file.

    `config`: the site engine reads it too, by YAML 1.1. What that would take for something else is refused, `!ENV` is evaluated.
    """
    parsed = Parsed()
    try:
        deep = _too_deep(text)
        if deep is not None:
            said = f"lists and fields are nested deeper than {NESTING_LIMIT}; close brackets, or indent less"
            parsed.faults.append(Fault((deep + first_line, 1), said))
            return parsed
        node = yaml.compose(text, Loader=Loader if config else TextLoader)
    except yaml.MarkedYAMLError as error:
        # A quote that never closes is found at the end of the file, but mended where it was opened.
        unfinished = error.problem == "found unexpected end of stream"
        mark = error.context_mark if unfinished else error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        parsed.faults.append(Fault((line + first_line, column + 1), _yaml_sentence(error)))
    except yaml.YAMLError:
        parsed.faults.append(Fault((first_line, 1), "this cannot be read as YAML; write it anew"))
    else:
        data = _Builder(parsed, text, first_line, config=config).build(node, ()) if node else {}
        parsed.data = None if parsed.faults else data
    return parsed


DEEP_LINE = re.compile(rf"^[ \-?:]{{{NESTING_LIMIT // 2},}}", re.MULTILINE)
"""Each level takes half a column or more at the start of a line."""

BRACKET = re.compile(r"[\[{\]}]")


def _too_deep(text: str) -> int | None:
    """The line, from 0, on which lists and fields pass the limit. The parser's events tell, which nest nothing themselves."""
    if not DEEP_LINE.search(text) and _brackets(text) <= NESTING_LIMIT:
        return None  # as good as every file
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > NESTING_LIMIT:
            return int(event.start_mark.line)  # type: ignore[union-attr]  # every event of a text has its mark
    return None


def _brackets(text: str) -> int:
    """How deep they seem to stand in each other; those inside quotes count too."""
    depth = deepest = 0
    for bracket in BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _yaml_sentence(error: yaml.MarkedYAMLError) -> str:
    """libyaml's words with the repair that is most often the right one."""
    said = " ".join(filter(None, [error.context, error.problem]))
    repairs = (
        ("tab character", "use spaces instead of tabs"),
        ("mapping values are not allowed", 'put a text that contains ": " in quotes, or check the indentation'),
        (
            "found character that cannot start any token",
            "use spaces instead of tabs, and quotes around a text that starts with @, ` or %",
        ),
        ("did not find expected key", "check the indentation and the quotes above this line"),
        ("did not find expected '-' indicator", "start each entry of the list with a dash at the same indentation"),
        ("could not find expected ':'", 'write "key: value"; a text over several lines starts with ">-"'),
        ("found unexpected end of stream", "close the quote that was opened here"),
        ("found undefined alias", 'put a text that starts with "*" in quotes'),
        ("did not find expected alphabetic or numeric character", 'put a text that starts with "*" or "&" in quotes'),
        ("did not find expected ',' or ']'", "close the list with ] or write one entry a line"),
        ("did not find expected ',' or '}'", "write one key a line instead of braces"),
        ("expected a single document", 'a file holds one document; remove the line "---"'),
        ("found unknown escape character", "use single quotes, or double the backslash"),
    )
    repair = next((words for sign, words in repairs if sign in said), "check quotes, colons and indentation")
    return f"this is not valid YAML ({visible(error.problem or '', 100)}); {repair}"


class _Builder:
    """Composed nodes -> plain data, by YAML 1.2's core rules (so `no` and `on` stay words), marks on the way."""

    def __init__(self, parsed: Parsed, text: str, first_line: int, *, config: bool):
        self.parsed = parsed
        self.lines = text.split("\n")
        self.first_line = first_line
        self.config = config
        self.seen: set[int] = set()
        self.values = 0

    def build(self, node: yaml.Node, path: Path_) -> Any:
        self.values += 1
        if self.values > VALUES:
            if self.values == VALUES + 1:
                self._report(node, f"this file has more than {VALUES} values; cut it into several")
            return None
        self.parsed.marks.setdefault(path, self._mark(node))
        if self.config and node.tag == "!ENV":
            return self._environment(node)
        if node.tag not in PLAIN:
            named = node.tag.replace(STANDARD, "!!")
            self._report(node, f"{quoted(named)} is a tag, which is not used here; put the text in quotes")
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._value(node)
        if id(node) in self.seen:
            self._report(node, "anchors and aliases (& and *) are not used here; write the text out, or quote it")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        return self._mapping(node, path)

    def _value(self, node: yaml.ScalarNode) -> Any:
        if node.style == '"' and (found := FORBIDDEN.search(node.value)):  # elsewhere nothing can be escaped
            self._report(node, forbidden(found[0]))
        elif len(node.value) > LONGEST:
            self._report(node, f"this text has {len(node.value)} letters; at most {LONGEST} fit", rule="too-long")
        elif len(node.value) > DIGITS and is_number(node) and sum(map(str.isdigit, node.value)) > DIGITS:
            self._report(node, f"a number has at most {DIGITS} digits; put a text of digits in quotes")
        elif not node.style and (cut := CUT.match(self._behind(node))):
            self._report(
                node, f"{quoted(cut[0].strip())} is left out, as # begins a remark; put the whole text in quotes"
            )
        else:
            if self.config:
                self._compare(node)
            return scalar(node)
        return None

    def _behind(self, node: yaml.ScalarNode) -> str:
        """What stands on the line after a value."""
        end = node.end_mark
        return self.lines[end.line][end.column :] if end.line < len(self.lines) else ""

    def _environment(self, node: yaml.Node) -> Any:
        """`!ENV NAME` or `!ENV [NAME, OTHER, "what holds where none is set"]`, as the site engine evaluates it."""
        entries = [node] if isinstance(node, yaml.ScalarNode) else node.value
        if not entries or not all(isinstance(entry, yaml.ScalarNode) for entry in entries):
            self._report(node, "!ENV takes names of variables and, last, a text; write !ENV [NAME, text]")
            return None
        *names, last = entries if len(entries) > 1 else [*entries, None]
        name = next((entry.value for entry in names if entry.value in os.environ), None)
        if name is None:
            return last and scalar(last)
        value = yaml.ScalarNode(tag(os.environ[name]), os.environ[name], node.start_mark, node.end_mark)
        self._compare(value)
        return scalar(value)

    def _compare(self, node: yaml.ScalarNode) -> None:
        """A text here may be a truth value, a number or a day to the site engine."""
        if not node.style and isinstance(scalar(node), str) and node.tag != TEXT:
            self._report(node, f"{quoted(node.value)} may be taken for something else than a text; put it in quotes")

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                self._report(key_node, "a key must be a plain word")
            elif key in data:
                self._report(key_node, f"{quoted(key)} is given twice; keep one", rule="duplicate-key")
            else:
                if self.config:
                    self._compare(key_node)
                # The key's place, not the value's: that is where an author looks.
                self.parsed.marks[(*path, key)] = self._mark(key_node)
                data[key] = self.build(value_node, (*path, key))
        return data

    def _mark(self, node: yaml.Node) -> Mark:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1

    def _report(self, node: yaml.Node, message: str, *, rule: str = "yaml") -> None:
        self.parsed.faults.append(Fault(self._mark(node), message, rule))
