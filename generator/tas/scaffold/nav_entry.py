"""Lines of mkdocs.yml that `tas new` adds, beside those that are like them; every other byte stays."""

from __future__ import annotations

import re

from tas.problems import Refused

PAGE = r"^(?P<indent> *)- (?:.*?: *)?(?P<slug>[a-z0-9/-]+)\.md[ \t]*$"


def with_entry(config: str, slug: str) -> str:
    """The page after the last one of its folder, else at the end of the navigation."""
    lines, end_of_line = _lines(config)
    if any(re.fullmatch(rf" *- (?:.*: *)?{re.escape(slug)}\.md *", line) for line in lines):
        return config
    pages = [(number, found) for number, line in enumerate(lines) if (found := re.match(PAGE, line))]
    folder = slug.rpartition("/")[0]
    near = [one for one in pages if folder and one[1]["slug"].rpartition("/")[0] == folder]
    if not pages:
        raise Refused(f"mkdocs.yml names no pages under nav; add {slug}.md there, then try again")
    number, found = (near or pages)[-1]
    lines.insert(number + 1, f"{found['indent']}- {slug}.md")
    return end_of_line.join(lines)


def with_edition(config: str, code: str, name: str) -> str:
    """Below `languages` and `partial`, where an edition grows."""
    lines, end_of_line = _lines(config)
    starts = [number for number, line in enumerate(lines) if re.match(r" *- locale: ", line)]
    plugin = next((number for number, line in enumerate(lines) if re.match(r" *- tas:? *$", line)), None)
    if not starts or plugin is None:
        raise Refused("mkdocs.yml has no languages or no plugin tas in the usual lines; add the edition by hand")
    indent = " " * (len(lines[starts[-1]]) - len(lines[starts[-1]].lstrip()))
    end = starts[-1] + 1
    while end < len(lines) and re.match(rf"{indent} +\S", lines[end]):
        end += 1
    lines[end:end] = [f"{indent}- locale: {code}", f'{indent}  name: "{name}"', f"{indent}  build: true"]
    partial = next((number for number, line in enumerate(lines) if re.match(r" +partial: *\[.*\]", line)), None)
    if partial is not None:
        lines[partial] = re.sub(r" *\]", f", {code}]", lines[partial], count=1).replace("[, ", "[")
    elif any(re.match(r" +partial:", line) for line in lines):
        raise Refused("`partial` in mkdocs.yml is no list in brackets; write it as [xx, yy], then try again")
    else:
        deep = " " * (len(lines[plugin]) - len(lines[plugin].lstrip()) + 4)
        lines[plugin] = lines[plugin].rstrip().rstrip(":") + ":"
        lines.insert(plugin + 1, f"{deep}partial: [{code}]")
    return end_of_line.join(lines)


def _lines(config: str) -> tuple[list[str], str]:
    """The lines, and what ends them: a file from Windows stays one."""
    end_of_line = "\r\n" if "\r\n" in config else "\n"
    return config.split(end_of_line), end_of_line
