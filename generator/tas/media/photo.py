"""A photo: turned upright, in sRGB, in two widths and two formats, without anything that tells who took it, where or when."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError, features
from PIL import __version__ as pillow

from tas.media.made import Fault, File

FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "TIFF": "tif"}
SAME = {"jpeg": "jpg", "tiff": "tif"}
MOST_PIXELS = 60_000_000
LONGEST = 8
"""Times as long as wide, at most."""
WIDTHS = {480: 40_000, 960: 110_000}
"""Pixels -> bytes; a narrower photo is never enlarged."""
QUALITIES = (80, 74, 68, 62, 56, 50, 44)
GREY_WIDTH, GREY_QUALITY = 1200, 70
"""For paper."""
MODES = {"1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX", "YCbCr", "LAB", "HSV"}
"""Eight bits a colour, of light; CMYK is told by itself."""

MADE_WITH = repr((pillow, [features.version(part) for part in ("webp", "libjpeg_turbo", "jpg", "littlecms2", "zlib")]))
"""The same photo becomes the same bytes as long as this is the same."""


def renditions(content: bytes, suffix: str) -> Iterator[File]:
    """WebP and JPEG of each width. Raises Fault."""
    photo = _read(content, suffix)
    widths = [width for width in WIDTHS if width < photo.width]
    for most, width in zip(WIDTHS, [*widths, photo.width][: len(WIDTHS)], strict=False):
        shown = _narrowed(photo, width)
        yield from (_fitted(shown, kind, WIDTHS[most]) for kind in ("webp", "jpg"))


def grey(content: bytes, suffix: str) -> File:
    """For paper: grey JPEG, at most 1200 wide. Raises Fault."""
    shown = _on_white(_narrowed(_read(content, suffix), GREY_WIDTH))
    light = ImageOps.autocontrast(shown.convert("L"), cutoff=0.5)
    file = io.BytesIO()
    light.save(file, "JPEG", quality=GREY_QUALITY, optimize=True)
    return File("jpg", file.getvalue(), *light.size)


def tells(content: bytes) -> str:
    """What a picture inside another file says of a person or a place; empty where it says nothing or is no picture."""
    try:
        with _strict():
            photo = Image.open(io.BytesIO(content), formats=[*FORMATS])
            found = photo.getexif()
            if found.get_ifd(0x8825):
                return "the place where it was taken"
            if any(str(found.get(tag, "")).strip() for tag in (0x013B, 0x8298, 0x9C9D)):
                return "a name"
    except Exception:  # whatever it is, no reader will see a photo in it either
        return ""
    return ""


@contextmanager
def _strict() -> Iterator[None]:
    """What only warns of a bomb counts as one; of all else that Pillow warns of it knows what to do."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def _read(content: bytes, suffix: str) -> Image.Image:
    try:
        with _strict():
            photo = Image.open(io.BytesIO(content), formats=[*FORMATS])
            _look(photo, suffix)
            photo.load()
            return _bare(photo)
    except Fault:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Fault(f"the photo has more than {MOST_PIXELS // 1_000_000} megapixels; make it smaller") from None
    except UnidentifiedImageError:
        raise Fault(_no_photo(content, suffix)) from None
    except Exception:  # Pillow raises of every kind
        raise Fault("the photo is broken or cut off; save it anew") from None


def _bare(photo: Image.Image) -> Image.Image:
    """Upright and in sRGB; nothing but its pixels."""
    profile = photo.info.get("icc_profile")
    upright = ImageOps.exif_transpose(photo)
    seen = "RGBA" if "A" in upright.getbands() or "a" in upright.getbands() or "transparency" in upright.info else "RGB"
    turned = _in_srgb(upright, profile, seen) if profile else upright.convert(seen)
    bare = Image.new(seen, turned.size)
    bare.paste(turned)
    return bare


def _look(photo: Image.Image, suffix: str) -> None:
    """All that can be told before its pixels are read."""
    kind = "JPEG" if photo.format == "MPO" else str(photo.format)  # phones put a second, small photo behind the first
    given = suffix.lstrip(".")
    if FORMATS[kind] != SAME.get(given, given):
        raise Fault(
            f"the photo is a {kind} inside, but its name ends in {suffix}; rename it to end in .{FORMATS[kind]}"
        )
    width, height = photo.size
    if width * height > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        raise Fault(f"the photo has {width * height // 1_000_000} megapixels, but at most {most} fit; make it smaller")
    if max(width, height) > LONGEST * min(width, height):
        raise Fault(f"the photo is more than {LONGEST} times as long as wide; crop it")
    if photo.format != "MPO" and getattr(photo, "n_frames", 1) > 1:
        raise Fault("the picture moves or has several pages; save the one that is meant")
    if photo.mode == "CMYK":
        raise Fault("the photo is in CMYK, the colours of a printing press; save it in RGB")
    if photo.mode not in MODES:
        raise Fault("the photo has more than 8 bits a colour; save it with 8")


def _no_photo(content: bytes, suffix: str) -> str:
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return "the picture is a GIF inside; save it as JPEG or PNG"
    return f"this is no {suffix.lstrip('.').upper()} inside; save the photo anew as JPEG or PNG"


def _in_srgb(photo: Image.Image, profile: bytes, seen: str) -> Image.Image:
    clear = photo.convert("RGBA").getchannel("A") if seen == "RGBA" else None
    plain = photo if photo.mode in ("RGB", "L") else photo.convert("RGB")
    try:
        turned = ImageCms.profileToProfile(
            plain, io.BytesIO(profile), ImageCms.createProfile("sRGB"), renderingIntent=ImageCms.Intent.PERCEPTUAL, outputMode="RGB"
        )  # fmt: skip
    except (ImageCms.PyCMSError, OSError, ValueError):
        turned = plain.convert("RGB")  # a broken profile: as if there were none
    turned = turned or plain.convert("RGB")
    if clear:
        turned.putalpha(clear)
    return turned


def _narrowed(photo: Image.Image, width: int) -> Image.Image:
    if photo.width <= width:
        return photo
    return photo.resize((width, max(1, round(photo.height * width / photo.width))), Image.Resampling.LANCZOS)


def _on_white(photo: Image.Image) -> Image.Image:
    if photo.mode != "RGBA":
        return photo
    white = Image.new("RGB", photo.size, "white")
    white.paste(photo, mask=photo.getchannel("A"))
    return white


def _fitted(photo: Image.Image, kind: str, most: int) -> File:
    """In the best quality that has no more bytes."""
    flat = photo if kind == "webp" else _on_white(photo)
    size = 0
    for quality in QUALITIES:
        file = io.BytesIO()
        if kind == "webp":  # method 6 takes seven seconds where something is transparent
            flat.save(file, "WEBP", quality=quality, method=4 if flat.mode == "RGBA" else 6, alpha_quality=80)
        else:
            flat.save(file, "JPEG", quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
        size = file.tell()
        if size <= most:
            return File(kind, file.getvalue(), *flat.size)
    raise Fault(
        f"at {photo.width} pixels wide the photo has {size // 1000} kB, but at most {most // 1000} kB fit; crop it, or choose a calmer one"
    )
