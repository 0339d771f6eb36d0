"""Suggests what somebody may be about to type: names and words that listings have."""

from asyncpg import Record

from amigok_chassis.db import Database
from marketplace.searches.limits import fetch
from marketplace.searches.reading import COMPARED
from marketplace.searches.schemas import Suggestion, Suggestions

_BEGINS = "key ~>=~ said.typed AND key ~<~ (said.typed || chr(1114111))"
_SUGGEST = f"""
    WITH said AS MATERIALIZED (SELECT search_folded(btrim($1)) AS typed),
    -- A word that a single listing has may be somebody's name.
    terms AS NOT MATERIALIZED (SELECT * FROM search_terms WHERE kind <> 'lexeme' AND (kind <> 'word' OR listings > 1)),
    begun AS (
        SELECT terms.*, 1::real AS alike FROM terms, said WHERE {_BEGINS}
        ORDER BY (kind = 'word'), listings DESC, key LIMIT $2 * 2),
    resembling AS (
        SELECT compared.*, similarity(key, said.typed) AS alike FROM said, LATERAL (
            SELECT * FROM terms WHERE key % said.typed AND length(said.typed) > 2 LIMIT {COMPARED}) AS compared
        WHERE NOT ({_BEGINS}) ORDER BY alike DESC, listings DESC, key LIMIT $2)
    SELECT kind, key, shown, listings FROM (SELECT * FROM begun UNION ALL SELECT * FROM resembling) AS found
    ORDER BY alike DESC, (kind = 'word'), listings DESC, key
"""


async def suggest(db: Database, said: str, *, limit: int) -> Suggestions:
    """What begins like this comes first, then what is written alike. Raises Unavailable if that takes too long."""
    if not said.strip():
        return Suggestions(items=[])
    first: dict[str, Record] = {}
    for row in await fetch(db, _SUGGEST, said, limit):
        first.setdefault(row["key"], row)
    shown = [{"text": row["shown"], "kind": row["kind"], "listings": row["listings"]} for row in first.values()]
    return Suggestions(items=[Suggestion.model_validate(each) for each in shown[:limit]])
