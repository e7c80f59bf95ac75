"""Lighthouse on a phone (slow network and processor as it simulates them): the home page, a duty, a quiz and a guide of the site as built.

Run in the activated environment after `./tas build`: `python bench/lighthouse.py`. The first run installs Lighthouse beside it (bench/tools,
Node 18 or later). The site is served from this machine and compressed, as a host does it; the median of three runs counts.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from chromium import PROGRAM  # noqa: E402

TOOLS = Path(__file__).parent / "tools"
PAGES = {
    "home": "",
    "duty": "duties/home-visits/",
    "quiz": "quizzes/danger-signs/",
    "guide": "visits/newborn-day-3-7/",
}
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3
FLAGS = "--headless --no-sandbox --disable-gpu"


def main() -> int:
    site = ROOT / "site"
    if not (TOOLS / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=TOOLS, check=True)
    good = True
    with serve(site) as base:
        for name, place in PAGES.items():
            runs = [lighthouse(base + place) for _ in range(RUNS)]
            middle = {part: statistics.median(run["scores"][part] for run in runs) for part in LEAST}
            enough = all(middle[part] >= least for part, least in LEAST.items())
            good &= enough
            told = "/".join(f"{score:.0f}" for score in middle.values())
            times = ", ".join(
                f"{key} {statistics.median(run['times'][key] for run in runs):.0f} ms" for key in ("LCP", "TBT")
            )
            print(
                f"{name:6} {told:16} {'' if enough else 'too little'} {times}",
                *sorted({line for run in runs for line in run["failed"]}),
                sep="\n       ",
            )
    print("at least", "/".join(map(str, LEAST.values())))
    return 0 if good else 1


def lighthouse(url: str) -> dict[str, Any]:
    """The scores of one run, its two heaviest times, and what it finds wanting."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        command = [
            TOOLS / "node_modules/.bin/lighthouse", url, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={FLAGS}",
            f"--only-categories={','.join(LEAST)}",
        ]  # fmt: skip
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": PROGRAM}, stdout=subprocess.DEVNULL)
        report = json.loads(out.read_text(encoding="utf-8"))
    audits = report["audits"]
    wanting = [
        f"{part}: {audits[ref['id']]['title']}"
        for part, category in report["categories"].items()
        for ref in category["auditRefs"]
        if ref["weight"] and audits[ref["id"]]["score"] is not None and audits[ref["id"]]["score"] < 0.9
    ]
    return {
        "scores": {part: round(category["score"] * 100) for part, category in report["categories"].items()},
        "times": {
            "LCP": audits["largest-contentful-paint"]["numericValue"],
            "TBT": audits["total-blocking-time"]["numericValue"],
        },
        "failed": wanting,
    }


@contextmanager
def serve(site: Path) -> Iterator[str]:
    handler = functools.partial(_Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return self.send_error(404)
        body = file.read_bytes()
        packed = file.suffix in (".html", ".css", ".js", ".json", ".svg", ".txt", ".webmanifest", ".ttf")
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file.name))
        self.send_header(
            "Cache-Control", "no-cache" if file.suffix == ".html" else "public, max-age=31536000, immutable"
        )
        if packed:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Silence."""


if __name__ == "__main__":
    sys.exit(main())
