"""Reads what somebody says: its words, and for unknown ones words that they may have meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from asyncpg import Record

from amigok_chassis.db import Database
from marketplace.searches.asking import Group
from marketplace.searches.limits import fetch
from marketplace.searches.typos import allowed, distance

MOST_WORDS = 8
"""Further words are not looked for."""
MOST_MEANT = 8
"""Of words that somebody may have meant."""
COMPARED = 500
"""Words that are compared at most, however many are alike."""

_READ = f"""
    WITH said AS (
        SELECT number, word, search_folded(word) AS key, search_lexemes(word) AS stems FROM search_read($1)
        WHERE NOT is_common ORDER BY number LIMIT {MOST_WORDS}),
    known AS (
        SELECT *, EXISTS (SELECT FROM search_terms WHERE kind = 'lexeme' AND search_terms.key = ANY(stems)) AS known,
            EXISTS (SELECT FROM search_terms WHERE kind = 'word' AND search_terms.key = said.key) AS is_term
        FROM said)
    SELECT word, key, stems, known, is_term, CASE WHEN NOT known AND key !~ '[[:digit:]]' THEN ARRAY(
        SELECT alike.key FROM (
            (SELECT key, listings FROM search_terms WHERE kind = 'word' AND length(known.key) > 1
                AND key ~>=~ known.key AND key ~<~ (known.key || chr(1114111)) LIMIT {COMPARED})
            UNION (SELECT key, listings FROM search_terms WHERE kind = 'word' AND length(known.key) > 3
                AND key % known.key LIMIT {COMPARED})
            -- Letters that are swapped leave a short word hardly any trigrams.
            UNION (SELECT key, listings FROM search_terms WHERE kind = 'word' AND length(known.key) BETWEEN 4 AND 6
                AND key ~>=~ left(known.key, 1) AND key ~<~ (left(known.key, 1) || chr(1114111))
                AND length(key) BETWEEN length(known.key) - 1 AND length(known.key) + 1 LIMIT {COMPARED})) AS alike
        ORDER BY similarity(alike.key, known.key) DESC, listings DESC, alike.key LIMIT {COMPARED}) END AS alike
    FROM known ORDER BY number
"""


@dataclass(frozen=True)
class Read:
    """The words of a search, in groups of which a listing needs one, and what unknown words were taken for.

    `lasting` are the groups for listings to come, in which words may stand that nobody knows yet. `words` are all of
    them, if each stands in headings.
    """

    groups: Sequence[Group]
    lasting: Sequence[Group]
    meant: Sequence[tuple[str, Sequence[str]]]
    words: str


async def read(db: Database, said: str) -> Read:
    """Words that are too common to tell anything are left out."""
    if not said.strip():
        return Read([], [], [], "")
    words = await fetch(db, _READ, said)
    unknown = {word["key"]: _meant(word) for word in words if not word["known"]}
    groups = [word["stems"] if word["known"] else unknown[word["key"]] for word in words]
    lasting = [sorted({*word["stems"], *group}) for word, group in zip(words, groups, strict=True)]
    said = " ".join(word["word"] for word in words)
    return Read(groups, lasting, [*unknown.items()], said if all(word["is_term"] for word in words) else "")


def _meant(word: Record) -> list[str]:
    """Words that begin with it or differ in few letters, the nearest first; the word itself where there are none."""
    said = word["key"]
    near = [(0 if other.startswith(said) else distance(said, other), other) for other in word["alike"] or ()]
    found = [other for far, other in sorted(near, key=lambda each: each[0]) if far <= allowed(said)]
    return found[:MOST_MEANT] or [said]
