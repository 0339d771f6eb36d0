"""As much of OpenSearch's HTTP interface as the service uses, in memory. No server can be had where tests run.

It evaluates what it is asked by the rules of the reference, and refuses what it does not know: a query with a clause
that is not here fails the test instead of matching everything.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from math import asin, cos, inf, radians, sin, sqrt
from typing import Any

import httpx

Document = Mapping[str, Any]


class OpenSearchDouble:
    """Answers by `httpx.MockTransport`. `down` makes it refuse connections; `written` counts accepted documents."""

    def __init__(self) -> None:
        self.indices: dict[str, dict[str, tuple[int, Document]]] = {}
        self.fields: dict[str, Mapping[str, Any]] = {}
        self.aliases: dict[str, set[str]] = {}
        self.down = False
        self.http = httpx.AsyncClient(transport=httpx.MockTransport(self._answer))

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if self.down:
            raise httpx.ConnectError("refused", request=request)
        parts = request.url.path.strip("/").split("/")
        body = request.content.decode()
        match request.method, parts:
            case "PUT", [index]:
                return self._make(index, json.loads(body))
            case "DELETE", [index]:
                return httpx.Response(200 if self.indices.pop(index, None) is not None else 404, json={})
            case "POST", ["_aliases"]:
                return self._point(json.loads(body)["actions"])
            case "POST", [_, "_refresh"]:
                return httpx.Response(200, json={})
            case "POST", [index, "_bulk"]:
                return self._write(index, [json.loads(line) for line in body.splitlines()])
            case "POST", [name, "_search"]:
                return self._search(name, json.loads(body))
        return httpx.Response(405, json={})

    def _make(self, index: str, body: Any) -> httpx.Response:
        if index in self.indices:
            return httpx.Response(400, json={"error": {"type": "resource_already_exists_exception"}})
        self.indices[index], self.fields[index] = {}, body["mappings"]["properties"]
        return httpx.Response(200, json={"acknowledged": True})

    def _point(self, actions: list[dict[str, Any]]) -> httpx.Response:
        for action in actions:
            ((kind, what),) = action.items()
            named = self.aliases.setdefault(what["alias"], set())
            named.add(what["index"]) if kind == "add" else named.discard(what["index"])
        return httpx.Response(200, json={"acknowledged": True})

    def _write(self, index: str, lines: list[Any]) -> httpx.Response:
        items = []
        for action, document in zip(lines[::2], lines[1::2], strict=True):
            told = action["index"]
            assert told["version_type"] == "external_gte"
            assert set(document) <= set(self.fields[index]), "strict_dynamic_mapping_exception"
            held = self.indices[index].get(told["_id"])
            is_newer = held is None or held[0] <= told["version"]
            if is_newer:
                self.indices[index][told["_id"]] = told["version"], document
            items.append({"index": {"_id": told["_id"], "status": 201 if is_newer else 409}})
        return httpx.Response(200, json={"items": items})

    def _search(self, name: str, body: Any) -> httpx.Response:
        (index,) = self.aliases.get(name) or {name}
        found = [
            (id, document) for id, (_, document) in self.indices[index].items() if _matches(body["query"], document, id)
        ]
        hits = [
            (id, [_value(each, document, body["query"]) for each in body["sort"]])
            for id, document in found
            if _matches(body.get("post_filter", {"match_all": {}}), document, id)
        ]
        hits.sort(key=lambda hit: _sortable(hit[1], body["sort"]))
        total = len(hits)
        if "search_after" in body:
            after = _sortable([float(each) for each in body["search_after"]], body["sort"])
            hits = [hit for hit in hits if _sortable(hit[1], body["sort"]) > after]
        told = [{"_id": id, "sort": ["Infinity" if each == inf else each for each in keys]} for id, keys in hits]
        documents = [document for _, document in found]
        aggregations = {facet: _aggregated(each, documents) for facet, each in body.get("aggs", {}).items()}
        shown = {"total": {"value": total}, "hits": told[: body["size"]]}
        return httpx.Response(200, json={"hits": shown, "aggregations": aggregations})


def _matches(query: Any, document: Document, id: str = "") -> bool:
    ((kind, what),) = query.items()
    return _CLAUSES[kind](what, document, id)


def _bool(what: Any, document: Document, id: str) -> bool:
    assert set(what) <= {"filter", "should", "must_not", "minimum_should_match"}
    needed = all(_matches(each, document, id) for each in what.get("filter", []))
    return needed and not any(_matches(each, document, id) for each in what.get("must_not", []))


def _terms(what: Any, document: Document, _: str) -> bool:
    ((field, values),) = what.items()
    held = document.get(field)
    return bool({*held} & {*values}) if isinstance(held, list) else held in values and held is not None


def _term(what: Any, document: Document, id: str) -> bool:
    ((field, value),) = what.items()
    return _terms({field: [value]}, document, id)


def _range(what: Any, document: Document, _: str) -> bool:
    ((field, bounds),) = what.items()
    held = document.get(field)
    compare: dict[str, Callable[[Any], bool]] = {
        "gte": lambda bound: held >= bound,
        "gt": lambda bound: held > bound,
        "lte": lambda bound: held <= bound,
    }
    return held is not None and all(compare[name](bound) for name, bound in bounds.items())


def _near(what: Any, document: Document, _: str) -> bool:
    return _km(what["place"], document.get("place")) <= float(what["distance"].removesuffix("km"))


_CLAUSES: dict[str, Callable[[Any, Document, str], bool]] = {
    "bool": _bool,
    "terms": _terms,
    "term": _term,
    "range": _range,
    "geo_distance": _near,
    "ids": lambda what, _, name: name in what["values"],
    "match_all": lambda *_: True,
}


def _value(sort: Any, document: Document, query: Any) -> float:
    ((field, how),) = sort.items()
    if field == "_score":
        scored = query["bool"].get("should", [])
        return sum(
            each["constant_score"]["boost"] for each in scored if _matches(each["constant_score"]["filter"], document)
        )
    if field == "_geo_distance":
        return _km(how["place"], document.get("place"))
    held = document.get(field)
    return float(how["missing"] if held is None else held)


def _sortable(keys: list[float], sorts: list[Any]) -> list[float]:
    return [-key if _falls(sort) else key for key, sort in zip(keys, sorts, strict=True)]


def _falls(sort: Any) -> bool:
    ((_, how),) = sort.items()
    return (how if isinstance(how, str) else how["order"]) == "desc"


def _aggregated(what: Any, documents: list[Document]) -> Any:
    inside = [document for document in documents if _matches(what["filter"], document)]
    if "aggs" not in what:
        return {"doc_count": len(inside)}
    ((kind, how),) = what["aggs"]["of"].items()
    held = [document[how["field"]] for document in inside if how["field"] in document]
    if kind == "terms":
        return {"of": {"buckets": [{"key": key, "doc_count": count} for key, count in Counter(held).items()]}}
    counts = [
        {"key": each["key"], "doc_count": sum(each.get("from", -inf) <= value < each.get("to", inf) for value in held)}
        for each in how["ranges"]
    ]
    return {"of": {"buckets": counts}}


def _km(one: Any, other: Any) -> float:
    if other is None:
        return inf
    half = sin(radians(other["lat"] - one["lat"]) / 2) ** 2
    half += cos(radians(one["lat"])) * cos(radians(other["lat"])) * sin(radians(other["lon"] - one["lon"]) / 2) ** 2
    return 2 * 6_371.0088 * asin(sqrt(half))
