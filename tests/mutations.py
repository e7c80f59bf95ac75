"""Inputs as nobody writes them on purpose: a seed changes some files of a small bag in ways that have broken something somewhere."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import yaml
from kit import with_all_words
from tas.read.yaml_data import parse_yaml

ODD: list[Any] = [
    None, "", " ", "x", "[a](term:)", "[](source:nowhere)", "[a [b] c](source:nowhere)", "[](sign:x/y)", "[](danger:x)",
    "[x](javascript:alert(1))", "<b>", "<script>alert(1)</script>", "&lt;&#0;", "{{ config }}", "{% raw %}", "%(x)s", "{0}", 0, -1,
    1.5, 1e308, float("inf"), float("nan"), 10**40, True, False, [], ["x"], [[]], [None], {}, {"x": "y"}, "2026-13-45", "0000-00-00",
    "ä" * 300, "a\u0301" * 40, "\u00ad", "\u200b\u202e", "\u2028", "\x85", "😀", "漢", "w" * 5000,
    "- a\n- b\n", "> " * 200, "`" * 99, "*" * 99, "[" * 99, "](" * 50, "id", "nl", "index", "../../etc", "C:\\x", "con", "null", "~", "no",
    "0x10", "1e5", "1_000", "12:30", "!!python/name:os.system", "&a", "*a", "# x", "|", ">-", "'", '"', "@", "`", "%", "?", ": ", "a: b",
]  # fmt: skip
"""Values for any field."""

LINES = [
    "#x <script>alert(1)</script>", "## Heading {#a b}", "## {#x}", "# " + " " * 4000 + "x", "## a {: onclick=alert(1) }", "####### seven",
    "[x]( javascript:alert(1))", "[x][1]", "[1]: javascript:alert(1)", "![x](https://elsewhere.example/t.png)", "![x](data:text/html,x)",
    "<https://elsewhere.example>", "<javascript:alert(1)>", "[x](//elsewhere.example)", "[x](tel:123)", "[](page:nowhere#x)", "[](term:)",
    "[](contact:x)", "[](diagram:x)", "[](sign:x/y)", "[](danger:x)", "{ #copies }", "{#copies}", "{name}", "{.class}", "{{ x }}", "{% x %}",
    "!!! note", "??? x", "> [!NOTE]", "[[wiki]]", ":::", "- [ ] task", "[^1]", "[^1]: note", "~~x~~", "==x==", "| a | b |", "|---|---|",
    "|:-:|", "| x", "\\|", "1. a", "   2) b", "\t- x", "      code", "```", "~~~ js", "````", "---", "***", "===", "<!-- x", "-->", "<div>",
    "</div>", "<img src=x onerror=alert(1)>", "<p style='background:url(//x)'>", "&copy; &#x0; &amp;lt;", "\\", "\\*", "`" * 30, "*" * 40,
    "_" * 40, "[" * 60, "]" * 60, "(" * 60, "> " * 60 + "x", "- " * 60 + "x", "  " * 60 + "- x", "x" * 3000, "a " * 3000, "•\tx", "– x",
    "'s avonds 't '90 \"x\" --- ...", "\u202e\u2066", "\u00a0\u200b\ufeff", "e\u0301" * 50, "$$x$$", "\\(x\\)", "@import", "<? php ?>",
    "x  ", "", "#", "##", "[toc]", "\u2028x\u2029", "\x0c", "\x00", "😀", "漢字",
]  # fmt: skip
"""Lines for any body."""

LETTERS = "\t\n\r '\"{}[]()<>:-#&*!|%@`~\\/=+.,;?^_$aZ0\x00\x07\x1b\x7f\u00ad\u200b\u2028\ufeff\u0301é漢😀"
NAMES = [
    "My page", "Über", "hygie\u0308ne", "x" * 70, "con", "README", "INDEX", "index", "nl", "id", "assets", "404", ".hidden", "a~", "a.b",
    "-", "--", "a--b", "a\nb", "a\x1bb", "%2e%2e", "a&b", "a'b", 'a"b', "a<b>", "漢", "\udcff",
]  # fmt: skip
ENDINGS = [
    ".md",
    ".yml",
    ".MD",
    ".YML",
    ".yaml",
    ".markdown",
    ".txt",
    ".html",
    ".svg",
    ".js",
    ".pdf",
    ".bak",
    "",
    ".md.orig",
]


class Mutator:
    """`random.Random(seed)` decides all: the same seed gives the same bag."""

    def __init__(self, root: Path, seed: int):
        self.root, self.chance, self.own_words = root, random.Random(seed), False

    def files(self, *endings: str) -> list[Path]:
        found = [
            file for file in self.root.rglob("*") if file.suffix in endings and file.is_file() and not file.is_symlink()
        ]
        return sorted(found, key=os.fspath)

    def change(self, times: int) -> None:
        ways: list[Callable[[], None]] = [
            self.value,
            self.value,
            self.body,
            self.body,
            self.body,
            self.letters,
            self.lines,
        ]
        ways += [self.bytes_, self.words, self.name, self.kind]
        if self.chance.random() < 0.15:  # what is wrong there is all that is said
            ways = [self.settings]
        for _ in range(times):
            self.chance.choice(ways)()

    def gently(self, times: int) -> None:
        """Changes that often leave the bag without an error."""
        for _ in range(times):
            self.chance.choice([self.body, self.body, self.value, self.setting_words, self.one_word])()

    def value(self) -> None:
        """Any value for any field, or a field taken away."""
        file = self.chance.choice(self.files(".md", ".yml"))
        head, text, body = split(file)
        if parse_yaml(text).faults:  # PyYAML's own loader would crash on what an earlier change has nested too deep
            return
        try:
            data = yaml.load(text, yaml.CSafeLoader)
            place = self.chance.choice(places(data))
        except (yaml.YAMLError, IndexError, ValueError, RecursionError):
            return
        odd = self.chance.choice(ODD)
        put(data, place, odd)
        self.write(file, head + yaml.dump(data, allow_unicode=True, sort_keys=False) + body)

    def body(self) -> None:
        file = self.chance.choice(self.files(".md"))
        lines = read(file).split("\n")
        at = self.chance.randrange(min(7, len(lines) - 1), len(lines)) if len(lines) > 1 else 0
        some = [self.chance.choice(LINES) for _ in range(self.chance.choice([1, 1, 2, 4]))]
        if self.chance.random() < 0.5:
            some = ["", *some, ""]
        self.write(file, "\n".join([*lines[:at], *some, *lines[at:]]))

    def letters(self) -> None:
        file = self.chance.choice(self.files(".md", ".yml"))
        text = list(read(file))
        for _ in range(self.chance.choice([1, 3, 9])):
            at = self.chance.randrange(len(text) + 1)
            text[at : at + self.chance.choice([0, 0, 1, 5])] = self.chance.choice(LETTERS) * self.chance.choice(
                [1, 1, 2, 80]
            )
        self.write(file, "".join(text))

    def lines(self) -> None:
        """Lines doubled, lost, swapped, indented."""
        file = self.chance.choice(self.files(".md", ".yml"))
        lines = read(file).split("\n")
        at, other = self.chance.randrange(len(lines)), self.chance.randrange(len(lines))
        way = self.chance.randrange(5)
        if way == 0:
            lines.insert(at, lines[other])
        elif way == 1:
            del lines[at]
        elif way == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif way == 3:
            lines[at] = " " * self.chance.choice([1, 2, 4, 90]) + lines[at]
        else:
            lines[at:] = ["  " * depth + "- x:" for depth in range(self.chance.choice([5, 60, 500]))]
        self.write(file, self.chance.choice(["\n", "\n", "\r\n", "\r"]).join(lines))

    def bytes_(self) -> None:
        file = self.chance.choice(self.files(".md", ".yml"))
        content = bytearray(file.read_bytes())
        if self.chance.random() < 0.5:
            del content[self.chance.randrange(len(content) + 1) :]
        for _ in range(3):
            content.insert(self.chance.randrange(len(content) + 1), self.chance.randrange(256))
        file.write_bytes(bytes(content))

    def settings(self) -> None:
        file = self.root / "mkdocs.yml"
        if not file.is_file():
            return
        lines = read(file).split("\n")
        at = self.chance.randrange(len(lines))
        key, colon, _ = lines[at].partition(":")
        odd = self.chance.choice([value for value in ODD if isinstance(value, str | int | float | None)])
        if self.chance.random() < 0.5:
            lines[at] = f"{key}{colon} {odd}"
        else:
            some = [
                "hooks: [x.py]",
                "theme: {}",
                "nav:",
                "extra: {a: b}",
                "INHERIT: x.yml",
                "site_url: x",
                "plugins: []",
                "docs_dir: x",
            ]
            lines.insert(
                at,
                self.chance.choice(
                    [*some, "site_name: !ENV [HOME, x]", "dev_addr: 1:99999", f"  - {odd}", f"{odd}: {odd}"]
                ),
            )
        self.write(file, "\n".join(lines))

    def words(self) -> None:
        """A catalogue of the bag's own, spoilt."""
        self._own_words()
        files = self.files(".po")
        if not files:
            return
        file = self.chance.choice(files)
        lines = read(file).split("\n")
        for _ in range(self.chance.choice([1, 3])):
            at = (
                self.chance.randrange(min(12, len(lines)))
                if self.chance.random() < 0.4
                else self.chance.randrange(len(lines))
            )
            odd = str(self.chance.choice([*ODD, *LINES])).replace("\n", "\\n")
            lines[at] = self.chance.choice(
                [f'msgstr "{odd}"', odd, f'"{odd}\\n"', "", 'msgstr[1] "x"', '"Plural-Forms: nplurals=9;"']
            )
        self.write(file, "\n".join(lines))

    def one_word(self) -> None:
        """A word of the interface says something else."""
        self._own_words()
        files = self.files(".po")
        file = self.chance.choice(files) if files else None
        lines = read(file).split("\n") if file else []
        plain = [
            number
            for number, line in enumerate(lines)
            if line.startswith('msgstr "') and len(line) > 9 and "%" not in line and "{" not in line
        ]
        if file and plain:
            odd = self.chance.choice(
                ["x", "'", "x" * 200, "a\\nb", "—", "é", "a; b", "$&", "\\\\", "</", "&amp;", "1 < 2"]
            )
            lines[self.chance.choice(plain)] = f'msgstr "{odd}"'
            self.write(file, "\n".join(lines))

    def setting_words(self) -> None:
        file = self.root / "mkdocs.yml"
        name = self.chance.choice(
            ["'No'", "'<b>&'", "'\"'", "'{{ x }}'", "'a\u2028b'", "漢", "'${x}'", "é" * 200, "' x '", "'\\'"]
        )
        self.write(file, read(file).replace("site_name: Tiny", f"site_name: {name}"))

    def _own_words(self) -> None:
        if not self.own_words:
            self.own_words = True
            with suppress(OSError, ValueError):  # another change may have spoilt it already
                with_all_words(self.root)

    def name(self) -> None:
        file = self.chance.choice(self.files(".md", ".yml"))
        if file.name == "mkdocs.yml":
            return
        stem = self.chance.choice([*NAMES, file.stem, file.stem.upper()])
        with_name = file.with_name(stem + self.chance.choice([file.suffix, *ENDINGS]))
        way = self.chance.randrange(3)
        if with_name.exists() or len(os.fsencode(with_name.name)) > 250 or with_name.name in ("", ".", ".."):
            return
        if way == 0:
            file.rename(with_name)
        elif way == 1:
            shutil.copy(file, with_name)
        else:
            with_name.mkdir()
            shutil.copy(file, with_name / file.name)

    def kind(self) -> None:
        """A link, a pipe, a folder or a huge file where a file is expected, or the other way round."""
        file = self.chance.choice(self.files(".md", ".yml"))
        if file.name == "mkdocs.yml":
            return
        file.unlink()
        way = self.chance.randrange(7)
        if way == 0:
            os.mkfifo(file)
        elif way == 1:
            file.mkdir()
        elif way == 2:
            file.write_bytes(self.chance.choice([b"a\n", b"- a\n", b"[", b"# x\n", b"> "]) * 120_000)
        elif way == 3:
            file.write_bytes(b"")
        else:
            file.symlink_to(
                self.chance.choice(
                    ["nowhere", file.name, "..", "/dev/zero", "/etc/passwd", "../../mkdocs.yml", "index.md"]
                )
            )

    def write(self, file: Path, text: str) -> None:
        file.write_bytes(text.encode("utf-8", "surrogatepass"))


def read(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def split(file: Path) -> tuple[str, str, str]:
    text = read(file)
    if file.suffix != ".md" or text.count("---\n") < 2:
        return "", text, ""
    _, head, body = text.split("---\n", 2)
    return "---\n", head, "---\n" + body


def places(data: object, path: tuple = ()) -> list[tuple]:
    inside = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    return [place for key, value in inside for place in [(*path, key), *places(value, (*path, key))]]


def put(data: Any, path: tuple, value: object) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value


class TooLong(BaseException):
    """No `except Exception` on the way takes it for something of its own."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Of the processor; and of the clock ten times as much, for what only waits: but not for its turn on a busy machine."""
    patience = seconds * 10
    begin = time.monotonic() - _waited()

    def stop(*_: object) -> None:
        raise TooLong

    def ring(*_: object) -> None:
        left = patience - (time.monotonic() - _waited() - begin)
        if left <= 0:
            raise TooLong
        signal.setitimer(signal.ITIMER_REAL, left)

    before = signal.signal(signal.SIGPROF, stop), signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, patience)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGPROF, before[0])
        signal.signal(signal.SIGALRM, before[1])


def _waited() -> float:
    """Seconds that this process was ready and not let run; only Linux tells."""
    try:
        return int(Path("/proc/self/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        return 0
