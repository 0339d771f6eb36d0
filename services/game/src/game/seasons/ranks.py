"""Ranks among a million players, without counting a million.

A rank is one more than how many listed players have won more. Marks say how many that is at about every thousandth
place; only those between the next mark and the player are counted. Marks of a running season are some minutes old, so a
rank is exact but for what has moved across its mark since then; those of a closed season are exact: they follow players
who are shown or hidden later.
"""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import func, select, text

from amigok_chassis.unit_of_work import UnitOfWork
from game.seasons.models import SeasonMark, SeasonScore

_FORGET = text("DELETE FROM season_marks WHERE season_id = :season")

_MARK = text("""
INSERT INTO season_marks (season_id, xp, upto)
SELECT CAST(:season AS uuid), xp, upto FROM (
    SELECT xp, count(*) AS here, sum(count(*)) OVER (ORDER BY xp DESC) AS upto
    FROM season_scores WHERE season_id = CAST(:season AS uuid) AND listed GROUP BY xp
) AS places
WHERE div(upto, 1000) > div(upto - here, 1000)
""")


_SHIFT = text("""
WITH passed AS (
    SELECT mark.season_id, mark.xp
    FROM unnest(CAST(:seasons AS uuid[]), CAST(:xp AS bigint[])) AS score (season_id, xp)
    JOIN seasons AS season ON season.id = score.season_id AND season.closed_at IS NOT NULL
    JOIN season_marks AS mark ON mark.season_id = season.id AND mark.xp <= score.xp
    ORDER BY mark.season_id, mark.xp FOR UPDATE OF mark
)
UPDATE season_marks AS mark SET upto = mark.upto + :by
FROM passed WHERE mark.season_id = passed.season_id AND mark.xp = passed.xp
""")


async def mark(db: UnitOfWork, season_id: UUID) -> None:
    """Sets the marks of a season anew."""
    await db.execute(_FORGET, {"season": season_id})
    await db.execute(_MARK, {"season": season_id})


async def shift(db: UnitOfWork, scores: Mapping[UUID, int], *, by: int) -> None:
    """Moves the marks of closed seasons, as so many players more or less are shown who have won so much in each."""
    await db.execute(_SHIFT, {"seasons": list(scores), "xp": list(scores.values()), "by": by})


async def rank(db: UnitOfWork, season_id: UUID, xp: int) -> int:
    """Returns the rank of who has won so much in a season. Equals share a rank."""
    above = select(SeasonMark.xp, SeasonMark.upto).where(SeasonMark.season_id == season_id, SeasonMark.xp > xp)
    mark = (await db.execute(above.order_by(SeasonMark.xp).limit(1))).first()
    ahead = select(func.count()).select_from(SeasonScore)
    ahead = ahead.where(SeasonScore.season_id == season_id, SeasonScore.listed, SeasonScore.xp > xp)
    if mark is not None:
        ahead = ahead.where(SeasonScore.xp < mark.xp)
    return 1 + (mark.upto if mark else 0) + (await db.scalar(ahead) or 0)
