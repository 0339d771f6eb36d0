"""PDF by typst. What people wrote goes in as data, never as part of the typesetter's program.

It is set in every script that has a font (Noto, from packages), a line from right to left where its first letter says
so. A character that no font has is shown by its code point, such as [U+0F40], and never as an empty box.
"""

import asyncio
import json
import re
import unicodedata
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_typesetter = ThreadPoolExecutor(1, "typesetter")
"""One document at a time, so that the CPU stays free for requests."""

_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
_PRELUDE = rb"""
#let serif = ("Libertinus Serif", "Noto Sans", "Noto Sans CJK JP")
#show regex("[0-9#*]\u{FE0F}?\u{20E3}"): set text(font: "Noto Emoji")
"""
"""What templates may use: `serif`, the font of documents."""

_BEGIN, _END = "\u2068", "\u2069"
"""Between them text has the direction of its first letter that has one (UAX #9, first strong isolate)."""

_NO_INK = re.compile("[\ufe00-\ufe0f\U000e0000-\U000e0fff]")


async def pdf(template: bytes, data: object, *, now: datetime) -> bytes:
    """Makes a PDF from a template and `sys.inputs.data` (JSON). It takes about a second of CPU time."""
    return await asyncio.get_running_loop().run_in_executor(_typesetter, _compiled, template, data, now)


def _compiled(template: bytes, data: object, now: datetime) -> bytes:
    made = typst.compile(
        _PRELUDE + template,
        format="pdf",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_readable(data))},
        timestamp=int(now.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(files(name)) for name in _PACKAGES])


def _readable(value: Any) -> Any:
    """The same JSON value with texts that every reader can read."""
    if isinstance(value, dict):
        return {name: _readable(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_readable(each) for each in value]
    return _shown(value) if isinstance(value, str) and not value.isascii() else value


def _shown(text: str) -> str:
    shown = text.translate({ord(char): f"[U+{ord(char):04X}]" for char in _without_glyph(text)})
    return f"{_BEGIN}{shown}{_END}" if any(map(_runs_to_the_left, shown)) else shown


def _without_glyph(chars: Iterable[str]) -> set[str]:
    """The characters that no font has; the fonts are opened one after the other, the largest last."""
    missing = {char for char in chars if not char.isascii() and _has_ink(char)}
    for path in _paths():
        if not missing:
            break
        missing -= _covered(path)
    return missing


def _has_ink(char: str) -> bool:
    return unicodedata.category(char)[0] not in "CZ" and not _NO_INK.match(char)


def _runs_to_the_left(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL", "AN")


@cache
def _paths() -> list[Path]:
    found = [path for name in _PACKAGES for path in Path(str(files(name))).glob("*.tt[cf]")]
    return sorted(found, key=lambda path: path.stat().st_size)


@cache
def _covered(path: Path) -> frozenset[str]:
    with TTFont(path, lazy=True, fontNumber=0) as font:
        font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])  # nobody needs the glyphs' names
        return frozenset(map(chr, font.getBestCmap()))
