"""A file as its bytes, in which single values of YAML and blocks of Markdown are replaced and nothing else is touched."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tas.in_step.blocks import Block
from tas.problems import Refused
from tas.read.source import BLANK
from tas.read.yaml_data import Path_, parse_yaml
from tas.read.yaml_values import TextLoader

WIDTH = 140
"""Columns of a line where the old text gives no measure."""
HEADING = re.compile(r"(?P<before>#{1,6}[ \t]+)(?P<words>.*?)(?P<after>[ \t]*(?:\{[ \t]*#[^{}]*\})?[ \t]*)")
BREAK = re.compile(r"(?:  |\\)\n")
"""A line break that a reader sees."""
WRAPPED_BADLY = re.compile(r"(?:[-+*#>|=]|\d+[.)])(?:\s|$)|---")
"""No line of a paragraph may begin like this, or it becomes something else."""


def words_of(block: Block) -> str:
    """What a translator edits: a paragraph on one line, a heading without its id."""
    text = block.text.strip()
    if block.kind == "heading" and (found := HEADING.fullmatch(text)):
        return found["words"]
    if block.kind == "paragraph" and not BREAK.search(text):
        return " ".join(line.strip() for line in text.split("\n"))
    return text


@dataclass
class Source:
    """The text of one file and what is to be changed in it; `new_text` applies it."""

    file: Path
    shown: str
    bom: str = ""
    line_end: str = "\n"
    text: str = ""
    values: dict[Path_, Any] = field(default_factory=dict)
    """Path in YAML or front matter -> new value"""
    lines: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    """(first, last) line of a block of the body -> its new lines"""

    def __post_init__(self) -> None:
        text = self.file.read_bytes().decode("utf-8")
        self.bom, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
        if "\r\n" in text:
            self.line_end = "\r\n"
        self.text = text.replace("\r\n", "\n")
        if "\r" in self.text or self.text.replace("\n", self.line_end) != text:
            raise Refused(f"{self.shown} mixes line ends of several systems; save it with one kind, then try again")

    def set(self, block: Block, words: str) -> None:
        if not block.lines:
            self.values[block.path] = words
            return
        self.lines[block.lines] = _written(block, words)

    def new_bytes(self) -> bytes:
        """Raises Refused where a value cannot be written; everything that was not set stays as it is."""
        lines = self.text.split("\n")
        for (first, last), new in sorted(self.lines.items(), reverse=True):  # from below, so that places above stay
            lines[first - 1 : last] = new
        if self.values:
            self._set_values(lines)
        return (self.bom + self.line_end.join(lines)).encode("utf-8")

    def _set_values(self, lines: list[str]) -> None:
        first, end = self._yaml(lines)
        root = yaml.compose(BLANK.sub(" ", "\n".join(lines[first:end])), Loader=TextLoader)
        nodes = {path: node for path, node in _nodes(root, ()) if path in self.values} if root else {}
        for path, node in sorted(nodes.items(), key=_from_below):
            _replace(lines, first, node, self.values[path])
        first, end = self._yaml(lines)
        told = parse_yaml("\n".join(lines[first:end])).data
        for path, value in self.values.items():
            if path not in nodes or _at(told, path) != value:
                raise Refused(f"{self.shown}: {'/'.join(map(str, path))} cannot be written there; write it by hand")

    def _yaml(self, lines: list[str]) -> tuple[int, int]:
        """The lines that are YAML: of a page its front matter."""
        if self.file.suffix != ".md":
            return 0, len(lines)
        return 1, next(number for number in range(1, len(lines)) if lines[number].rstrip() == "---")


def _from_below(one: tuple[Path_, yaml.Node]) -> tuple[int, int]:
    return -one[1].start_mark.line, -one[1].start_mark.column


def _at(data: Any, path: Path_) -> Any:
    for step in path:
        try:
            data = data[step]
        except (IndexError, KeyError, TypeError):
            return None
    return data.strip() if isinstance(data, str) else data


def _nodes(node: yaml.Node, path: Path_) -> Any:
    yield path, node
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _nodes(child, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from _nodes(child, (*path, key.value))


def _replace(lines: list[str], first: int, node: yaml.Node, value: Any) -> None:
    start, column = first + node.start_mark.line, node.start_mark.column
    head = lines[start][:column]
    style = getattr(node, "style", None) or None  # libyaml says "" of a plain one
    if style in (">", "|"):
        end = start
        indent = len(head) - len(head.lstrip(" -"))
        while end + 1 < len(lines) and (not lines[end + 1].strip() or _indent(lines[end + 1]) > _parent(head, indent)):
            end += 1
        while end > start and not lines[end].strip():
            end -= 1
        deep = _indent(lines[start + 1])
        width = max(WIDTH, *(len(line) for line in lines[start + 1 : end + 1]))
        new = _block(lines[start][column:], value, deep, width, literal=style == "|")
        if new is None:
            new = [_quoted(value)]
        lines[start : end + 1] = [head + new[0], *new[1:]]
        return
    end, after = first + node.end_mark.line, node.end_mark.column
    tail = lines[end][after:]
    lines[start : end + 1] = [
        head + _scalar(value, style, inside_flow="," in tail or "]" in tail or "}" in tail) + tail
    ]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _parent(head: str, indent: int) -> int:
    """How deep the key of a block scalar stands: what is deeper belongs to the scalar."""
    dashes = re.match(r"^([ ]*(?:-[ ]+)*)", head)
    return len(dashes[1]) if dashes and head[len(dashes[1]) :].strip() else _indent(head)


def _block(header: str, value: str, deep: int, width: int, *, literal: bool) -> list[str] | None:
    """A folded or literal scalar with its old header and depth; None for a text that cannot stand in one."""
    if literal:
        return [header, *(" " * deep + line if line else "" for line in value.split("\n"))]
    if "\n" in value or re.search(r"\s\s|^\s|\t", value):
        return None
    return [
        header,
        *(
            " " * deep + line
            for line in textwrap.wrap(value, width - deep, break_long_words=False, break_on_hyphens=False)
        ),
    ]


def _scalar(value: Any, style: str | None, *, inside_flow: bool) -> str:
    """In the style that it had, where that can hold the new text; else in double quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    plain = value
    single = "'" + value.replace("'", "''") + "'"
    for wanted, form in ((None, plain), ("'", single)):
        fits = (
            style == wanted
            and "\n" not in value
            and not (inside_flow and re.search(r"[,\[\]{}]", value) and wanted is None)
        )
        parsed = parse_yaml(f"key: {form}") if fits else None
        if parsed and not parsed.faults and parsed.data == {"key": value}:
            return form
    return _quoted(value)


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _written(block: Block, words: str) -> list[str]:
    """The lines of a block of Markdown with other words."""
    if block.kind == "heading" and (found := HEADING.fullmatch(block.text.strip())):
        return [found["before"] + " ".join(words.split()) + found["after"]]
    if block.kind == "paragraph" and "\n" not in words:
        width = max(WIDTH, *(len(line) for line in block.text.split("\n")))
        lines = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
        return lines if not any(map(WRAPPED_BADLY.match, lines[1:])) else [words]
    return words.split("\n")
