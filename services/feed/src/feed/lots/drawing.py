"""Draws what was fed from stock: of each ingredient first what expires first.

A meal is drawn from lots that were there when it was fed: delivered by then, not expired on that day, not recalled by
then. What no such lot holds becomes a difference. All of it is one statement for all meals of a stretch of time in
which the same lots were there.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import or_, select, text, tuple_
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from feed.lots import recalls
from feed.lots.models import Lot, Stock

Key = tuple[UUID, str]
"""A farm and an ingredient."""


@dataclass(frozen=True, slots=True)
class Need:
    """An ingredient of one feeding, in kg above zero. `day` is the day of the feeding on that farm."""

    log_id: UUID
    livestock_id: UUID
    farm_id: UUID
    ingredient: str
    kg: Decimal
    fed_at: datetime
    day: date


_DRAW = text(
    """
WITH need AS MATERIALIZED (
    SELECT *, sum(kg) OVER (PARTITION BY farm_id, ingredient ORDER BY place) AS upto
    FROM unnest(
        CAST(:logs AS uuid[]), CAST(:animals AS uuid[]), CAST(:farms AS uuid[]), CAST(:ingredients AS text[]),
        CAST(:kgs AS numeric[]), CAST(:times AS timestamptz[])
    ) WITH ORDINALITY AS need (log_id, livestock_id, farm_id, ingredient, kg, fed_at, place)
), lot AS MATERIALIZED (
    SELECT id, farm_id, ingredient, left_kg, recalled_at,
        sum(left_kg) OVER (PARTITION BY farm_id, ingredient ORDER BY expires_on, id) AS upto
    FROM feed_lots
    WHERE (farm_id, ingredient) IN (SELECT farm_id, ingredient FROM need) AND left_kg > 0
        AND delivered_at <= :at AND expires_on >= :day AND (recalled_at IS NULL OR recalled_at > :at)
), part AS MATERIALIZED (
    SELECT need.*, lot.id AS lot_id, lot.recalled_at,
        least(need.upto, lot.upto) - greatest(need.upto - need.kg, lot.upto - lot.left_kg) AS part_kg
    FROM need JOIN lot USING (farm_id, ingredient)
    WHERE lot.upto - lot.left_kg < need.upto AND need.upto - need.kg < lot.upto
), short AS MATERIALIZED (
    SELECT need.log_id, need.livestock_id, farm_id, ingredient, need.fed_at,
        least(need.kg, need.upto - coalesce(held.kg, 0)) AS kg
    FROM need LEFT JOIN (SELECT farm_id, ingredient, max(upto) AS kg FROM lot GROUP BY 1, 2) AS held
        USING (farm_id, ingredient)
    WHERE need.upto > coalesce(held.kg, 0)
), taken AS (
    UPDATE feed_lots SET left_kg = left_kg - gone.kg
    FROM (SELECT lot_id, sum(part_kg) AS kg FROM part GROUP BY lot_id) AS gone WHERE id = gone.lot_id
), difference AS (
    INSERT INTO stock_differences (id, farm_id, ingredient, kg, first_fed_at, last_fed_at)
    SELECT fresh.id, farm_id, ingredient, sum(kg), min(fed_at), max(fed_at)
    FROM short JOIN unnest(CAST(:fresh_farms AS uuid[]), CAST(:fresh_ingredients AS text[]), CAST(:fresh_ids AS uuid[]))
        AS fresh (farm_id, ingredient, id) USING (farm_id, ingredient)
    GROUP BY 1, 2, 3
    ON CONFLICT (farm_id, ingredient) WHERE explained_at IS NULL DO UPDATE SET
        kg = stock_differences.kg + excluded.kg,
        first_fed_at = least(stock_differences.first_fed_at, excluded.first_fed_at),
        last_fed_at = greatest(stock_differences.last_fed_at, excluded.last_fed_at)
    RETURNING id, farm_id, ingredient
), drawn AS (
    INSERT INTO draws (log_id, livestock_id, ingredient, kg, fed_at, lot_id, difference_id)
    SELECT log_id, livestock_id, ingredient, part_kg, fed_at, lot_id, NULL FROM part
    UNION ALL
    SELECT log_id, livestock_id, ingredient, kg, fed_at, NULL, difference.id
    FROM short JOIN difference USING (farm_id, ingredient)
), used AS (
    INSERT INTO feed_usages (farm_id, ingredient, day, kg)
    SELECT farm_id, ingredient, :day, sum(kg) FROM need GROUP BY 1, 2
    ON CONFLICT (farm_id, ingredient, day) DO UPDATE SET kg = feed_usages.kg + excluded.kg
)
SELECT DISTINCT lot_id, livestock_id FROM part WHERE recalled_at IS NOT NULL
"""
)


async def draw(db: UnitOfWork, needs: Sequence[Need]) -> None:
    """Draws all of this. Call it once for each feeding, last in the transaction: it locks the stocks of the farm.

    Who ate of a lot that was recalled meanwhile is published with that lot.
    """
    keys = {(need.farm_id, need.ingredient) for need in needs}
    await lock(db, keys)
    for together in await _stretches(db, keys, needs):
        ate: dict[UUID, list[UUID]] = defaultdict(list)
        for row in await db.execute(_DRAW, _columns(together)):
            ate[row.lot_id].append(row.livestock_id)
        for lot_id, animals in ate.items():
            await recalls.publish(db, await db.get_one(Lot, lot_id, populate_existing=True), animals)


async def lock(db: UnitOfWork, keys: Collection[Key]) -> None:
    """Locks these stocks, in one order. Those that are not known yet get their row first."""
    if not keys:
        return
    rows = [{"farm_id": farm_id, "ingredient": ingredient} for farm_id, ingredient in sorted(keys)]
    await db.execute(insert(Stock).on_conflict_do_nothing(), rows)
    wanted = tuple_(Stock.farm_id, Stock.ingredient).in_(sorted(keys))
    await db.execute(select(Stock.id).where(wanted).order_by(Stock.farm_id, Stock.ingredient).with_for_update())


async def _stretches(db: UnitOfWork, keys: Collection[Key], needs: Sequence[Need]) -> Iterable[list[Need]]:
    """The needs, earliest first, apart where between two of them a day ends, a lot comes or one is recalled."""
    if not needs:
        return []
    begin, end = min(need.fed_at for need in needs), max(need.fed_at for need in needs)
    changes = or_(Lot.delivered_at.between(begin, end), Lot.recalled_at.between(begin, end))
    lots = select(Lot.delivered_at, Lot.recalled_at).where(tuple_(Lot.farm_id, Lot.ingredient).in_(keys), changes)
    cuts = sorted(at for lot in (await db.execute(lots)).all() for at in lot if at is not None)
    stretches: dict[tuple[date, int], list[Need]] = defaultdict(list)
    for need in sorted(needs, key=lambda need: need.fed_at):
        stretches[need.day, bisect_right(cuts, need.fed_at)].append(need)
    return stretches.values()


def _columns(needs: Sequence[Need]) -> dict[str, object]:
    keys = sorted({(need.farm_id, need.ingredient) for need in needs})
    return {
        "fresh_farms": [farm_id for farm_id, _ in keys],
        "fresh_ingredients": [ingredient for _, ingredient in keys],
        "fresh_ids": [new_id() for _ in keys],
        "logs": [need.log_id for need in needs],
        "animals": [need.livestock_id for need in needs],
        "farms": [need.farm_id for need in needs],
        "ingredients": [need.ingredient for need in needs],
        "kgs": [need.kg for need in needs],
        "times": [need.fed_at for need in needs],
        "at": needs[0].fed_at,
        "day": needs[0].day,
    }
