"""Makes the sound of a newborn's breathing that stands in two guides: noise, loud and soft, at two rates. Nobody was recorded.

Six breaths at 40 a minute, a tone, one minute at 60 (the limit of the danger lists, `fast-breathing` in
reference/*/danger-signs.yml), a tone. Run with `pip install lameenc`: `python bench/breathing_sound.py docs/id/media/newborn-breathing.mp3`.
The same bytes each time with the same lameenc (made with 1.9.0); the MP3 is kept, since building needs no encoder.
"""

from __future__ import annotations

import math
import random
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

import lameenc

RATE = 16_000
"""Samples a second."""
KBITS = 32
CALM, LIMIT = 40, 60
"""Breaths a minute."""


def breaths(per_minute: int, seconds: int, noise: random.Random) -> Iterator[float]:
    """Breathing in for two fifths of a breath, out for two fifths and softer, then still; each sample from -1 to 1."""
    length = RATE * 60 / per_minute
    low = lower = 0.0
    for sample in range(RATE * seconds):
        phase = sample % length / length
        inward = phase < 0.4
        strength = math.sin(phase / 0.4 * math.pi) if inward else 0.6 * math.sin(min(1, (phase - 0.4) / 0.4) * math.pi)
        low += (0.45 if inward else 0.2) * (noise.uniform(-1, 1) - low)
        lower += 0.03 * (low - lower)
        yield 0.7 * strength**2 * (low - lower) * (1 if inward else 1.7)


def tone(seconds: float = 0.4, hertz: int = 660) -> Iterator[float]:
    many = int(RATE * seconds)
    for sample in range(many):
        yield 0.25 * math.sin(math.pi * sample / many) * math.sin(2 * math.pi * hertz * sample / RATE)


def still(seconds: float) -> Iterator[float]:
    yield from (0.0 for _ in range(int(RATE * seconds)))


def main(file: Path) -> None:
    noise = random.Random(1)
    parts = (breaths(CALM, 9, noise), still(0.5), tone(), still(0.6), breaths(LIMIT, 60, noise), tone(), still(0.2))
    sound = array("h", (round(32_000 * max(-1.0, min(1.0, sample))) for part in parts for sample in part))
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(KBITS)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(2)
    encoder.silence()
    file.write_bytes(bytes(encoder.encode(sound.tobytes()) + encoder.flush()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
