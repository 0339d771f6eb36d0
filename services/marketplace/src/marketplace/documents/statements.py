"""The statements that make documents. What a document holds follows from the view `search_sources`."""

from sqlalchemy import text

from marketplace.documents.models import SearchDocument
from marketplace.listings.machine import LISTINGS

_LOCKED = "hashtext('marketplace.search_documents')"
TRY_LOCK = text(f"SELECT pg_try_advisory_xact_lock({_LOCKED})")
AWAIT_LOCK = text(f"SELECT pg_advisory_xact_lock({_LOCKED})")

IS_CHANGED = "SELECT FROM search_changes LIMIT 1"

_OPEN = LISTINGS.check("l.state", LISTINGS.open)
_MEANT = f"""
    SELECT l.id FROM listings l JOIN changes ON changes.kind = 'listing' AND l.id = changes.subject_id
    UNION SELECT l.id FROM listings l JOIN changes ON changes.kind = 'animal' AND l.livestock_id = changes.subject_id
        AND {_OPEN}
    UNION SELECT l.id FROM listings l JOIN changes ON changes.kind = 'seller' AND l.seller_id = changes.subject_id
        AND {_OPEN}
    UNION SELECT l.id FROM changes JOIN animals a ON changes.kind = 'farm' AND a.farm_id = changes.subject_id
        JOIN listings l ON l.livestock_id = a.id AND {_OPEN}
"""
"""The listings whose documents follow from `changes`. What has ended changes no more."""

TAKE = text(f"""
    WITH taken AS (DELETE FROM search_changes WHERE id IN (SELECT id FROM search_changes ORDER BY id LIMIT :most)
        RETURNING kind, subject_id),
    changes AS (SELECT DISTINCT kind, subject_id FROM taken),
    meant AS ({_MEANT})
    SELECT (SELECT count(*) FROM taken) AS changes, (SELECT array_agg(id) FROM meant) AS listings
""")
PENDING = text(f"WITH changes AS (SELECT DISTINCT kind, subject_id FROM search_changes) {_MEANT}")
NEXT = text("SELECT id FROM listings WHERE id > :after ORDER BY id LIMIT :most")

_MADE = {
    "terms": """CASE WHEN NOT shown THEN '{}' ELSE
        ARRAY(SELECT 'lexeme:' || word FROM unnest(words) AS word)
        || ARRAY(SELECT 'word:' || word FROM unnest(search_vocabulary(concat_ws(' ', title, farm_name))) AS word)
        || array_remove(ARRAY['type:' || type_name, 'breed:' || breed_name, 'farm:' || farm_name], NULL)::text[] END""",
}
"""What is worked out of the view's columns; the others are taken as they are."""
_OWN = ("listing_id", "slot", "version")
_TOLD = [column.name for column in SearchDocument.__table__.columns if column.name not in _OWN]
_ALL = ", ".join(_TOLD)
_GIVEN = ", ".join(f"{_MADE.get(name, name)} AS {name}" for name in _TOLD)


def _of(table: str) -> str:
    return ", ".join(f"{table}.{name}" for name in _TOLD)


TERMS = text("SELECT listing_id, terms FROM search_documents WHERE listing_id = ANY(:ids)")
WRITE = text(f"""
    WITH made AS MATERIALIZED (
        SELECT listing_id, {_GIVEN} FROM search_sources,
            LATERAL (SELECT search_lexemes(title) AS heading OFFSET 0) AS titled,
            LATERAL (SELECT ARRAY(SELECT DISTINCT word FROM unnest(heading || search_lexemes(about)) AS word
                ORDER BY word) AS words OFFSET 0) AS said
        WHERE listing_id = ANY(:ids)),
    changed AS (
        UPDATE search_documents AS d
        SET (version, {_ALL}) = ROW (nextval('search_versions'), {_of("made")}) FROM made
        WHERE d.listing_id = made.listing_id AND ({_of("d")}) IS DISTINCT FROM ({_of("made")})
        RETURNING d.listing_id, d.terms),
    added AS (
        INSERT INTO search_documents (listing_id, version, {_ALL})
        SELECT listing_id, nextval('search_versions'), {_ALL} FROM made
        WHERE NOT EXISTS (SELECT FROM search_documents AS d WHERE d.listing_id = made.listing_id)
        ORDER BY listing_id RETURNING listing_id, terms)
    SELECT * FROM changed UNION ALL SELECT * FROM added
""")
"""Who writes is alone, so an upsert is not needed: it would use up a slot each time."""

_SPLIT = "split_part(term, ':', 1) AS kind, substr(term, strpos(term, ':') + 1) AS shown"
COUNT = text(f"""
    INSERT INTO search_terms AS t (kind, key, shown, listings)
    SELECT kind, key, min(shown), sum(more)::bigint FROM (
        SELECT {_SPLIT}, more FROM unnest(CAST(:terms AS text[]), CAST(:more AS bigint[])) AS u (term, more)
    ) AS terms, search_folded(shown) AS key GROUP BY kind, key ORDER BY kind, key
    ON CONFLICT (kind, key) DO UPDATE SET listings = t.listings + excluded.listings
""")
FORGET = text(
    "DELETE FROM search_terms WHERE listings <= 0 AND (kind, key) IN (SELECT split_part(term, ':', 1), "
    "search_folded(substr(term, strpos(term, ':') + 1)) FROM unnest(CAST(:terms AS text[])) AS term)"
)
RECOUNT = text(f"""
    WITH counted AS (
        SELECT kind, key, min(shown) AS shown, count(*) AS listings FROM (
            SELECT {_SPLIT} FROM search_documents, unnest(terms) AS term) AS terms, search_folded(shown) AS key
        GROUP BY kind, key),
    wrong AS (SELECT kind, key, coalesce(counted.shown, t.shown), coalesce(counted.listings, 0) AS listings
        FROM counted FULL JOIN search_terms AS t USING (kind, key)
        WHERE t.listings IS DISTINCT FROM counted.listings)
    INSERT INTO search_terms (kind, key, shown, listings) SELECT * FROM wrong
    ON CONFLICT (kind, key) DO UPDATE SET listings = excluded.listings RETURNING key
""")
FORGET_UNUSED = text("DELETE FROM search_terms WHERE listings <= 0")
