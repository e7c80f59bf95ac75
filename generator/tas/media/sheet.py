"""A sheet to hand out: its inside is what its name says, and nothing in it runs, loads, carries or names anybody."""

from __future__ import annotations

from collections.abc import Iterator

from tas.media import office

LARGEST = 2_000_000
"""Bytes."""
BEGINS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "odt": b"PK\x03\x04", "ods": b"PK\x03\x04"}


def faults(content: bytes, ending: str) -> Iterator[str]:
    """`ending`: one of BEGINS."""
    if len(content) > LARGEST:
        yield f"the sheet has {len(content) / 1e6:.1f} MB, but at most {LARGEST // 1_000_000} MB fit; make its pictures smaller"
    elif not content.startswith(BEGINS[ending]):
        yield f"this is no {ending.upper()} inside; save the sheet anew, or rename it to what it is"
    elif ending == "pdf":
        from tas.media import pdf  # its reader takes longer to load than anything else here

        yield from pdf.faults(content)
    else:
        yield from office.faults(content, ending)
