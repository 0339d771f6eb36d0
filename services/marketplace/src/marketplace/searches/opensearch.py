"""Finds listings in OpenSearch or Elasticsearch. What a search asks is what `memory` asks of its columns."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from amigok_chassis.db import Database
from marketplace.searches import ranges
from marketplace.searches.asking import EXAMINED_FOR, Answer, Asked
from marketplace.searches.columns import EPOCH
from marketplace.searches.engine import Engine, Json
from marketplace.searches.likeness import CLOSE, POINTS
from marketplace.searches.memory import FLAGS, RANGES, UNKNOWN, VALUES

MOST_VALUES = 1_000
_MICRO = timedelta(microseconds=1)
_FIELDS = {"newest": "created", "weight": "weight_kg", "age": "born"}
_SEEN = """
    SELECT currency, type_name, breed_name, sex, farm_id::text AS farm, price, weight_kg::float8
    FROM search_documents WHERE listing_id = $1
"""


class OpenSearch:
    """The backend of a fleet that has outgrown the memory of its processes."""

    def __init__(self, db: Database, engine: Engine) -> None:
        self._db, self._engine = db, engine

    async def find(self, asked: Asked) -> Answer:
        answer = await self._engine.look_up(_body(asked))
        hits = answer["hits"]["hits"]
        counts = {name: _counted(name, each) for name, each in answer.get("aggregations", {}).items()}
        page = hits[: asked.limit]
        return Answer(
            hits=[UUID(hit["_id"]) for hit in page],
            keys=[_key(asked, hit["sort"]) for hit in page],
            more=len(hits) > asked.limit,
            total=answer["hits"]["total"]["value"],
            counts=counts,
            farms=await self._names(counts.get("farm", {})),
        )

    async def similar(self, listing_id: UUID, *, now: datetime, limit: int) -> Sequence[UUID]:
        rows = await self._db.fetch(_SEEN, listing_id)
        if not rows:
            return []
        answer = await self._engine.look_up(_alike(rows[0], listing_id, now, limit))
        return [UUID(hit["_id"]) for hit in answer["hits"]["hits"]]

    async def _names(self, farms: Mapping[str, int]) -> Mapping[str, str]:
        rows = await self._db.fetch("SELECT id::text, name FROM farms WHERE id = ANY($1)", [*map(UUID, farms)])
        return {**dict.fromkeys(farms, ""), **{row["id"]: row["name"] for row in rows}}


def _body(asked: Asked) -> Json:
    base = [*_for_sale(asked.now), _term("currency", asked.wanted.currency)]
    base += [{"terms": {"words": list(group)}} for group in asked.groups]
    in_heading = {"bool": {"filter": [{"terms": {"heading": list(group)}} for group in asked.groups]}}
    scored = [{"constant_score": {"filter": in_heading, "boost": 1.0}}] if asked.groups else []
    filters = _filters(asked)
    body = {
        "size": asked.limit + 1,
        "_source": False,
        "track_total_hits": True,
        "query": {"bool": {"filter": base, "should": scored, "minimum_should_match": 0}},
        "post_filter": _all(filters.values()),
        "sort": _order(asked),
        "aggs": {facet: _facet(asked, facet, filters) for facet in (*VALUES, *RANGES, *FLAGS) if asked.facets},
    }
    return body if asked.after is None else {**body, "search_after": _after(asked)}


def _alike(seen: Mapping[str, Any], listing_id: UUID, now: datetime, limit: int) -> Json:
    same = [_term(name, seen[name]) for name in ("type_name", "currency")]
    scored = [
        {"constant_score": {"filter": _close(name, seen[name]), "boost": float(points)}}
        for name, points in POINTS.items()
        if seen[name] is not None
    ]
    query = {"filter": [*_for_sale(now), *same], "must_not": [{"ids": {"values": [str(listing_id)]}}]}
    return {
        "size": limit,
        "_source": False,
        "query": {"bool": {**query, "should": scored, "minimum_should_match": 0}},
        "sort": [{"_score": "desc"}, {"slot": "desc"}],
    }


def _close(name: str, value: Any) -> Json:
    if name in ("price", "weight_kg"):
        return {"range": {name: {"gte": value - CLOSE * value, "lte": value + CLOSE * value}}}
    return _term(name, value)


def _for_sale(now: datetime) -> list[Json]:
    micros = (now - EPOCH) // _MICRO
    return [_term("shown", True), {"range": {"expires": {"gt": micros}}}, {"range": {"blocked": {"lte": micros}}}]


def _filters(asked: Asked) -> dict[str, Json]:
    """What each filter lets pass, by facet."""
    found: dict[str, Json] = {name: {"terms": {name: list(values)}} for name, values in asked.values.items()}
    found |= {name: _between(asked, name, *bounds) for name, bounds in asked.bounds.items()}
    found |= {name: _flag(asked, name, flag) for name, flag in asked.flags.items()}
    if asked.near is not None and asked.within_km is not None:
        place = {"lat": asked.near.latitude, "lon": asked.near.longitude}
        found["distance"] = {"geo_distance": {"distance": f"{asked.within_km}km", "place": place}}
    return found


def _between(asked: Asked, facet: str, low: float | None, high: float | None) -> Json:
    if facet == "age_days":
        today = _today(asked)
        return _range("born", None if high is None else today - high, None if low is None else today - low)
    return _range(facet, low, high)


def _range(field: str, low: float | None, high: float | None) -> Json:
    bounds = {"gte": low, "lte": high}
    return {"range": {field: {name: bound for name, bound in bounds.items() if bound is not None}}}


def _flag(asked: Asked, facet: str, flag: bool) -> Json:
    if facet != "health_cleared":
        return _term(facet, flag)
    cleared = {"range": {"examined": {"gte": (asked.now - EXAMINED_FOR - EPOCH) // _MICRO}}}
    return cleared if flag else {"bool": {"must_not": [cleared]}}


def _facet(asked: Asked, facet: str, filters: Mapping[str, Json]) -> Json:
    """Counts what all filters but its own let pass."""
    others = [each for name, each in filters.items() if name != facet]
    if facet in FLAGS:
        return {"filter": _all([*others, _flag(asked, facet, True)])}
    if facet in VALUES:
        of: Json = {"terms": {"field": facet, "size": MOST_VALUES}}
    else:
        of = {"range": {"field": "born" if facet == "age_days" else facet, "ranges": _edges(asked, facet)}}
    return {"filter": _all(others), "aggs": {"of": of}}


def _edges(asked: Asked, facet: str) -> list[Json]:
    """The ranges of a facet by number. Ages grow as births lie back."""
    known = ranges.edges(facet, asked.wanted.currency)
    ends = zip([None, *known], [*known, None], strict=True)
    if facet == "age_days":
        later = [None if edge is None else _today(asked) - edge + 1 for edge in (None, *known, None)]
        ends = zip(later[1:], later[:-1], strict=True)
    return [
        {"key": str(number), **{name: end for name, end in (("from", low), ("to", high)) if end is not None}}
        for number, (low, high) in enumerate(ends)
    ]


def _counted(facet: str, found: Json) -> Mapping[Any, int]:
    if facet in FLAGS:
        return {True: found["doc_count"]}
    buckets = [(each["key"], each["doc_count"]) for each in found["of"]["buckets"] if each["doc_count"]]
    return {int(key) if facet in RANGES else key: count for key, count in buckets}


def _order(asked: Asked) -> list[Json]:
    if asked.sort == "relevance":
        return [{"featured": "desc"}, {"_score": "desc"}, {"created": "desc"}, {"slot": "desc"}]
    if asked.sort == "distance":
        assert asked.near is not None
        place = {"lat": asked.near.latitude, "lon": asked.near.longitude}
        return [{"_geo_distance": {"place": place, "order": "asc", "unit": "km"}}, {"slot": "desc"}]
    name = asked.sort.removeprefix("-")
    order, missing = ("desc", -UNKNOWN) if _descends(asked.sort) else ("asc", UNKNOWN)
    return [{_FIELDS.get(name, name): {"order": order, "missing": int(missing)}}, {"slot": "desc"}]


def _descends(sort: str) -> bool:
    """Whether the field falls: the youngest were born last."""
    return sort in ("newest", "age") or (sort[0] == "-" and sort != "-age")


def _key(asked: Asked, sort: Sequence[Any]) -> list[float]:
    """The key of a hit as other backends have it: ascending, but for relevance."""
    *values, slot = (float(each) for each in sort)
    if asked.sort != "relevance":
        (value,) = values
        if abs(value) >= UNKNOWN:
            return [UNKNOWN, -slot]
        if asked.sort.endswith("age"):
            age = _today(asked) - value
            return [age if asked.sort == "age" else -age, -slot]
        values = [-value if _descends(asked.sort) else value]
    return [*values, -slot]


def _after(asked: Asked) -> list[Any]:
    assert asked.after is not None
    *values, slot = asked.after
    if asked.sort == "relevance":
        return [*values, -slot]
    (value,) = values
    if abs(value) >= UNKNOWN:
        last: Any = "Infinity" if asked.sort == "distance" else -UNKNOWN if _descends(asked.sort) else UNKNOWN
        return [last, -slot]
    if asked.sort.endswith("age"):
        return [_today(asked) - (value if asked.sort == "age" else -value), -slot]
    return [-value if _descends(asked.sort) else value, -slot]


def _today(asked: Asked) -> int:
    return (asked.now.date() - EPOCH.date()).days


def _term(name: str, value: Any) -> Json:
    return {"term": {name: value}}


def _all(filters: Any) -> Json:
    return {"bool": {"filter": list(filters)}}
