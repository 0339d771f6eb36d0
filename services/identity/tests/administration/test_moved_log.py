"""Entries that identity kept in tables of its own move as they are, and its former code goes on with the chain."""

import hmac
import json

import asyncpg
from alembic import command
from sqlalchemy.ext.asyncio import create_async_engine

from amigok_chassis import testing, testing_databases
from amigok_chassis.audit import proof
from amigok_chassis.ids import new_id
from amigok_chassis.process import alembic_config, upgrade
from amigok_chassis.sealing import derive, seal
from amigok_chassis.settings import Settings
from identity.main import service

KEY = b"d" * 32
ROOT, VERA = new_id(), new_id()
AT = "2026-11-20T10:00:00.000007+00:00"
ENTRY = """
INSERT INTO audit_entries (number, at, actor_id, action, subject_id, address, before, after, personal_digest, digest)
VALUES ($1, $2::text::timestamptz, $3, $4, $5, '10.0.0.7', '{}', $6, $7, $8)
"""
PERSONAL = "INSERT INTO audit_personal_values (number, before, after) VALUES ($1, '{}', $2)"


def keyed(purpose, *parts):
    return hmac.digest(derive(KEY, purpose), "\0".join(parts).encode(), "sha256")


def compact(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


async def enter(db, number, action, previous, *, after=None, personal=None):
    """Adds an entry as the former code did. Returns its digest."""
    kept = personal and keyed("audit personal values", str(number), compact([{}, personal]))
    content = [number, AT, str(ROOT), action, str(VERA), "10.0.0.7", {}, after or {}, kept and kept.hex()]
    digest = keyed("audit entry", previous.hex(), compact(content))
    await db.execute(ENTRY, number, AT, ROOT, action, VERA, compact(after or {}), kept, digest)
    if personal:
        await db.execute(PERSONAL, number, compact(personal))
    return digest


async def upgrade_to(url, *revisions):
    engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://", 1))

    def run(connection):
        config = alembic_config(service)
        config.attributes["connection"] = connection
        for revision in revisions:
            command.upgrade(config, revision)

    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


async def test_a_log_that_moves_stays_whole_and_both_versions_go_on_with_it():
    async with testing_databases.database(service) as url:
        db = await asyncpg.connect(url)
        await db.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        await upgrade_to(url, "chassis_0001", "identity_0007")
        sealed = seal(Settings(secret_key=testing.SECRET_KEY).secret, KEY, bound="identity data key")
        await db.execute("INSERT INTO data_keys (id, sealed, created_at) VALUES (1, $1, now())", sealed)
        personal = {"email": "vera@amigok.test"}
        last = await enter(db, 1, "user.created", bytes(32), after={"role": "admin"}, personal=personal)
        last = await enter(db, 2, "user.password_reset", last)
        await upgrade(service, url)
        last = await enter(db, 3, "user.updated", last, personal={"notes": "late"})
        await db.close()
        async with testing.running(service, database_url=url) as rig, rig.db.unit_of_work() as session:
            assert await proof.verify(session, key=KEY) == proof.Verdict(3, last)
