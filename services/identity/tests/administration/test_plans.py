"""The lists stay fast: no query of administration reads the whole table, at some thousand users."""

import pytest
from sqlalchemy.dialects.postgresql import asyncpg

from amigok_chassis import clock
from identity.administration import queries
from identity.administration.queries import Wanted
from identity.users.models import User

PEOPLE = """
INSERT INTO users (id, email, username, full_name, role, password_hash, email_verified_at, created_at)
SELECT gen_random_uuid(), format('user%s@amigok.test', n), 'user' || n, md5(n::text),
       CASE WHEN n % 500 = 0 THEN 'veterinarian' ELSE 'investor' END, repeat('x', 97),
       CASE WHEN n % 300 = 0 THEN NULL ELSE now() END, now() - n * interval '10 minutes'
FROM generate_series(1, 30000) n
"""


async def plan(rig, wanted):
    query = queries.matching(wanted).order_by(User.created_at.desc(), User.id.desc()).limit(51)
    statement = str(query.compile(dialect=asyncpg.dialect(), compile_kwargs={"literal_binds": True}))
    return "\n".join(row[0] for row in await rig.db.fetch(f"EXPLAIN {statement}"))


@pytest.fixture
async def crowded(rig):
    await rig.db.fetch(PEOPLE)
    await rig.db.fetch("VACUUM ANALYZE users")
    return rig


async def test_lists_searches_and_counts_use_indexes(crowded):
    for wanted, index in (
        (Wanted(q="user29999"), "users_search_idx"),
        (Wanted(q="@amigok.test"), "users_created_at_idx"),
        (Wanted(role="veterinarian"), "users_role_idx"),
        (Wanted(status="deactivated"), "users_inactive_idx"),
        (Wanted(verified=False), "users_unverified_idx"),
        (Wanted(), "users_created_at_idx"),
        (Wanted(since=clock.now(), until=clock.now()), "users_created_at_idx"),
    ):
        found = await plan(crowded, wanted)
        assert index in found, found
        assert "Seq Scan" not in found, found
    counts = queries._STATISTICS.replace("$1", "now() - interval '30 days'")
    found = "\n".join(row[0] for row in await crowded.db.fetch(f"EXPLAIN {counts}"))
    assert "Seq Scan" not in found, found
