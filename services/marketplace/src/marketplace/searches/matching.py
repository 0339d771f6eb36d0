"""Which documents have the words that are looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from amigok_chassis.db import Database
from marketplace.searches.arrays import Array
from marketplace.searches.asking import Group
from marketplace.searches.limits import fetch


@dataclass(frozen=True)
class Matches:
    """The slots of the documents that have a word of each group at all, and of those that have them in the heading."""

    words: Array
    heading: Array


async def matches(db: Database, groups: Sequence[Group]) -> Matches:
    """Looks them up in the indices of words. Raises Unavailable if that takes too long."""
    which = [_slots(column, len(groups)) for column in ("words", "heading")]
    (row,) = await fetch(db, f"SELECT ({which[0]}) AS words, ({which[1]}) AS heading", *map(list, groups))
    return Matches(*(np.frombuffer(row[name] or b"", dtype=">i8").astype(np.int64) for name in ("words", "heading")))


def _slots(column: str, groups: int) -> str:
    has = " AND ".join(f"{column} && ${number}::text[]" for number in range(1, groups + 1))
    return f"SELECT string_agg(int8send(slot), '') FROM search_documents WHERE shown AND {has}"
