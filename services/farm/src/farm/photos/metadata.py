"""Takes out of pictures what cameras write about people: where it was taken, when, with which device.

Nothing is decoded: a JPEG (ITU-T T.81) is a row of segments, a PNG (ISO/IEC 15948) one of chunks. Those that the
picture itself needs stay; all others go, and so does what follows its end, such as a phone's film of the moment.
"""

import re
import struct
from collections.abc import Iterator
from zlib import crc32

from farm.photos.errors import BrokenPicture

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs".split())

_SOI, _EOI, _SOS, _APP0, _APP1, _APP15, _COMMENT = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xEF, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
_COLOURS = {_APP0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
"""The application segments without which colours or proportions are lost."""

_EXIF, _ORIENTATION, _SHORT = b"Exif\x00\x00", 0x0112, 3


def without_metadata(picture: bytes) -> bytes:
    """The same picture, JPEG or PNG, without what it tells beside itself. Raises BrokenPicture."""
    try:
        return b"".join(_png(picture) if picture.startswith(_PNG) else _jpeg(picture))
    except (struct.error, IndexError) as error:
        raise BrokenPicture from error


def _png(picture: bytes) -> Iterator[bytes]:
    yield _PNG
    at, kinds = len(_PNG), set[bytes]()
    while b"IEND" not in kinds:
        length, kind = struct.unpack_from(">I4s", picture, at)
        end = at + 12 + length
        (checksum,) = struct.unpack_from(">I", picture, end - 4)
        if crc32(picture[at + 4 : end - 4]) != checksum or (kind == b"IHDR") == bool(kinds):
            raise BrokenPicture
        kinds.add(kind)
        if kind in _PNG_KEPT:
            yield picture[at:end]
        at = end
    if b"IDAT" not in kinds:
        raise BrokenPicture


def _jpeg(picture: bytes) -> Iterator[bytes]:
    yield bytes((0xFF, _SOI))
    at, kinds = 2, set[int]()
    while (marker := picture[_marker(picture, at)]) != _EOI:
        at = _marker(picture, at) + 1
        (length,) = struct.unpack_from(">H", picture, at)
        end = _marker(picture, at + length) - 1 if marker == _SOS else at + length
        kinds.add(marker)
        if (kept := _kept(marker, picture[at + 2 : at + length])) is not None:
            yield struct.pack(">BBH", 0xFF, marker, len(kept) + 2) + kept + picture[at + length : end]
        at = end
    yield bytes((0xFF, _EOI))
    if _SOS not in kinds or not kinds & _FRAMES:
        raise BrokenPicture


def _marker(picture: bytes, at: int) -> int:
    """Where the code of the next marker is; in between lies what a scan consists of. Raises BrokenPicture."""
    found = _MARKER.search(picture, at)
    if found is None:
        raise BrokenPicture
    return found.start(1)


def _kept(marker: int, content: bytes) -> bytes | None:
    """What stays of a segment: of Exif only which side is up, for without it the picture would lie on its side."""
    if marker == _APP1:
        turn = _orientation(content)
        return None if turn is None else _exif(turn)
    if _APP0 <= marker <= _APP15:
        return content if content.startswith(_COLOURS.get(marker, b"\xff")) else None
    return None if marker == _COMMENT else content


def _exif(turn: int) -> bytes:
    """Exif with one directory of one entry."""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, turn, 0)
    return _EXIF + struct.pack(">2sHIH", b"MM", 42, 8, 1) + entry + bytes(4)


def _orientation(content: bytes) -> int | None:
    """How the picture is to be turned or mirrored (2 to 8), by the first directory of Exif; None when it is upright."""
    exif = content.removeprefix(_EXIF)
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or exif is content:
        return None
    try:
        (directory,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, directory)
        entries = [struct.unpack_from(f"{order}HHIH", exif, directory + 2 + 12 * each) for each in range(count)]
    except struct.error:
        return None
    return next(
        (turn for tag, kind, _, turn in entries if (tag, kind) == (_ORIENTATION, _SHORT) and 2 <= turn <= 8), None
    )
