"""Typesets labels as PDF."""

import asyncio
import io
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.resources import files
from typing import Literal

import segno

from amigok_chassis import typesetting

Format = Literal["a4_3x8", "a4_2x7", "a4_5x13"]


@dataclass(frozen=True)
class Sheet:
    """Self-adhesive labels on A4, in mm. `left` and `top` are of the first label, `pitch` is between columns."""

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    pitch: float


SHEETS: dict[Format, Sheet] = {
    "a4_3x8": Sheet(columns=3, rows=8, width=70, height=37, left=0, top=0.5, pitch=70),
    "a4_2x7": Sheet(columns=2, rows=7, width=99.1, height=38.1, left=4.65, top=15.15, pitch=101.6),
    "a4_5x13": Sheet(columns=5, rows=13, width=38.1, height=21.2, left=4.75, top=10.7, pitch=40.6),
}
"""The usual sheets of 24, 14 and 65 labels."""


@dataclass(frozen=True)
class Label:
    """The text of one label."""

    tag_number: str
    breed: str
    type: str
    farm: str
    url: str


async def typeset(labels: Sequence[Label], format: Format, *, now: datetime) -> bytes:
    """Returns the labels as PDF, sheet by sheet."""
    codes = await asyncio.to_thread(lambda: [_qr(label.url) for label in labels])
    faces = [{**asdict(label), "qr": code} for label, code in zip(labels, codes, strict=True)]
    template = files("farm.labels").joinpath("labels.typ").read_bytes()
    return await typesetting.pdf(template, {"sheet": asdict(SHEETS[format]), "labels": faces}, now=now)


def _qr(url: str) -> str:
    """Returns the QR code as SVG. The mask is fixed: choosing the best of eight takes eight times as long."""
    out = io.BytesIO()
    segno.make(url, error="m", micro=False, mask=3).save(out, kind="svg", xmldecl=False, border=0, nl=False)
    return out.getvalue().decode()
