"""Answers as JSON: what the database has made as text is not read again."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from asyncpg import Record

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.pagination import encode
from amigok_chassis.places import Place
from amigok_contracts import digits
from marketplace.market.cards import FOR_SALE_NOW
from marketplace.searches import ranges
from marketplace.searches.asking import EXAMINED_FOR, Answer, Asked
from marketplace.searches.memory import FLAGS, RANGES, VALUES
from marketplace.searches.places import km_between
from marketplace.searches.reading import Read

MOST_VALUES = 50
"""Of one facet."""

_HITS = f"""
    WITH card AS ({FOR_SALE_NOW})
    SELECT card.id, card.shown, d.farm_id::text, d.date_of_birth::text, d.latitude, d.longitude,
        coalesce(d.examined_at >= $4, false) AS health_cleared
    FROM card JOIN search_documents AS d ON d.listing_id = card.id
"""


async def found(db: Database, asked: Asked, answer: Answer, said: Read) -> str:
    """A `Found` in JSON. What was sold since its document was made is left out."""
    cursor = encode(asked.sort, *answer.keys[-1]) if answer.more else None
    meant = [{"word": word, "searched": [] if list(words) == [word] else words} for word, words in said.meant]
    tail = {
        "next_cursor": cursor,
        "total": answer.total,
        "facets": _facets(answer) if asked.facets else None,
        "corrections": meant,
    }
    hits = await _hits(db, asked, answer.hits)
    return f'{{"items":[{",".join(hits)}],{json.dumps(tail, ensure_ascii=False, separators=(",", ":"))[1:]}'


async def _hits(db: Database, asked: Asked, ids: Sequence[UUID]) -> list[str]:
    if not ids:
        return []
    rows = await db.fetch(_HITS, digits(asked.wanted.currency), clock.now(), ids, asked.now - EXAMINED_FOR)
    shown = {row["id"]: _hit(row, asked.near) for row in rows}
    return [shown[id] for id in ids if id in shown]


def _hit(row: Record, near: Place | None) -> str:
    more = {
        "distance_km": _distance(row, near),
        "farm_id": row["farm_id"],
        "date_of_birth": row["date_of_birth"],
        "health_cleared": row["health_cleared"],
    }
    return f"{row['shown'][:-1]},{json.dumps(more)[1:]}"


def _distance(row: Record, near: Place | None) -> str | None:
    if near is None or row["latitude"] is None:
        return None
    return f"{km_between(near, row['latitude'], row['longitude']):.3f}"


def _facets(answer: Answer) -> dict[str, Any]:
    counts = answer.counts
    return {
        **{facet: [*_values(facet, counts[facet], answer.farms)] for facet in VALUES},
        **{facet: [*_ranges(facet, counts[facet])] for facet in RANGES},
        **{facet: counts[facet].get(True, 0) for facet in FLAGS},
    }


def _values(facet: str, counts: Mapping[str, int], farms: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The most frequent first."""
    for value, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST_VALUES]:
        farm = facet == "farm"
        yield {"value": farms[value] if farm else value, "count": count, "id": value if farm else None}


def _ranges(facet: str, counts: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    for number in sorted(counts):
        low, high = ranges.ends(facet, number)
        yield {"low": low, "high": high, "count": counts[number]}
