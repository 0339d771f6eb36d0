"""Removes what cameras write into pictures about people: where and when a photo was taken, and with which device.

Nothing is decoded, so no quality is lost and no decompression bomb is opened. A JPEG (ITU-T T.81) is a sequence of
segments, a PNG (ISO/IEC 15948) a sequence of chunks. Those that the picture needs stay. All others are removed, and so
is whatever follows its end, such as a phone's short film or further frames of an animation. What viewers have to decode
is bounded. The time taken is linear in the size of the file.
"""

import re
import struct
from collections.abc import Iterator
from zlib import crc32, decompressobj
from zlib import error as ZlibError

from amigok_chassis.errors import DomainError

MOST_PIXELS = 64_000_000
"""More than the cameras of phones have; a viewer needs four bytes for each."""

MOST_PARTS = 20_000
"""Segments or chunks. A picture of the largest size has a few hundred, from a few programs thousands."""

LARGEST_PROFILE = 1 << 20
"""Bytes of an unpacked colour profile. Usual ones have thousands, those of printers 500,000."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs".split())

_SOI, _EOI, _SOS, _APP0, _APP1, _APP15, _COMMENT = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xEF, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MARKER = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])", re.DOTALL)
_COLOURS = {_APP0: b"JFIF\x00", 0xE2: b"ICC_PROFILE\x00", 0xEE: b"Adobe"}
"""The application segments that colours and proportions depend on."""

_EXIF, _ORIENTATION, _SHORT = b"Exif\x00\x00", 0x0112, 3


class BrokenPicture(DomainError):
    """The picture is cut off or damaged."""

    status, code = 422, "broken_picture"


class TooManyPixels(DomainError):
    """The picture has no size, or more than 64 million pixels, which viewers should not have to decode."""

    status, code = 422, "too_many_pixels"


def without_metadata(picture: bytes) -> bytes:
    """Returns the same JPEG or PNG picture without metadata. Raises BrokenPicture, TooManyPixels."""
    try:
        parts = _png(picture) if picture.startswith(_PNG) else _jpeg(picture)
        return b"".join(_at_most(MOST_PARTS, parts))
    except (struct.error, IndexError) as error:
        raise BrokenPicture from error


def _at_most(most: int, parts: Iterator[bytes]) -> Iterator[bytes]:
    """Passes parts on, those that are left out as empty bytes. Raises BrokenPicture if there are too many."""
    for number, part in enumerate(parts):
        if number > most:
            raise BrokenPicture("The picture has more parts than any program writes.")
        yield part


def _png(picture: bytes) -> Iterator[bytes]:
    yield _PNG
    at, kinds = len(_PNG), set[bytes]()
    while b"IEND" not in kinds:
        length, kind = struct.unpack_from(">I4s", picture, at)
        end = at + 12 + length
        (checksum,) = struct.unpack_from(">I", picture, end - 4)
        if crc32(picture[at + 4 : end - 4]) != checksum or (kind == b"IHDR") == bool(kinds):
            raise BrokenPicture
        if kind == b"IHDR":
            _bound(*struct.unpack_from(">II", picture, at + 8))
        wanted = kind == b"IDAT" or (kind in _PNG_KEPT and kind not in kinds)
        kinds.add(kind)
        yield picture[at:end] if wanted and _unpacks(kind, picture[at + 8 : end - 4]) else b""
        at = end
    if b"IDAT" not in kinds:
        raise BrokenPicture


def _unpacks(kind: bytes, content: bytes) -> bool:
    """Whether viewers can unpack the chunk: a colour profile has a sane size."""
    if kind != b"iCCP":
        return True
    _, _, packed = content.partition(b"\x00")
    try:
        return len(decompressobj().decompress(packed[1:], LARGEST_PROFILE + 1)) <= LARGEST_PROFILE
    except ZlibError:
        return False


def _bound(width: int, height: int) -> None:
    if not 0 < width * height <= MOST_PIXELS:
        raise TooManyPixels


def _jpeg(picture: bytes) -> Iterator[bytes]:
    yield bytes((0xFF, _SOI))
    at, kinds, turned = 2, set[int](), False
    while (marker := picture[_marker(picture, at)]) != _EOI:
        at = _marker(picture, at) + 1
        (length,) = struct.unpack_from(">H", picture, at)
        end = _marker(picture, at + length) - 1 if marker == _SOS else at + length
        if marker in _FRAMES:
            _frame(picture, at, kinds)
        kinds.add(marker)
        kept = None if turned and marker == _APP1 else _kept(marker, picture[at + 2 : at + length])
        turned = turned or (marker == _APP1 and kept is not None)
        head = b"" if kept is None else struct.pack(">BBH", 0xFF, marker, len(kept) + 2) + kept
        yield head + picture[at + length : end] if head else b""
        at = end
    yield bytes((0xFF, _EOI))
    if _SOS not in kinds or not kinds & _FRAMES:
        raise BrokenPicture


def _frame(picture: bytes, at: int, kinds: set[int]) -> None:
    """Checks the frame, of which a picture has one and which has its size. Raises BrokenPicture, TooManyPixels."""
    if kinds & _FRAMES:
        raise BrokenPicture("The picture has several frames.")
    height, width = struct.unpack_from(">HH", picture, at + 3)
    _bound(width, height)


def _marker(picture: bytes, at: int) -> int:
    """Returns the position of the next marker's code; the data of a scan lies in between. Raises BrokenPicture."""
    found = _MARKER.search(picture, at)
    if found is None:
        raise BrokenPicture
    return found.start(1)


def _kept(marker: int, content: bytes) -> bytes | None:
    """Returns what stays of a segment. Of Exif only the orientation stays, without which a picture lies on its side."""
    if marker == _APP1:
        turn = _orientation(content)
        return None if turn is None else _exif(turn)
    if _APP0 <= marker <= _APP15:
        return content if content.startswith(_COLOURS.get(marker, b"\xff")) else None
    return None if marker == _COMMENT else content


def _exif(turn: int) -> bytes:
    """Returns Exif with one directory of one entry."""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, turn, 0)
    return _EXIF + struct.pack(">2sHIH", b"MM", 42, 8, 1) + entry + bytes(4)


def _orientation(content: bytes) -> int | None:
    """Returns how Exif's first directory turns or mirrors the picture (2 to 8), or None if it is upright."""
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
