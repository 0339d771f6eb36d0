"""The leaderboard of a contest whose result is announced: it shows just that result."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from game.bundles.chain import Json, Record
from game.contests.models import Contest
from game.entries.models import Entry
from game.entries.queries import population
from game.leaderboards.models import ScoreRow
from game.scoring.ranks import place

_AT_ONCE = 1_000


async def show(db: UnitOfWork, contest: Contest, records: Sequence[Record]) -> None:
    """Keeps the scores of a result as those of the contest. Entries that are not ranked leave the leaderboard."""
    entries = {entry.blind_number: entry for entry in await population(db, contest.id)}
    rows = [_row(entries[each.data["entry"]], each.data) for each in records if each.kind == "score"]
    await db.execute(delete(ScoreRow).where(ScoreRow.contest_id == contest.id))
    for first in range(0, len(rows), _AT_ONCE):
        await db.execute(insert(ScoreRow), rows[first : first + _AT_ONCE])


def _row(entry: Entry, said: Json) -> dict[str, Any]:
    value = None if said["value"] is None else Decimal(said["value"])
    return {
        "entry_id": entry.id,
        "contest_id": entry.contest_id,
        "value": value,
        "place": place(value, registered_at=entry.registered_at, entry_id=entry.id),
        "parts": said["parts"],
        "computed_at": clock.now(),
    }
