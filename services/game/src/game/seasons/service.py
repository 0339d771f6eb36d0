"""Use cases of seasons: experience that is won, players who are shown, and the end of a season."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_pilot import SeasonClosed
from game.seasons import calendar, ranks
from game.seasons.models import Season, SeasonScore

REST = timedelta(minutes=10)
"""So long after its end a season is closed: no transaction that counts in it lasts so long."""

_ADD = text("""
INSERT INTO season_scores (season_id, player_id, xp, listed)
SELECT season.id, won.player_id, won.xp, player.visibility = 'everyone' AND player.deleted_at IS NULL
FROM unnest(CAST(:players AS uuid[]), CAST(:xp AS bigint[])) AS won (player_id, xp)
JOIN players AS player ON player.user_id = won.player_id
CROSS JOIN unnest(CAST(:seasons AS uuid[])) AS season (id)
ORDER BY season.id, won.player_id
ON CONFLICT (season_id, player_id) DO UPDATE SET xp = season_scores.xp + excluded.xp
""")


async def add(db: UnitOfWork, won: Mapping[UUID, int]) -> None:
    """Adds experience that players have won just now. The players' rows are locked."""
    spans = await _begun(db, clock.now())
    seasons = [span.id for span in spans]
    await db.execute(_ADD, {"players": list(won), "xp": list(won.values()), "seasons": seasons})


async def show(db: UnitOfWork, player_id: UUID, *, listed: bool) -> None:
    """Shows a player on the boards of all, or no more, past seasons too. No season is closed meanwhile."""
    running = select(Season.id).where(Season.closed_at.is_(None)).order_by(Season.id)
    await db.execute(running.with_for_update(read=True))
    theirs = update(SeasonScore).where(SeasonScore.player_id == player_id, SeasonScore.listed != listed)
    moved = theirs.values(listed=listed).returning(SeasonScore.season_id, SeasonScore.xp)
    rows = (await db.execute(moved.execution_options(synchronize_session=False))).all()
    await ranks.shift(db, {row.season_id: row.xp for row in rows}, by=1 if listed else -1)


async def close(db: UnitOfWork) -> None:
    """Closes the seasons that are over. What was won in them never changes again."""
    now = clock.now()
    over = select(Season).where(Season.ends_at <= now - REST, Season.closed_at.is_(None))
    for season in await db.scalars(over.order_by(Season.ends_at).with_for_update(skip_locked=True)):
        await ranks.mark(db, season.id)
        players = select(func.count()).select_from(SeasonScore).where(SeasonScore.season_id == season.id)
        season.players, season.closed_at = await db.scalar(players), now
        emit(db, _closed(season))


async def _begun(db: UnitOfWork, at: datetime) -> tuple[calendar.Span, ...]:
    """Returns the seasons of a moment, which have their rows now."""
    spans = calendar.at(at)
    rows = [{"id": each.id, "kind": each.kind, "starts_at": each.starts_at, "ends_at": each.ends_at} for each in spans]
    await db.execute(insert(Season).values(rows).on_conflict_do_nothing())
    return spans


def _closed(season: Season) -> SeasonClosed:
    return SeasonClosed(
        season_id=season.id,
        kind=season.kind,
        starts_at=season.starts_at,
        ends_at=season.ends_at,
        players=season.players,
    )
