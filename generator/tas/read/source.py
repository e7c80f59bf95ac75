"""YAML and Markdown files -> plain data with marks: the line and column of every value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tas.problems import ERROR, Problem

Path_ = tuple[str | int, ...]
Mark = tuple[int, int]
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NESTING_LIMIT = 40
"""Nobody nests this deep by hand; a parser that follows may overflow its stack."""


@dataclass
class Document:
    """One file: its data, where each value stands, and for a page its Markdown body."""

    path: str
    data: Any = None
    marks: dict[Path_, Mark] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def mark(self, path: Path_) -> Mark:
        """Line and column of the value at `path`, or of the nearest thing around it."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, (1, 1))

    def part(self, path: Path_, data: Any) -> Document:
        """What lies at `path` as a document of its own, its places counted from there."""
        marks = {mark[len(path) :]: place for mark, place in self.marks.items() if mark[: len(path)] == path}
        return Document(self.path, data, marks or {(): self.mark(path)})

    def problem(self, path: Path_, message: str, rule: str, *, level: str = ERROR) -> Problem:
        return Problem(self.path, *self.mark(path), level, message, rule)

    def problem_at(self, line: int, column: int, message: str, rule: str, *, level: str = ERROR) -> Problem:
        return Problem(self.path, line, column, level, message, rule)


def read_yaml(file: Path, name: str) -> Document:
    """Read a YAML file; what is wrong with it is in `problems`, and then `data` is None."""
    document = Document(name)
    text = _read_text(file, document)
    if text is not None:
        _parse(text, document, first_line=1)
    return document


def read_page(file: Path, name: str) -> Document:
    """Read a Markdown page: front matter into `data`, the rest into `body`."""
    document = Document(name)
    text = _read_text(file, document)
    if text is None:
        return document
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        document.problems.append(
            document.problem_at(
                1,
                1,
                'the page has no front matter; its first line must be "---", with the fields below it',
                "front-matter",
            )
        )
        return document
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        document.problems.append(
            document.problem_at(1, 1, 'the front matter never ends; close it with a line "---"', "front-matter")
        )
        return document
    _parse("\n".join(lines[1:end]), document, first_line=2)
    document.body = "\n".join(lines[end + 1 :])
    document.body_line = end + 2
    return document


def read_lenient(file: Path, name: str) -> Document:
    """Read a YAML file that is not ours to judge (mkdocs.yml): tags such as `!ENV` pass, with what they hold."""
    document = Document(name)
    text = _read_text(file, document)
    if text is not None:
        _parse(text, document, first_line=1, lenient=True)
    return document


def _read_text(file: Path, document: Document) -> str | None:
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        document.problems.append(
            document.problem_at(
                line, column, "this byte is not UTF-8; save the file with the encoding UTF-8", "encoding"
            )
        )
    except OSError as error:
        document.problems.append(
            document.problem_at(
                1,
                1,
                f"the file cannot be read ({error.strerror or error}); check that it exists and may be read",
                "unreadable",
            )
        )
    return None


def _parse(text: str, document: Document, *, first_line: int, lenient: bool = False) -> None:
    deep = _too_deep(text)
    if deep:
        document.problems.append(
            document.problem_at(
                deep + first_line - 1, 1, f"brackets are nested deeper than {NESTING_LIMIT}; close them", "yaml"
            )
        )
        return
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        # A quote that never closes is found at the end of the file, but mended where it was opened.
        unfinished = error.problem == "found unexpected end of stream"
        mark = error.context_mark if unfinished else error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        document.problems.append(document.problem_at(line + first_line, column + 1, _yaml_sentence(error), "yaml"))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        column = error.position - (text.rfind("\n", 0, error.position) + 1) + 1
        document.problems.append(
            document.problem_at(line, column, "this character may not stand in a text; delete it", "yaml")
        )
    else:
        document.data = _Builder(document, first_line, lenient=lenient).build(node, ()) if node else {}
        if document.problems:
            document.data = None


def _too_deep(text: str) -> int | None:
    """The line on which flow brackets pass the limit; braces inside quotes count too, which is far enough off."""
    depth = 0
    for match in re.finditer(r"[\[{]|[\]}]", text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > NESTING_LIMIT:
            return text.count("\n", 0, match.start()) + 1
    return None


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
    return f"this is not valid YAML ({error.problem}); {repair}"


class _Builder:
    """Composed nodes -> plain data, by YAML 1.2's core rules (so `no` and `on` stay words), marks on the way."""

    def __init__(self, document: Document, first_line: int, *, lenient: bool):
        self.document = document
        self.first_line = first_line
        self.lenient = lenient
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, path: Path_) -> Any:
        self.document.marks.setdefault(path, self._mark(node))
        if not self.lenient and not node.tag.startswith("tag:yaml.org,2002:"):
            self._report(node, f'"{node.tag}" is a tag, which is not used here; put the text in quotes')
            return None
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if id(node) in self.seen:
            self._report(node, "anchors and aliases (& and *) are not used here; write the text out, or quote it")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                self._report(key_node, "a key must be a plain word")
            elif key in data:
                self._report(key_node, f'"{key}" is given twice; keep one', rule="duplicate-key")
            else:
                # The key's place, not the value's: that is where an author looks.
                self.document.marks[(*path, key)] = self._mark(key_node)
                data[key] = self.build(value_node, (*path, key))
        return data

    def _mark(self, node: yaml.Node) -> Mark:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1

    def _report(self, node: yaml.Node, message: str, *, rule: str = "yaml") -> None:
        self.document.problems.append(self.document.problem_at(*self._mark(node), message, rule))


_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style in ("'", '"', "|", ">"):
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
