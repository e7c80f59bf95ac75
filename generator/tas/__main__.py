"""The command line: each command calls one function. `./tas` is the front door that sets up and then comes here."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

from tas.check import check
from tas.problems import ContentError, MissingEngine, Problem, errors
from tas.read.bag import read_bag
from tas.read.project import read_project

STOPPED, UNREAD = 130, 141


def main(arguments: list[str] | None = None) -> int:
    """0: done; 1: the content has errors; 2: wrong usage; 3: the machine lacks something."""
    options = _parser().parse_args(arguments)
    try:
        code = _run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # `| head` has read enough; the interpreter is not to try once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD


def _run(options: argparse.Namespace) -> int:
    try:
        return options.run(Path.cwd(), options)
    except ContentError as error:
        _print_problems(error.problems)
        return 1
    except MissingEngine as error:
        print(f"tas: {error}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        raise
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        print(f"tas: {error.strerror or error}{place}; the last good site is untouched", file=sys.stderr)
        return 3


def build_command(root: Path, options: argparse.Namespace) -> int:
    from tas.build import build
    from tas.publish.swap import Blocked

    start = time.monotonic()
    try:
        site = build(root, papers=not options.no_papers, release=options.release, say=_say)
    except Blocked as blocked:
        print(f"tas: {blocked}", file=sys.stderr)
        return 3
    print(f"done     {site.name}/ is ready ({time.monotonic() - start:.1f} s); open {site.name}/index.html")
    return 0


def check_command(root: Path, options: argparse.Namespace) -> int:
    bag = read_bag(read_project(root))
    found = check(bag)
    if options.format == "json":
        print(json.dumps([problem.as_dict() for problem in found], ensure_ascii=False, indent=2))
    else:
        _print_problems(found)
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

    serve_site(root, address=options.address)
    return 0


def paper_command(root: Path, options: argparse.Namespace) -> int:
    from tas.build import checked
    from tas.paper.own_papers import FOLDER, UnknownQuiz, own_papers

    bag = checked(read_project(root), _say)
    try:
        files = own_papers(
            bag,
            options.quiz,
            variants=options.variants,
            seed=options.seed,
            edition=options.edition,
            root=root,
            progress=lambda name: _say("papers", name),
        )
    except UnknownQuiz as error:
        print(f"tas: {error}", file=sys.stderr)
        return 2
    print(f"done     {len(files)} files in {FOLDER}/; the keys are the files named .key")
    return 0


def schemas_command(root: Path, options: argparse.Namespace) -> int:
    from tas.read.schemas import write_schemas

    write_schemas(root / "schemas")
    return 0


def new_command(root: Path, options: argparse.Namespace) -> int:
    from tas.read.project import build_day
    from tas.scaffold.new_bag import Refused, new_bag

    folder = root / options.folder
    try:
        count = new_bag(
            folder,
            edition=options.edition,
            profession=options.profession,
            name=options.name or folder.resolve().name.replace("-", " ").capitalize(),
            today=build_day(),
        )
    except Refused as error:
        print(f"tas: {error}", file=sys.stderr)
        return 2
    print(
        f"done     {count} files in {options.folder}, all of them examples; go on there with `tas check` and `tas serve`"
    )
    return 0


def words_command(root: Path, options: argparse.Namespace) -> int:
    from tas.scaffold.words import complete_words

    project = read_project(root)
    found = [edition for edition in project.editions if edition.code == options.edition]
    if not found:
        known = ", ".join(edition.code for edition in project.editions)
        print(f"tas: there is no edition {options.edition!r}; mkdocs.yml names {known}", file=sys.stderr)
        return 2
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
        _parser().print_help()
    elif options.about in ("rules", "options"):
        print(*(rules_listed() if options.about == "rules" else options_listed()), sep="\n")
    elif page := rule_page(options.about):
        print(*page, sep="\n")
    else:
        print(f"tas: {nearest(options.about)}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tas", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")

    build = commands.add_parser("build", help="build the whole bag into site/")
    build.add_argument("--no-papers", action="store_true", help="leave the PDFs out")
    build.add_argument("--release", action="store_true", help="refuse drafts of papers")
    build.set_defaults(run=build_command)

    check = commands.add_parser("check", help="check all content")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--coverage", action="store_true", help="list which sections are practised by which items")
    check.add_argument("--readability", action="store_true", help="list how plainly each page reads, the hardest first")
    check.add_argument(
        "--waiting", action="store_true", help="list what a midwife, doctor or lawyer has not checked yet"
    )
    check.set_defaults(run=check_command)

    serve = commands.add_parser("serve", help="preview that rebuilds on every change")
    serve.add_argument("address", nargs="?", help="host:port, by default 127.0.0.1:8000")
    serve.set_defaults(run=serve_command)

    paper = commands.add_parser("paper", help="make a set of your own of one quiz, to print")
    paper.add_argument("quiz", help="the name of its file, such as duties")
    paper.add_argument("--variants", type=int, choices=range(1, 11), default=2, metavar="1-10", help="how many (2)")
    paper.add_argument(
        "--seed", default="", help="any words: the same words give the same papers, others another order"
    )
    paper.add_argument("--edition", help="only this one, such as nl")
    paper.set_defaults(run=paper_command)

    new = commands.add_parser("new", help="begin a bag of your own")
    new.add_argument("what", choices=("bag",))
    new.add_argument("folder", help="a new folder")
    new.add_argument("--edition", default="en", help="its language, and country: en, en-GB, ar (en)")
    new.add_argument(
        "--profession", default="Home visitor", help="whom it is about: 'Fire-safety adviser' (Home visitor)"
    )
    new.add_argument("--name", help="what it is called (the name of the folder)")
    new.set_defaults(run=new_command)

    words = commands.add_parser("words", help="begin or complete the catalogue of interface words of an edition")
    words.add_argument("edition", help="such as nl")
    words.set_defaults(run=words_command)

    about = commands.add_parser("help", help="list the commands; say what a rule is for")
    about.add_argument("about", nargs="?", metavar="RULE", help="a rule that a message names, or: rules, options")
    about.set_defaults(run=help_command)

    schemas = commands.add_parser("schemas", help="write the JSON Schemas for editors from the models")
    schemas.set_defaults(run=schemas_command)
    return parser


def _say(stage: str, what: str) -> None:
    print(f"{stage:<8} {what}", flush=True)


def _print_problems(problems: tuple[Problem, ...] | list[Problem]) -> None:
    for problem in problems:
        print(problem)
    count = len(errors(problems))
    others = len(problems) - count
    print(f"{count} error{'s' * (count != 1)}, {others} warning{'s' * (others != 1)}")


if __name__ == "__main__":
    sys.exit(main())
