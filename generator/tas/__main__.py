"""The command line: each command calls one function. `./tas` is the front door that sets up and then comes here."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from tas import commands, translating
from tas.model.states import STATES
from tas.problems import ContentError, Refused

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
        commands.print_problems(error.problems)
        return 1
    except Refused as refused:
        print(f"tas: {refused}", file=sys.stderr)
        return refused.code
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        raise
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        print(f"tas: {error.strerror or error}{place}; the last good site is untouched", file=sys.stderr)
        return 3


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tas", description=__doc__)
    subparsers = parser.add_subparsers(required=True, metavar="command")

    build = subparsers.add_parser("build", help="build the whole bag into site/")
    build.add_argument("--no-papers", action="store_true", help="leave the PDFs out")
    build.add_argument(
        "--release",
        action="store_true",
        help="refuse drafts, an example's address, and texts about safety that are behind or unread",
    )
    build.set_defaults(run=commands.build_command)

    check = subparsers.add_parser("check", help="check all content")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--coverage", action="store_true", help="list which sections are practised by which items")
    check.add_argument("--readability", action="store_true", help="list how plainly each page reads, the hardest first")
    check.add_argument(
        "--release", action="store_true", help="as a release: no text about safety is behind, and none unread"
    )
    check.add_argument("--waiting", action="store_true", help="list what nobody who may has checked yet")
    check.set_defaults(run=commands.check_command)

    status = subparsers.add_parser("status", help="everything that waits: behind, unread, overdue, unsigned, missing")
    status.add_argument("file", nargs="?", metavar="FILE", help="docs/nl/duties/nutrition.md: its texts side by side")
    status.add_argument("--edition", help="only this one, such as nl")
    status.add_argument("--due", action="store_true", help="only what is due for a new check")
    status.add_argument("--all", action="store_true", help="all of it, not one screen")
    status.add_argument("--format", choices=("text", "json"), default="text")
    status.set_defaults(run=translating.status_command)

    accept = subparsers.add_parser("accept", help="say that a text was compared with the edition that leads")
    accept.add_argument("path", nargs="+", metavar="PATH[#block]", help="docs/nl/duties/nutrition.md#why/2")
    accept.add_argument(
        "--as", dest="state", choices=STATES, help="adapted: it differs on purpose; only-here; unread (same)"
    )
    accept.set_defaults(run=translating.accept_command)

    po = subparsers.add_parser("po", help="the content of an edition out to editors of translations, and back")
    po.add_argument("way", choices=("export", "import"))
    po.add_argument("what", metavar="EDITION|FILE", help="export: an edition, such as nl; import: the PO file")
    po.add_argument(
        "file", nargs="*", metavar="PATH", help="export: only these files, such as docs/nl/duties/nutrition.md"
    )
    po.add_argument("--to", metavar="FILE", help="export: the name of the PO file")
    po.set_defaults(run=translating.po_command)

    sheet = subparsers.add_parser("sheet", help="a quiz as a spreadsheet, and back")
    sheet.add_argument("way", choices=("export", "import"))
    sheet.add_argument("file", metavar="FILE", help="export: quizzes/nl/duties.yml; import: the sheet")
    sheet.add_argument("--to", metavar="FILE", help="export: the name of the sheet")
    sheet.set_defaults(run=translating.sheet_command)

    serve = subparsers.add_parser("serve", help="preview that rebuilds on every change")
    serve.add_argument("address", nargs="?", help="host:port, by default 127.0.0.1:8000")
    serve.set_defaults(run=commands.serve_command)

    paper = subparsers.add_parser("paper", help="make a set of your own of one quiz, to print")
    paper.add_argument("quiz", help="the name of its file, such as duties")
    paper.add_argument("--variants", type=int, choices=range(1, 11), default=2, metavar="1-10", help="how many (2)")
    paper.add_argument(
        "--seed", default="", help="any words: the same words give the same papers, others another order"
    )
    paper.add_argument("--edition", help="only this one, such as nl")
    paper.set_defaults(run=commands.paper_command)

    export = subparsers.add_parser("export", help="write quizzes and guides in the formats of other programs")
    export.add_argument(
        "--only", default="", metavar="NAMES", help="these formats, such as moodle,gift (all light ones)"
    )
    export.add_argument("--quiz", help="the name of its file, such as duties (all)")
    export.add_argument("--edition", help="only this one, such as nl")
    export.set_defaults(run=commands.export_command)

    codes = subparsers.add_parser("codes", help="keep how the group codes of the quizzes begin, before a release")
    codes.set_defaults(run=commands.codes_command)

    new = subparsers.add_parser("new", help="begin a bag, an edition, a page, a quiz, a guide or a training session")
    new.add_argument("what", choices=("bag", "edition", "page", "quiz", "guide", "session"))
    new.add_argument("name", help="a new folder; en-GB; duties/first-aid; first-aid")
    new.add_argument("--edition", default="en", help="of a bag: its language, and country: en, en-GB, ar (en)")
    new.add_argument(
        "--profession", default="Home visitor", help="of a bag: whom it is about: 'Fire-safety adviser' (Home visitor)"
    )
    new.add_argument("--name", dest="called", help="of a bag: what it is called (the name of the folder)")
    new.set_defaults(run=commands.new_command)

    words = subparsers.add_parser("words", help="begin or complete the catalogue of interface words of an edition")
    words.add_argument("edition", help="such as nl")
    words.set_defaults(run=commands.words_command)

    about = subparsers.add_parser("help", help="list the commands; say what a rule is for")
    about.add_argument("about", nargs="?", metavar="RULE", help="a rule that a message names, or: rules, options")
    about.set_defaults(run=commands.help_command, print_help=parser.print_help)

    schemas = subparsers.add_parser("schemas", help="write the JSON Schemas for editors from the models")
    schemas.set_defaults(run=commands.schemas_command)
    return parser


def run() -> None:
    """A process of its own, as the command `tas` and `python -m tas` start it."""
    gc.disable()  # a run is short and keeps nearly all that it makes: to look for what it could drop costs more than it frees
    sys.exit(main())


if __name__ == "__main__":
    run()
