"""Handles: the names by which players see each other. They tell nothing of the person.

Whoever chooses none is given one. What looks like a number to call, or an address, is refused.
"""

import re
from random import Random
from typing import Annotated

from pydantic import AfterValidator, Field

LONGEST = 20

_FORM = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+){0,4}")
_NUMBER = re.compile(r"[0-9]{5}")
_MANNERS = ("Bold", "Brave", "Calm", "Clever", "Keen", "Kind", "Merry", "Nimble", "Proud", "Quick", "Quiet", "Sunny")
_ANIMALS = ("Calf", "Ewe", "Foal", "Goat", "Hare", "Heifer", "Hen", "Kid", "Lamb", "Ox", "Pony", "Ram")
_TAIL = "bcdfghjkmnpqrstvwxz23456789"
"""No vowels, so that no words come about, and nothing that is mixed up."""


def _as_handle(text: str) -> str:
    """Returns the handle. Raises ValueError."""
    if not _FORM.fullmatch(text):
        raise ValueError("a handle has letters, digits and single dashes, and begins with a letter")
    if _NUMBER.search(text.replace("-", "").replace("_", "")):
        raise ValueError("a handle has at most four digits in a row")
    return text


Handle = Annotated[
    str, Field(min_length=3, max_length=LONGEST, examples=["CalmHeifer-482"]), AfterValidator(_as_handle)
]


def made_up(chance: Random) -> str:
    """A handle for who has chosen none: one of a hundred million."""
    tail = "".join(chance.choice(_TAIL) for _ in range(4))
    return f"{chance.choice(_MANNERS)}{chance.choice(_ANIMALS)}-{tail}"


def key_of(handle: str) -> str:
    """By what handles are told apart."""
    return handle.casefold().replace("_", "-")
