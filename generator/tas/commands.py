"""What each command of `tas` does: takes the folder of the bag and what was asked for, returns the exit code.

Each loads what it needs: all that reads a bag takes longer than a build that finds nothing changed.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from dataclasses import replace
from pathlib import Path

from tas.problems import ERROR, Problem, Refused, errors


def build_command(root: Path, options: argparse.Namespace) -> int:
    from tas.build import build

    start = time.monotonic()
    site = build(root, papers=not options.no_papers, release=options.release, say=_say)
    print(
        f"done     {site.name}/ is ready to publish ({time.monotonic() - start:.1f} s); `tas serve` shows it, {site.name}/downloads/ holds copies to hand on"
    )
    return 0


def check_command(root: Path, options: argparse.Namespace) -> int:
    from tas.check import check_kept
    from tas.read.bag import read_kept
    from tas.read.project import read_project

    bag = read_kept(read_project(root))
    found = check_kept(bag)
    if options.release:
        from tas.check.release import unreleased

        grave = {*unreleased(bag)}
        found = sorted({*(one for one in found if replace(one, level=ERROR) not in grave), *grave})
    if options.format == "json":
        print(json.dumps([problem.as_dict() for problem in found], ensure_ascii=False, indent=2))
    else:
        print_problems(found)
    if options.coverage and not errors(found):
        from tas.check.coverage import coverage

        print(*coverage(bag), sep="\n")
    if options.readability:
        from tas.check.readability import report

        print(*(line for library in bag for line in report(library)), sep="\n")
    if options.waiting:
        from tas.check.waiting import waiting

        print(*waiting(bag), sep="\n")
    return 1 if errors(found) else 0


def serve_command(root: Path, options: argparse.Namespace) -> int:
    from tas.site.engine import serve_site

    gc.enable()  # this run is long
    serve_site(root, address=options.address, say=_say)
    return 0


def paper_command(root: Path, options: argparse.Namespace) -> int:
    from tas.flow import checked
    from tas.paper.own_papers import FOLDER, own_papers
    from tas.read.project import read_project

    files = own_papers(
        checked(read_project(root), _say),
        options.quiz,
        variants=options.variants,
        seed=options.seed,
        edition=options.edition,
        root=root,
        progress=lambda name: _say("papers", name),
    )
    print(f"done     {len(files)} files in {FOLDER}/; the keys are the files named .key")
    return 0


def export_command(root: Path, options: argparse.Namespace) -> int:
    from tas.exports.own import FOLDER, own_exports
    from tas.flow import checked
    from tas.read.project import read_project

    files = own_exports(
        checked(read_project(root), _say),
        root,
        only=[name for name in options.only.split(",") if name],
        quiz=options.quiz,
        edition=options.edition,
        say=lambda what: _say("exports", what),
    )
    print(f"done     {len(files)} files in {FOLDER}/; the page for trainers says how each is imported")
    return 0


def codes_command(root: Path, options: argparse.Namespace) -> int:
    from tas.flow import checked
    from tas.read.codes import write_codes
    from tas.read.files import CODES
    from tas.read.project import read_project
    from tas.view.codes import new_codes

    bag = checked(read_project(root), _say)
    new = new_codes(bag)
    if new:
        write_codes(root, (*bag.released, *new))
    print(f"done     {CODES} holds {len(bag.released) + len(new)} versions of quizzes, {len(new)} of them new")
    return 0


def schemas_command(root: Path, options: argparse.Namespace) -> int:
    from tas.read.schemas import write_schemas

    write_schemas(root / "schemas")
    return 0


def new_command(root: Path, options: argparse.Namespace) -> int:
    from tas.read.bag import read_bag
    from tas.read.project import build_day, read_project
    from tas.scaffold.new_bag import new_bag

    if options.what != "bag":
        from tas.scaffold.new_content import new_content
        from tas.scaffold.new_edition import new_edition

        bag = read_bag(read_project(root))
        edition = options.what == "edition"
        files = new_edition(bag, options.name) if edition else new_content(bag, options.what, options.name)
        print(*(f"written  {file}" for file in files), sep="\n")
        onward = f"; `tas words {options.name}` begins its interface words" if edition else ""
        print(f"done     write what TODO asks for: `tas check` names each place{onward}")
        return 0
    folder = root / options.name
    count = new_bag(
        folder,
        edition=options.edition,
        profession=options.profession,
        name=options.called or folder.resolve().name.replace("-", " ").capitalize(),
        today=build_day(),
    )
    print(
        f"done     {count} files in {options.name}, all of them examples; go on there with `tas check` and `tas serve`"
    )
    return 0


def words_command(root: Path, options: argparse.Namespace) -> int:
    from tas.read.project import read_project
    from tas.scaffold.words import complete_words

    project = read_project(root)
    found = [edition for edition in project.editions if edition.code == options.edition]
    if not found:
        known = ", ".join(edition.code for edition in project.editions)
        raise Refused(f"there is no edition {options.edition!r}; mkdocs.yml names {known}")
    file, waiting = complete_words(found[0], project.nav)
    where = file.relative_to(root).as_posix()
    print(
        f"done     {waiting} word{'s wait' if waiting > 1 else ' waits'} for a translation in {where}"
        if waiting
        else "done     every word is translated"
    )
    return 0


def help_command(root: Path, options: argparse.Namespace) -> int:
    from tas.check.manual import nearest, options_listed, rule_page, rules_listed

    if options.about is None:
        options.print_help()
    elif options.about in ("rules", "options"):
        print(*(rules_listed() if options.about == "rules" else options_listed()), sep="\n")
    elif page := rule_page(options.about):
        print(*page, sep="\n")
    else:
        raise Refused(nearest(options.about))
    return 0


def _say(stage: str, what: str) -> None:
    print(f"{stage:<8} {what}", flush=True)


def print_problems(problems: tuple[Problem, ...] | list[Problem]) -> None:
    for problem in problems:
        print(problem)
    count = len(errors(problems))
    others = len(problems) - count
    print(f"{count} error{'s' * (count != 1)}, {others} warning{'s' * (others != 1)}")
