"""What reports may ask for: data sets with their measures and dimensions, each with the SQL that it stands for.

Nothing else of a client's query becomes SQL: names are looked up here, and values are parameters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["text", "date", "integer", "decimal", "money", "id"]
"""What a column of a report holds. `money` is in minor units of the currency of its row."""

DatasetName = Literal["money", "sales", "weights", "meals", "health", "deaths"]

DimensionName = Literal[
    "day", "week", "month", "quarter", "year", "type", "breed", "farm", "animal", "kind", "side", "currency"
]
MeasureName = Literal[
    "amount",
    "movements",
    "sales",
    "price",
    "fees",
    "weighings",
    "average_kg",
    "lightest_kg",
    "heaviest_kg",
    "meals",
    "missed_meals",
    "refused_meals",
    "fed_kg",
    "treatments",
    "animals",
    "deaths",
]

TIMES: Mapping[str, str] = {
    "day": "toDate(at, {zone:String})",
    "week": "toMonday(at, {zone:String})",
    "month": "toStartOfMonth(at, {zone:String})",
    "quarter": "toStartOfQuarter(at, {zone:String})",
    "year": "toStartOfYear(at, {zone:String})",
}
"""Dimensions of time, each by the first day of what it is, in the report's time zone."""


@dataclass(frozen=True)
class Column:
    """A measure or dimension: the SQL that it stands for, and what it holds."""

    sql: str
    kind: Kind


@dataclass(frozen=True)
class Dataset:
    """Facts that reports are made of. `sql` selects `at`, `livestock_id` and the `columns` that the rest names.

    With `follows_owner` the owner is whoever had the animal at the time; otherwise each row has one of its own, and
    where all owners are counted together, only rows that are `once` count.
    """

    sql: str
    columns: tuple[str, ...]
    measures: Mapping[str, Column]
    dimensions: Mapping[str, Column]
    follows_owner: bool = True
    once: str = "owner <> {nil:UUID}"

    @property
    def has_money(self) -> bool:
        return "currency" in self.dimensions


_ANIMAL: Mapping[str, Column] = {
    **{name: Column(sql, "date") for name, sql in TIMES.items()},
    "type": Column("type_name", "text"),
    "breed": Column("breed_name", "text"),
    "farm": Column("farm_id", "id"),
    "animal": Column("livestock_id", "id"),
}
_KIND = {"kind": Column("toString(kind)", "text")}
_CURRENCY = {"currency": Column("toString(currency)", "text")}
_TIME = "at >= {since:DateTime64(6, 'UTC')} AND at < {until:DateTime64(6, 'UTC')}"
_NIL = "toUUID('00000000-0000-0000-0000-000000000000')"

DATASETS: Mapping[DatasetName, Dataset] = {
    "money": Dataset(
        f"SELECT at, livestock_id, owner, kind, amount_minor, currency FROM lines FINAL WHERE {_TIME}",
        ("owner", "kind", "amount_minor", "currency"),
        {"amount": Column("sum(amount_minor)", "money"), "movements": Column("count()", "integer")},
        {**_ANIMAL, **_KIND, **_CURRENCY},
        follows_owner=False,
    ),
    "sales": Dataset(
        f"""
        SELECT at, livestock_id, party.1 AS owner, party.2 AS side, price_minor, fee_minor, currency FROM orders FINAL
        ARRAY JOIN [(buyer, 'bought'), (seller, 'sold')] AS party
        WHERE state = 'fulfilled' AND {_TIME}
        """,
        ("owner", "side", "price_minor", "fee_minor", "currency"),
        {
            "sales": Column("count()", "integer"),
            "price": Column("sum(price_minor)", "money"),
            "fees": Column("sumIf(fee_minor, side = 'sold')", "money"),
        },
        {**_ANIMAL, **_CURRENCY, "side": Column("side", "text")},
        follows_owner=False,
        once="side = 'sold'",
    ),
    "weights": Dataset(
        f"""
        SELECT at, livestock_id, weight_kg FROM weights FINAL
        WHERE is_measured = 1 AND {_TIME}
            AND weighing_id NOT IN (SELECT supersedes_id FROM weights FINAL WHERE supersedes_id <> {_NIL})
        """,
        ("weight_kg",),
        {
            "weighings": Column("count()", "integer"),
            "average_kg": Column("toDecimal64(avgOrNull(weight_kg), 3)", "decimal"),
            "lightest_kg": Column("minOrNull(weight_kg)", "decimal"),
            "heaviest_kg": Column("maxOrNull(weight_kg)", "decimal"),
            "animals": Column("uniqExact(livestock_id)", "integer"),
        },
        _ANIMAL,
    ),
    "meals": Dataset(
        f"""
        SELECT at, livestock_id, outcome AS kind, kg FROM meals FINAL
        WHERE {_TIME} AND feeding_id NOT IN (SELECT replaces_id FROM meals FINAL WHERE replaces_id <> {_NIL})
            AND (outcome <> 'missed' OR meal_id NOT IN (SELECT meal_id FROM meals FINAL WHERE outcome <> 'missed'))
        """,
        ("kind", "kg"),
        {
            "meals": Column("countIf(kind IN ('fed', 'partly'))", "integer"),
            "missed_meals": Column("countIf(kind = 'missed')", "integer"),
            "refused_meals": Column("countIf(kind = 'refused')", "integer"),
            "fed_kg": Column("sum(kg)", "decimal"),
            "animals": Column("uniqExact(livestock_id)", "integer"),
        },
        {**_ANIMAL, **_KIND},
    ),
    "health": Dataset(
        f"SELECT at, livestock_id, kind FROM health FINAL WHERE {_TIME}",
        ("kind",),
        {
            "treatments": Column("count()", "integer"),
            "animals": Column("uniqExact(livestock_id)", "integer"),
        },
        {**_ANIMAL, **_KIND},
    ),
    "deaths": Dataset(
        f"""
        SELECT at, livestock_id FROM deaths FINAL WHERE state = 'died' AND {_TIME}
            AND death_id NOT IN (SELECT death_id FROM deaths FINAL WHERE state = 'reinstated')
        """,
        (),
        {"deaths": Column("uniqExact(livestock_id)", "integer")},
        _ANIMAL,
    ),
}

FILTERED: frozenset[str] = frozenset({"type", "breed", "farm", "animal", "kind", "side", "currency"})
"""The dimensions by which rows may be chosen; the time has bounds of its own."""

assert {name for each in DATASETS.values() for name in each.measures} == set(get_args(MeasureName))
assert {name for each in DATASETS.values() for name in each.dimensions} == set(get_args(DimensionName))
