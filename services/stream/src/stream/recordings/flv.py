"""What a part holds, as far as it can be told without ffmpeg: FLV is a row of tags, the first of which are headers."""

from pathlib import Path

_BEGIN, _BEFORE, _AFTER = 13, 11, 4
"""Bytes of the file's own header, and of each tag before and after its content."""

_SOUND, _PICTURE, _SCRIPT = 8, 9, 18
_AAC, _AVC = 10, 7
_FRAME = 1


def is_bare(path: Path) -> bool:
    """Whether there are headers and no sound or picture after them: the stream ended as the part began."""
    with path.open("rb") as file:
        if not file.read(_BEGIN).startswith(b"FLV\x01"):
            return False
        while len(tag := file.read(_BEFORE)) == _BEFORE:
            begin = file.read(2)
            if not _is_header(tag[0], begin):
                return False
            file.seek(int.from_bytes(tag[1:4]) + _AFTER - len(begin), 1)
    return True


def _is_header(kind: int, begin: bytes) -> bool:
    """What only says how sound and pictures are made, or that they are over, by the first two bytes of a tag."""
    if kind == _SCRIPT or len(begin) < 2:
        return True
    if kind == _SOUND:
        return begin[0] >> 4 == _AAC and begin[1] != _FRAME
    return kind == _PICTURE and begin[0] & 15 == _AVC and begin[1] != _FRAME
