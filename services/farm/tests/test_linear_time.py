"""No input costs more than its size: twice as much of the worst takes twice as long, not four times."""

import asyncio
import contextlib
import gc
import struct
import time
from zlib import compress, crc32

import pytest
from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request

from amigok_chassis import schemas
from amigok_chassis.errors import DomainError
from amigok_chassis.ids import new_id
from amigok_chassis.pictures import without_metadata
from amigok_chassis.spreadsheets import lines
from amigok_chassis.text import comparable
from amigok_chassis.uploads import PHOTOS, UPLOAD_BYTES, media_type
from amigok_herd import eid
from farm.breeds.schemas import Characteristics
from farm.farms.schemas import Box, Kilometres, Point
from farm.imports import cells, references, sheet, upload
from farm.livestock import marks
from farm.livestock.schemas import Eid, IdCard, LivestockIn, PricePerKg, Tag
from farm.schemas import Weight
from farm.types.schemas import IconUrl

BODY = 1 << 20
"""Bytes of a request without files."""

CELL = 131_072
"""Characters of a cell: the csv module takes no more."""

TOO_SHORT = 0.1
"""Seconds of the processor that are not told from noise, for what is so short has not grown with the square."""


TRIES = 4
"""A machine with other work may count too much once."""


def spent(run, given, enough=0.0):
    """Seconds of the processor, the best of a few runs or the first below enough; what is refused has been read too."""
    seconds = []
    gc.disable()  # a round of the collector falls into the larger of two, and not into the smaller
    try:
        while len(seconds) < 5 and sum(seconds) < 0.5 and min(seconds, default=enough) >= enough:
            began = time.process_time()
            with contextlib.suppress(DomainError, ValueError):
                run(given)
            seconds.append(time.process_time() - began)
    finally:
        gc.enable()
    return min(seconds)


def repeated(unit, before=b"", after=b""):
    """Inputs of so many characters or bytes."""
    return lambda size: before + unit * ((size - len(before) - len(after)) // len(unit)) + after


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def chunk(kind, content=b""):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc32(kind + content))


JPEG = b"\xff\xd8" + segment(0xC0, struct.pack(">BHHB3B", 8, 1, 1, 1, 1, 0x11, 0))
SCAN = JPEG + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
PNG_END = chunk(b"IDAT", compress(bytes(2))) + chunk(b"IEND")
LARGE_EXIF = segment(0xE1, b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08" + b"\x15\x55" + bytes(65_500))
SMALL_EXIF = segment(0xE1, b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x00")

PICTURES = {
    "fill bytes": repeated(b"\xff", b"\xff\xd8"),
    "fill bytes in a scan": repeated(b"\xff", SCAN, b"\x00"),
    "what looks like a marker": repeated(b"\xff\x00", SCAN, b"\xff\xd9"),
    "restarts": repeated(b"\xff\xd0", SCAN, b"\xff\xd9"),
    "empty segments": repeated(segment(0xDB, b""), JPEG, b"\xff\xd9"),
    "scans": repeated(segment(0xDA, b"") + b"\x00", JPEG, b"\xff\xd9"),
    "large directories": repeated(LARGE_EXIF, JPEG, b"\xff\xd9"),
    "small directories": repeated(SMALL_EXIF, JPEG, b"\xff\xd9"),
    "empty chunks": repeated(chunk(b"tEXt"), PNG, PNG_END),
    "data in small chunks": repeated(chunk(b"IDAT", b"x"), PNG, PNG_END),
    "profiles that unpack to much": repeated(chunk(b"iCCP", b"p\x00\x00" + compress(bytes(1 << 20))), PNG, PNG_END),
    "one large chunk": lambda size: PNG + chunk(b"IDAT", bytes(size)) + chunk(b"IEND"),
}

HEADER = ",".join(sheet.COLUMNS).encode() + b"\n"
FILES = {
    "columns without a name": repeated(b","),
    "cells in a row": repeated(b",", HEADER),
    "semicolons and commas": repeated(b",;"),
    "blank lines": repeated(b"\n", HEADER),
    "rows": repeated(b"x\n", HEADER),
    "rows of empty cells": repeated(b",,,\n", HEADER),
    "an open quotation mark": repeated(b"x", HEADER + b'"'),
    "quotation marks": repeated(b'"', HEADER),
    "apostrophes": repeated(b"'" * 100_000 + b"\n", HEADER),
    "wide rows": repeated((b"1'," * 500 + b"\n"), HEADER),
    "names of columns": repeated(b"farm,", b"", b"\n"),
}


def part(body):
    """The file of a form."""
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    left = [head + body[at : at + 65_536] if at == 0 else body[at : at + 65_536] for at in range(0, len(body), 65_536)]

    async def receive():
        more = bool(left)
        return {"type": "http.request", "body": left.pop(0) if more else b"\r\n--x--\r\n", "more_body": more}

    scope = {"type": "http", "headers": [(b"content-type", b"multipart/form-data; boundary=x")]}
    return asyncio.run(upload.uploaded(Request(scope, receive)))


FORMS = {"ends of lines": b"\r\n", "returns": b"\r", "almost the boundary": b"\r\n--", "hyphens": b"-"}
UPLOADS = [
    *(pytest.param(without_metadata, make, UPLOAD_BYTES, id=f"picture: {name}") for name, make in PICTURES.items()),
    *(
        pytest.param(lambda given: media_type(given, PHOTOS), make, UPLOAD_BYTES, id=f"type of file: {name}")
        for name, make in PICTURES.items()
    ),
    *(pytest.param(sheet.read, make, upload.MAX_FILE_BYTES, id=f"table: {name}") for name, make in FILES.items()),
    *(pytest.param(part, repeated(unit), upload.MAX_FILE_BYTES, id=f"form: {name}") for name, unit in FORMS.items()),
]


def whole_row(text):
    """All columns hold the same."""
    return sheet.animal(dict.fromkeys(sheet.COLUMNS, text), farm_id=new_id(), breed_id=new_id())


def resolved(text):
    return references.References({}, {}, {}).resolve(dict.fromkeys(sheet.COLUMNS, text))


def exported(text):
    return lines([[cells.exported(text, decimal_comma=True), text]])


TEXTS = {
    "digits": repeated("1", "", ""),
    "points": repeated("1.", "", ""),
    "spaces": repeated(" ", "1", "1"),
    "spaces of no kind": repeated("1 \u00a0", "", ""),
    "apostrophes": repeated("'", "", ""),
    "hexadecimal digits": repeated("8000F", "", ""),
    "exponents": repeated("1E+", "", ""),
    "addresses": repeated("a.", "https://", ":"),
    "ports": repeated(":1", "https://a", ""),
    "places": repeated("1.1,", "-", ""),
    "marks that combine": repeated("\u0315\u0300", "a", ""),
    "joiners": repeated("\u200d", "", ""),
    "letters that stand for many": repeated("\ufdfa", "", ""),
    "Turkish letters": repeated("I\u0307", "", ""),
}
TYPES = {
    name: TypeAdapter(getattr(schemas, name)).validate_python
    for name in (
        "Name",
        "LongName",
        "ProperName",
        "LongProperName",
        "Prose",
        "Note",
        "Reason",
        "Moment",
        "NearMoment",
    )
} | {
    name: TypeAdapter(kind).validate_python
    for name, kind in {
        "Tag": Tag,
        "IdCard": IdCard,
        "IconUrl": IconUrl,
        "Eid": Eid,
        "Point": Point,
        "Kilometres": Kilometres,
        "Characteristics": Characteristics,
        "PricePerKg": PricePerKg,
        "Box": Box,
        "LivestockIn": LivestockIn,
        "Weight": Weight,
    }.items()
}
READERS = {
    "a row": (whole_row, CELL),
    "names in a row": (resolved, CELL),
    "a cell": (lambda text: cells.read("farm", text), CELL),
    "a cell of digits": (lambda text: cells.read("eid", text), CELL),
    "a comparable EID": (cells.UNIQUE["eid"], CELL),
    "a comparable tag": (marks.key, CELL),
    "an exported cell": (exported, CELL),
    "hidden characters": (references.hides, CELL),
    "the key of a name": (comparable, references.LONGEST),
    "an EID": (eid.normalise, eid.LONGEST),
    **{name: (validate, BODY) for name, validate in TYPES.items()},
}


@pytest.mark.parametrize(("run", "make", "largest"), UPLOADS)
def test_an_upload_costs_no_more_than_its_size(run, make, largest):
    assert_linear(run, make, largest)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("reader", READERS)
def test_a_text_costs_no_more_than_its_size(reader, text):
    run, largest = READERS[reader]
    assert_linear(run, TEXTS[text], largest)


@pytest.mark.parametrize("name", TYPES)
def test_a_text_in_place_of_anything_else_is_refused_and_no_defect(name):
    for make in TEXTS.values():
        with contextlib.suppress(ValidationError):
            TYPES[name](make(1000))


def grows(run, half, whole):
    """Whether the whole takes too much more than its half, as far as that can be told."""
    cost = spent(run, whole, TOO_SHORT)
    return cost >= TOO_SHORT and cost >= 3.2 * spent(run, half)


def assert_linear(run, make, largest):
    """Small sizes come first, so that what is not linear is found before it takes hours."""
    for size in (largest >> 9, largest >> 5, largest):
        half, whole = make(size // 2), make(size)
        assert not all(grows(run, half, whole) for _ in range(TRIES)), f"more than 3.2 times the time at {size}"


def test_what_grows_with_the_cube_is_found():
    with pytest.raises(AssertionError, match="times the time"):
        assert_linear(lambda size: sum(1 for _ in range(size**3)), lambda size: size, 1 << 8)
