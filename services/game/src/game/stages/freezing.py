"""Freezes a contest: who takes part, with what, and the hash of it all. The contest is locked.

What comes of each entry is decided in the database, so that a million entries freeze in one transaction.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text

from amigok_chassis import clock
from amigok_chassis.due import announce
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.models import Contest
from game.entries import fees, queries
from game.entries import service as entries
from game.entries.models import Entry
from game.facts.models import Followed
from game.scoring.freezing import Digest
from game.scoring.rules import VERSION

_NUMBER = text("""
CREATE TEMPORARY TABLE blind ON COMMIT DROP AS
SELECT id, (row_number() OVER (ORDER BY gen_random_uuid()))::int AS number FROM entries
WHERE contest_id = :contest AND state = 'admitted'
""")
"""A random order of those who take part. What follows is done to so many of them with one statement."""

_FREEZE = text("""
UPDATE entries AS e SET state = 'competing', frozen_at = :now, moved_at = :now, blind_number = n.number,
    particulars = jsonb_build_object(
        'livestock_type_id', a.livestock_type_id, 'type_name', a.type_name, 'breed_id', a.breed_id,
        'breed_name', a.breed_name, 'sex', a.sex, 'date_of_birth', a.date_of_birth, 'farm_id', a.farm_id,
        'weight_kg', a.weight_kg::text, 'weighed_at', a.weighed_at,
        'value', (
            SELECT jsonb_build_object('minor', f.amount, 'currency', f.currency) FROM facts AS f
            WHERE f.kind = 'valuation' AND f.livestock_id = a.id
            ORDER BY (f.data ->> 'version')::bigint DESC LIMIT 1))
FROM animals AS a, blind AS n
WHERE n.id = e.id AND a.id = e.livestock_id AND n.number > :after AND n.number <= :up_to
""")

_SCORES = text("""
INSERT INTO scores (entry_id, contest_id, place, parts, computed_at)
SELECT id, contest_id, '~' || lpad(trunc(extract(epoch FROM registered_at) * 1000000)::bigint::text, 17, '0')
    || replace(id::text, '-', ''), '{}', :now
FROM entries WHERE contest_id = :contest AND blind_number > :after AND blind_number <= :up_to
""")

_FOLLOW = text("""
INSERT INTO followed_animals (livestock_id, attempts, due_at)
SELECT livestock_id, 0, CAST(:now AS timestamptz) FROM entries
WHERE contest_id = :contest AND blind_number > :after AND blind_number <= :up_to
ON CONFLICT (livestock_id) DO UPDATE SET due_at = excluded.due_at, attempts = 0
""")

_NOT_ADMITTED = text("""
SELECT e.id, CASE WHEN e.fee_state = 'asked' THEN 'not_held' WHEN e.state = 'registered' THEN 'not_admitted'
    WHEN s.status <> 'active' THEN 'account_inactive' ELSE 'kyc_needed' END AS reason
FROM entries AS e LEFT JOIN user_standings AS s ON s.user_id = e.owner_id
WHERE e.contest_id = :contest AND e.state IN ('registered', 'admitted')
    AND (e.state = 'registered' OR s.status <> 'active' OR (:kyc AND coalesce(s.kyc, '') <> 'approved'))
ORDER BY e.id
""")

_CHUNK = 20_000


async def refuse_unfit(db: UnitOfWork, contest: Contest) -> None:
    """Refuses who is not admitted by now, whose account is closed, or who is not verified any more."""
    kyc = contest.pays_cash or contest.terms.eligibility.kyc
    await db.flush()
    for row in (await db.execute(_NOT_ADMITTED, {"contest": contest.id, "kyc": kyc})).all():
        entry = await db.get_one(Entry, row.id, populate_existing=True)
        entries.refuse(db, contest, entry, row.reason)
    await db.flush()


async def admitted(db: UnitOfWork, contest: Contest) -> int:
    """How many entries are ready to take part."""
    ready = select(func.count()).where(Entry.contest_id == contest.id, Entry.state == "admitted")
    return await db.scalar(ready) or 0


async def freeze(db: UnitOfWork, contest: Contest) -> None:
    """Freezes the admitted entries and the terms. Their fees are taken, and their animals followed."""
    now = clock.now()
    await _freeze_entries(db, contest, now)
    announce(db, Followed)
    digest = Digest(frozen_terms(contest) | {"started_at": now.isoformat(), "scoring_version": VERSION})
    async for entry in _population(db, contest):
        digest.add(frozen_entry(entry))
    if contest.entry_fee or contest.forbids_sale:
        await _bind(db, contest)
    contest.started_at = contest.frozen_at = now
    contest.frozen_hash, contest.scoring_version = digest.hex, VERSION


async def _freeze_entries(db: UnitOfWork, contest: Contest, now: datetime) -> None:
    await db.execute(_NUMBER, {"contest": contest.id})
    for after in range(0, await admitted(db, contest), _CHUNK):
        chunk = {"contest": contest.id, "now": now, "after": after, "up_to": after + _CHUNK}
        for statement in (_FREEZE, _SCORES, _FOLLOW):
            await db.execute(statement, chunk)


async def _population(db: UnitOfWork, contest: Contest) -> AsyncIterator[Any]:
    """What is hashed of the entries that were frozen, in the order of their ids."""
    names = ("id", "livestock_id", "owner_id", "registered_at", "blind_number", "particulars")
    query = select(*(getattr(Entry, name) for name in names)).order_by(Entry.id).limit(_CHUNK)
    query = query.where(Entry.contest_id == contest.id, Entry.frozen_at.is_not(None))
    chunk = (await db.execute(query)).all()
    while chunk:
        for entry in chunk:
            yield entry
        chunk = (await db.execute(query.where(Entry.id > chunk[-1].id))).all()


async def _bind(db: UnitOfWork, contest: Contest) -> None:
    """Takes the fees, and keeps the animals from being sold."""
    async for entry in queries.each(db, contest.id, Entry.frozen_at.is_not(None)):
        fees.capture(db, entry)
        entries.block(db, contest, entry)


def frozen_terms(contest: Contest) -> dict[str, Any]:
    """The terms of a contest as they are hashed."""
    names = ("version", "type", "rules", "rules_text", "prizes", "entry_fee", "fee_currency", "appeal_days")
    times = ("started_at", "ends_at", "judging_ends_at", "reveal_ends_at")
    told: dict[str, Any] = {name: getattr(contest, name) for name in names}
    told |= {name: at and at.isoformat() for name in times for at in [getattr(contest, name)]}
    return told | {"contest_id": str(contest.id), "scoring_version": contest.scoring_version}


def frozen_entry(entry: Any) -> dict[str, Any]:
    """An entry, or a row with its columns, as it is hashed and published: it tells of no person and no animal."""
    return {
        "entry_id": str(entry.id),
        "binding": binding(entry.id, entry.livestock_id, entry.owner_id),
        "registered_at": entry.registered_at.isoformat(),
        "blind_number": entry.blind_number,
        "particulars": entry.particulars,
    }


def binding(entry_id: UUID, livestock_id: UUID, owner_id: UUID) -> str:
    """Binds an entry to its animal and owner: who knows their ids can tell that it is theirs, and nobody else."""
    return sha256(f"{entry_id}\n{livestock_id}\n{owner_id}".encode()).hexdigest()
