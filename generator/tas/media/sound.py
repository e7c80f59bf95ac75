"""A sound in MP3: only the frames that are heard are kept, so no tag with a name, a place or a picture is left."""

from __future__ import annotations

from collections.abc import Iterator

from tas.media.made import Fault, File

LARGEST = 2_000_000
"""Bytes of what is heard."""
LEAST = 20
"""Frames; half a second."""

RATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES[0] = RATES[2]
"""Version (3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5) -> kbit/s by its number in a frame of layer III."""
HERTZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def silent_about_people(content: bytes) -> tuple[File, int]:
    """The sound alone, and how many seconds it plays. Raises Fault."""
    frames, seconds = [], 0.0
    for start, end, lasts in _frames(content):
        frames.append(content[start:end])
        seconds += lasts
    heard = b"".join(frames)
    if len(frames) < LEAST:
        raise Fault("this is no MP3 inside, or it is shorter than half a second; save the sound as MP3")
    if len(heard) > LARGEST:
        raise Fault(
            f"the sound has {len(heard) / 1e6:.1f} MB, but at most {LARGEST // 1_000_000} MB fit; save it as mono MP3 with 48 kbit/s (0.36 MB a minute), or cut it"
        )
    return File("mp3", heard), max(1, round(seconds))


def _frames(content: bytes) -> Iterator[tuple[int, int, float]]:
    """(start, end, seconds) of each; what lies between them is passed over."""
    at = _behind_tag(content, 0)
    while at + 4 <= len(content):
        found = _frame(content, at)
        if found and (_frame(content, at + found[0]) or _ends(content, at + found[0])):
            yield at, at + found[0], found[1]
            at += found[0]
        else:
            behind = _behind_tag(content, at)
            at = behind if behind > at else _next(content, at + 1)


def _next(content: bytes, at: int) -> int:
    found = content.find(b"\xff", at)
    return found if found >= 0 else len(content)


def _behind_tag(content: bytes, at: int) -> int:
    """Where an ID3v2 tag that begins here ends (id3.org, 2.4.0, 3.1); the same place where none does."""
    if content[at : at + 3] != b"ID3" or len(content) < at + 10:
        return at
    size = 0
    for byte in content[at + 6 : at + 10]:
        size = size << 7 | byte & 0x7F
    return min(len(content), at + 10 + size + (10 if content[at + 5] & 0x10 else 0))


def _frame(content: bytes, at: int) -> tuple[int, float] | None:
    """Bytes and seconds of the frame of layer III that begins here."""
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, hertz = head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer != 1 or rate in (0, 15) or hertz == 3:
        return None
    samples = 1152 if version == 3 else 576
    size = samples // 8 * RATES[version][rate] * 1000 // HERTZ[version][hertz] + (head[2] >> 1 & 1)
    if at + size > len(content):
        return None
    return size, samples / HERTZ[version][hertz]


def _ends(content: bytes, at: int) -> bool:
    """Nothing, or a tag, follows the last frame."""
    return at == len(content) or content[at : at + 3] in (b"TAG", b"ID3") or content[at : at + 8] == b"APETAGEX"
