"""`learn/index`: the path of a learner, station by station, and the sheet that tells what was done."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part


def _before(here: Here) -> list[Part]:
    stops = here.path()
    return (
        [
            here.block(
                "page/path.html.j2",
                stops=stops,
                deck="learn/cards" in here.library.pages and here.links.href("learn/cards"),
            )
        ]
        if stops
        else []
    )


KIND = Kind("learn/index", look="path", assets=("learn.css", "kept.js", "learn.js"), before=_before)
