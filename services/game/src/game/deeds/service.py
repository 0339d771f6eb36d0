"""Counts deeds. Whoever calls holds the locks on the players' rows, and has seen that it is for the first time."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.due import announce
from amigok_chassis.unit_of_work import UnitOfWork
from game.deeds.models import Evaluation

Key = tuple[UUID, date, str]
"""A player, a day of theirs, and what was done."""

_ADD = text("""
INSERT INTO deeds (player_id, local_day, kind, count)
SELECT * FROM unnest(CAST(:players AS uuid[]), CAST(:days AS date[]), CAST(:kinds AS text[]), CAST(:counts AS int[]))
ON CONFLICT (player_id, local_day, kind) DO UPDATE SET count = deeds.count + excluded.count
""")

_NOTE = text("""
INSERT INTO evaluations (player_id, attempts, due_at) SELECT id, 0, :now FROM unnest(CAST(:players AS uuid[])) AS id
ON CONFLICT (player_id) DO UPDATE SET attempts = 0, due_at = excluded.due_at
""")


async def add(db: UnitOfWork, counts: Mapping[Key, int]) -> None:
    """Adds to what players have done, in one round trip."""
    if counts:
        players, days, kinds = (list(column) for column in zip(*counts, strict=True))
        await db.execute(_ADD, {"players": players, "days": days, "kinds": kinds, "counts": list(counts.values())})


async def evaluate(db: UnitOfWork, player_ids: Collection[UUID]) -> None:
    """Has the achievements and challenges of players looked at soon."""
    await db.execute(_NOTE, {"players": sorted(player_ids), "now": clock.now()})
    announce(db, Evaluation)
