"""Makes the tasks of a day, for many players in few statements, when their day begins.

Tasks are made for all animals that a player owns then: what the owner wants with an animal, profit or play, is nothing
that the platform knows. A day that is over when its turn comes, as after an outage, is left out, and breaks no streak.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select, text

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Animal
from game.players import days
from game.players.days import Day
from game.players.models import Player
from game.tasks import settling
from game.tasks.evidence import OWNER_THEN

BATCH = 500
"""So many players in one transaction, at most."""

AT_ONCE = 10_000
"""Of so many animals at most, unless the first player alone has more."""

PLAYED = 200
"""So many animals of a player have tasks: those that were registered first."""

REWARDED = 20
"""Tasks of so many animals of a player give something; those of further animals are only to be done."""

_DAYS = """
WITH days AS (
    SELECT * FROM unnest(
        CAST(:players AS uuid[]), CAST(:days AS date[]), CAST(:begins AS timestamptz[]), CAST(:ends AS timestamptz[])
    ) AS day (player_id, local_day, starts_at, ends_at)
)
"""

_MAKE = text(
    _DAYS
    + f"""
, ready AS (
    SELECT days.*, coalesce(boost.percent, 0) AS percent
    FROM days
    LEFT JOIN user_standings AS standing ON standing.user_id = days.player_id
    LEFT JOIN LATERAL (
        SELECT max(percent) AS percent FROM purchases
        WHERE purchases.player_id = days.player_id AND days.local_day BETWEEN first_day AND last_day
    ) AS boost ON true
    WHERE coalesce(standing.status, 'active') = 'active'
), herd AS (
    SELECT ready.*, animal.id AS livestock_id,
        row_number() OVER (PARTITION BY ready.player_id ORDER BY animal.id) AS place
    FROM ready JOIN animals AS animal ON animal.owner_id = ready.player_id AND animal.gone IS NULL
), made AS (
    INSERT INTO tasks (player_id, livestock_id, kind, local_day, starts_at, ends_at, by_hand, xp, coins)
    SELECT herd.player_id, herd.livestock_id, rule.kind, herd.local_day, herd.starts_at, herd.ends_at, rule.by_hand,
        CASE WHEN herd.place <= {REWARDED} THEN rule.xp * (100 + herd.percent) / 100 ELSE 0 END,
        CASE WHEN herd.place <= {REWARDED} THEN rule.coins ELSE 0 END
    FROM herd CROSS JOIN task_rules AS rule WHERE herd.place <= {PLAYED} AND rule.is_active AND rule.is_daily
    ORDER BY herd.livestock_id, rule.kind
    ON CONFLICT (livestock_id, kind, local_day) DO NOTHING
    RETURNING player_id
)
UPDATE players SET local_day = days.local_day, day_starts_at = days.starts_at, day_ends_at = days.ends_at,
    next_day_at = days.ends_at, day_number = day_number + CASE WHEN busy.player_id IS NULL THEN 0 ELSE 1 END
FROM days LEFT JOIN (SELECT DISTINCT player_id FROM made) AS busy ON busy.player_id = days.player_id
WHERE players.user_id = days.player_id
"""
)

_WAIT = text("""
UPDATE players SET next_day_at = wait.until
FROM unnest(CAST(:players AS uuid[]), CAST(:untils AS timestamptz[])) AS wait (player_id, until)
WHERE players.user_id = wait.player_id
""")

_NEEDS = text(
    _DAYS
    + f"""
, herd AS (
    SELECT days.*, animal.id AS livestock_id,
        row_number() OVER (PARTITION BY days.player_id ORDER BY animal.id) <= {REWARDED} AS rewarded
    FROM days JOIN animals AS animal ON animal.owner_id = days.player_id AND animal.gone IS NULL
)
SELECT need.request_id, need.livestock_id, need.due_on, herd.player_id, herd.starts_at, herd.rewarded
FROM herd
JOIN care_needs AS need ON need.livestock_id = herd.livestock_id AND NOT need.ended AND need.due_on >= herd.local_day
LEFT JOIN user_standings AS standing ON standing.user_id = herd.player_id
WHERE coalesce(standing.status, 'active') = 'active'
"""
)

_MEET = text("""
INSERT INTO tasks (player_id, livestock_id, kind, local_day, starts_at, ends_at, by_hand, xp, coins, request_id)
SELECT need.player_id, need.livestock_id, rule.kind, need.due_on, need.starts_at, need.ends_at, rule.by_hand,
    CASE WHEN need.rewarded THEN rule.xp ELSE 0 END, CASE WHEN need.rewarded THEN rule.coins ELSE 0 END, need.request_id
FROM unnest(
    CAST(:players AS uuid[]), CAST(:animals AS uuid[]), CAST(:days AS date[]), CAST(:begins AS timestamptz[]),
    CAST(:ends AS timestamptz[]), CAST(:requests AS uuid[]), CAST(:rewarded AS boolean[])
) AS need (player_id, livestock_id, due_on, starts_at, ends_at, request_id, rewarded)
JOIN task_rules AS rule ON rule.kind = 'vaccination' AND rule.is_active
WHERE NOT EXISTS (
    SELECT FROM tasks AS known WHERE known.livestock_id = need.livestock_id AND known.kind = rule.kind
        AND known.request_id = need.request_id AND (known.done_at IS NOT NULL OR known.ends_at > need.starts_at)
)
ORDER BY need.livestock_id, need.due_on
ON CONFLICT (livestock_id, kind, local_day) DO NOTHING
""")

_EARLY = text(
    _DAYS
    + f"""
, fits AS (
    SELECT DISTINCT ON (task.id) task.id, told.at, told.kind, told.evidence_id
    FROM days
    JOIN animals AS animal ON animal.owner_id = days.player_id
    JOIN early_evidence AS told ON told.livestock_id = animal.id
    JOIN {OWNER_THEN} ON owner.owner_id = days.player_id
    JOIN task_rules AS rule ON told.kind = ANY(rule.evidence)
    JOIN tasks AS task ON task.livestock_id = told.livestock_id AND task.kind = rule.kind
        AND task.player_id = days.player_id AND task.local_day >= days.local_day
        AND task.starts_at <= told.at AND told.at < task.ends_at AND task.done_at IS NULL
        AND (task.request_id = told.evidence_id OR task.request_id IS NULL OR told.kind <> 'vaccination')
    ORDER BY task.id, told.at
)
UPDATE tasks SET done_at = fits.at, done_by = fits.kind, evidence_id = fits.evidence_id
FROM fits WHERE tasks.id = fits.id
"""
    + settling.RETURNING
)


@dataclass(frozen=True)
class Turn:
    """A player whose day begins."""

    player_id: UUID
    time_zone: str
    day: Day


async def make_some(db: UnitOfWork) -> int:
    """Makes the tasks of some players whose day begins. Returns how many players were looked at; 0: it is all done."""
    now = clock.now()
    players = await _due(db, now)
    turns = [turn for player in players if (turn := _turn(player, now)) is not None]
    begun = {turn.player_id for turn in turns}
    await _wait(db, [player for player in players if player.user_id not in begun], now)
    await make(db, turns)
    return len(players)


async def _due(db: UnitOfWork, now: datetime) -> list[Any]:
    """Locks players whose day begins, the longest waiting first, as many as have so many animals."""
    names = ("user_id", "time_zone", "local_day", "day_starts_at", "day_ends_at")
    owned = select(Animal.id).where(Animal.owner_id == Player.user_id, Animal.gone.is_(None)).limit(PLAYED)
    herd = select(func.count()).select_from(owned.correlate(Player).subquery()).scalar_subquery()
    due = select(*(getattr(Player, name) for name in names), herd.label("herd")).where(Player.next_day_at <= now)
    due = due.order_by(Player.next_day_at).limit(BATCH)
    found = (await db.execute(due.with_for_update(skip_locked=True, key_share=True, of=Player))).all()
    before = accumulate((player.herd for player in found), initial=0)
    return [player for player, animals in zip(found, before, strict=False) if animals < AT_ONCE]


async def make(db: UnitOfWork, turns: Sequence[Turn]) -> None:
    """Begins the days of players whose rows are locked, and makes their tasks. What is there already stays."""
    if not turns:
        return
    ordered = sorted(turns, key=lambda turn: turn.player_id)
    arguments = {
        "players": [turn.player_id for turn in ordered],
        "days": [turn.day.local_day for turn in ordered],
        "begins": [turn.day.starts_at for turn in ordered],
        "ends": [turn.day.ends_at for turn in ordered],
    }
    await db.execute(_MAKE, arguments)
    await _meet(db, (await db.execute(_NEEDS, arguments)).all(), {turn.player_id: turn.time_zone for turn in turns})
    await settling.settle(db, (await db.execute(_EARLY, arguments)).all())


def _turn(player: Row[Any], now: datetime) -> Turn | None:
    day = days.following(_last(player), now, player.time_zone)
    return None if day is None else Turn(player.user_id, player.time_zone, day)


def _last(player: Row[Any]) -> Day:
    return Day(player.local_day, player.day_starts_at, player.day_ends_at)


async def _wait(db: UnitOfWork, players: Sequence[Row[Any]], now: datetime) -> None:
    """Looks later at those whose next day has not begun: they have changed their time zone."""
    if players:
        untils = [days.wait(_last(player), now, player.time_zone) for player in players]
        await db.execute(_WAIT, {"players": [player.user_id for player in players], "untils": untils})


async def _meet(db: UnitOfWork, needs: Sequence[Row[Any]], zones: dict[UUID, str]) -> None:
    """Makes the tasks of vaccinations that are due: each lasts until the end of the day on which it is due.

    One that is put off has no other task before that time is over, so that it is rewarded once.
    """
    if needs:
        ends = [days.midnight(need.due_on + timedelta(days=1), zones[need.player_id]) for need in needs]
        arguments = {
            "players": [need.player_id for need in needs],
            "animals": [need.livestock_id for need in needs],
            "days": [need.due_on for need in needs],
            "begins": [need.starts_at for need in needs],
            "ends": ends,
            "requests": [need.request_id for need in needs],
            "rewarded": [need.rewarded for need in needs],
        }
        await db.execute(_MEET, arguments)
