"""From what a report asks for to one statement of SQL with parameters. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from analytics.custom_reports.asking import Filter, ReportQuery
from analytics.custom_reports.catalogue import Column, Kind
from analytics.scopes.service import NIL, Scope

TYPES: Mapping[str, str] = {"farm": "UUID", "animal": "UUID"}
"""The types of the values of filters; others are text."""


@dataclass(frozen=True)
class Compiled:
    """A statement with its parameters, and what its columns are called and hold."""

    sql: str
    params: Mapping[str, object]
    columns: Sequence[tuple[str, Kind]]


def compiled(query: ReportQuery, scope: Scope, *, since: datetime, until: datetime, most: int) -> Compiled:
    """The statement for a report of the rows that a scope admits: at most `most` rows, by its dimensions."""
    dimensions: dict[str, Column] = {name: query.of.dimensions[name] for name in _dimensions(query)}
    columns = dimensions | {name: query.of.measures[name] for name in query.measures}
    selected = ", ".join(f"{column.sql} AS c{place}" for place, column in enumerate(columns.values()))
    grouped = ", ".join(f"c{place}" for place in range(len(dimensions)))
    conditions = [_restriction(query, scope), *(_condition(query, *each) for each in enumerate(query.filters))]
    sql = f"""
        SELECT {selected} FROM ({_rows(query)})
        WHERE {" AND ".join(conditions)}
        {f"GROUP BY {grouped} ORDER BY {grouped}" if grouped else ""}
        LIMIT {{most:UInt64}}
    """
    bounds = {"since": since, "until": until, "zone": query.time_zone, "most": most, "nil": NIL}
    values = {f"f{place}": each.values for place, each in enumerate(query.filters)}
    return Compiled(sql, {**scope.params, **bounds, **values}, [(name, each.kind) for name, each in columns.items()])


def _dimensions(query: ReportQuery) -> list[str]:
    """Those that are asked for, and the currency where money is added up."""
    measures = [query.of.measures[name] for name in query.measures]
    adds_money = any(column.kind == "money" for column in measures)
    forgotten = adds_money and "currency" not in query.dimensions
    return [*query.dimensions, *(["currency"] if forgotten else [])]


def _rows(query: ReportQuery) -> str:
    """Each row of the data set with what its animal was, and where and whose it was at the time."""
    own = [f"f.{name} AS {name}" for name in ("at", "livestock_id", *query.of.columns)]
    owner = ["o.owner AS owner"] if query.of.follows_owner else []
    owners = """
        ASOF LEFT JOIN (SELECT livestock_id, at, owner FROM ownerships FINAL) AS o
            ON o.livestock_id = f.livestock_id AND f.at >= o.at
    """
    return f"""
        SELECT {", ".join([*own, *owner])}, p.farm_id AS farm_id, a.type_name AS type_name, a.breed_name AS breed_name
        FROM ({query.of.sql}) AS f
        {owners if query.of.follows_owner else ""}
        ASOF LEFT JOIN (SELECT livestock_id, at, farm_id FROM placements FINAL) AS p
            ON p.livestock_id = f.livestock_id AND f.at >= p.at
        LEFT JOIN (SELECT livestock_id, type_name, breed_name FROM animals FINAL) AS a
            ON a.livestock_id = f.livestock_id
    """


def _restriction(query: ReportQuery, scope: Scope) -> str:
    """Which rows somebody may see. A farm's are those of the time at which the animal lived there."""
    named = "livestock_id IN {animals:Array(UUID)}" if "animals" in scope.params else "true"
    if scope.whose == "farm":
        return f"farm_id = {{farm:UUID}} AND {query.of.once} AND {named}"
    if scope.whose == "platform" and query.of.follows_owner:
        return named
    return f"{scope.owners} AND {named}"


def _condition(query: ReportQuery, place: int, each: Filter) -> str:
    column = query.of.dimensions[each.dimension]
    listed = f"{{f{place}:Array({TYPES.get(each.dimension, 'String')})}}"
    return f"{column.sql} {'NOT IN' if each.is_not else 'IN'} {listed}"
