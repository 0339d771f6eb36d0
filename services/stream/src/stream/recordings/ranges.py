"""Requests for a part of a file (RFC 9110, section 14): one range of bytes; what asks for several gets the whole."""

import re

from amigok_chassis.errors import DomainError

_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)


class RangeNotSatisfiable(DomainError):
    """The file ends before this range; `size` is how many bytes it has."""

    status, code = 416, "range_not_satisfiable"
    sends = {"size": int}


def asked(header: str, size: int, *, if_range: str, tag: str) -> tuple[int, int] | None:
    """The first byte and the one after the last of the range that is asked for; None for the whole file.

    A range that nobody can read, and one of a file with another `tag`, asks for the whole. Raises RangeNotSatisfiable.
    """
    found = _RANGE.fullmatch(header.strip())
    if found is None or not any(found.groups()) or (if_range and if_range != tag):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), min(int(last) + 1 if last else size, size)
    if last and first and int(last) < int(first):
        return None
    if start >= end:
        raise RangeNotSatisfiable(f"The file has {size} bytes.", size=size)
    return start, end
