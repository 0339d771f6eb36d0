"""Speaks to OpenSearch or Elasticsearch.

By plain HTTP: seven calls, which both have, where each vendor's library refuses the other's server.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx
import structlog

from amigok_chassis.context import Context
from amigok_chassis.errors import Unavailable
from marketplace.settings import Settings

log = structlog.get_logger()

SECONDS = 5.0
_TEXTS = ("currency", "type_name", "breed_name", "sex", "farm", "listing_type", "heading", "words")
_LONGS = ("slot", "featured", "price", "price_per_kg", "born", "examined", "created", "expires", "blocked")
_FLAGS = ("shown", "negotiable", "has_photos")
PROPERTIES: Mapping[str, Mapping[str, str]] = {
    **{name: {"type": "keyword"} for name in _TEXTS},
    **{name: {"type": "long"} for name in _LONGS},
    **{name: {"type": "boolean"} for name in _FLAGS},
    "weight_kg": {"type": "double"},
    "rating": {"type": "double"},
    "place": {"type": "geo_point"},
}
"""Words come as PostgreSQL has worked them out: nothing is analysed here."""

Json = Mapping[str, Any]


class Engine:
    """A server. `alias` is the name under which its index is searched."""

    def __init__(self, http: httpx.AsyncClient, url: str) -> None:
        place = urlsplit(url)
        self._http = http
        self._auth = (place.username or "", place.password or "") if place.username else None
        self._url = place._replace(netloc=place.netloc.rpartition("@")[2], path="").geturl()
        self.alias = place.path.strip("/") or "marketplace"

    async def make(self, index: str) -> None:
        """Makes an index, unless it is there."""
        await self._ask("PUT", f"/{index}", {"mappings": {"dynamic": "strict", "properties": PROPERTIES}}, fine=(400,))

    async def drop(self, index: str) -> None:
        """Removes an index, if it is there."""
        await self._ask("DELETE", f"/{index}", fine=(404,))

    async def point(self, index: str, *, instead: Iterable[str] = ()) -> None:
        """Has searches read this index from now on, and others no more, at once."""
        removed = [{"remove": {"index": each, "alias": self.alias, "must_exist": False}} for each in instead]
        await self._ask("POST", "/_aliases", {"actions": [*removed, {"add": {"index": index, "alias": self.alias}}]})

    async def refresh(self, index: str) -> None:
        """Makes what was written visible to searches now."""
        await self._ask("POST", f"/{index}/_refresh")

    async def write(self, index: str, documents: Iterable[tuple[str, int, Json]]) -> None:
        """Writes documents by id and version. Of two versions of one the newer stays, in whatever order they come."""
        lines = []
        for id, version, document in documents:
            lines.append({"index": {"_id": id, "version": version, "version_type": "external_gte"}})
            lines.append(dict(document))
        body = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        answer = await self._send("POST", f"/{index}/_bulk", body, "application/x-ndjson")
        failed = {item["index"]["status"] for item in answer["items"]} - {200, 201, 409}
        if failed:
            raise RuntimeError(f"the index {index} refused documents: {sorted(failed)}")

    async def look_up(self, body: Json) -> Json:
        return await self._ask("POST", f"/{self.alias}/_search", body)

    async def _ask(self, method: str, path: str, body: Json | None = None, *, fine: tuple[int, ...] = ()) -> Json:
        return await self._send(method, path, None if body is None else json.dumps(body), "application/json", fine)

    async def _send(self, method: str, path: str, body: str | None, kind: str, fine: tuple[int, ...] = ()) -> Json:
        """Raises Unavailable while the server does not answer, and RuntimeError where it refuses."""
        headers = {"Content-Type": kind} if body is not None else {}
        try:
            answer = await self._http.request(
                method, f"{self._url}{path}", content=body, headers=headers, auth=self._auth, timeout=SECONDS
            )
        except httpx.HTTPError as error:
            log.warning("search.unreachable", error=type(error).__name__)
            raise _unavailable() from error
        if answer.status_code >= 500 or answer.status_code in (408, 429):
            log.warning("search.unreachable", status=answer.status_code)
            raise _unavailable()
        if not answer.is_success and answer.status_code not in fine:
            raise RuntimeError(f"{method} {path} was refused: {answer.status_code}")
        found: Json = answer.json()
        return found


def _unavailable() -> Unavailable:
    return Unavailable("Searches are not answered now; the list of animals for sale is.")


def engine_of(context: Context) -> Engine | None:
    """The server that this fleet searches with, if it has one."""
    return context.once(_engine)


def _engine(context: Context) -> Engine | None:
    url = context.settings(Settings).search_url.get_secret_value()
    return Engine(context.http, url) if url else None
