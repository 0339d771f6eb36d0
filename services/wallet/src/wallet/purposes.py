"""Purposes as tables name them: one purpose (`feed.period`), all of a producer (`feed.*`), or every one (`*`)."""

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

PATTERN = r"^(\*|[a-z]+\.(\*|[a-z_]{1,40}))$"


def nearest(table: Mapping[str, T], purpose: str) -> tuple[str, T] | None:
    """The entry that names the purpose most closely, and its name; null where none does."""
    for name in (purpose, f"{purpose.split('.')[0]}.*", "*"):
        if name in table:
            return name, table[name]
    return None


def prefix(name: str) -> str:
    """What all purposes begin with that an entry means: the whole purpose, `feed.`, or nothing."""
    return name.removesuffix("*")
