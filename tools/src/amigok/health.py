"""How the fleet is: every process, every queue, what waits and what is stuck."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel

from amigok import databases, doubles, gateway, ports, services, web
from amigok.processes import is_alive
from amigok.servers import engine, external, media
from amigok.state import Entry, State

OLDEST = "select extract(epoch from now() - min(occurred_at))::float8 from outbox where published_at is null"


class ProcessHealth(BaseModel):
    """`up_seconds` is None and `pid` that of the last one if it is not running; `stopped` if an operator wants that."""

    name: str
    kind: str
    pid: int | None = None
    port: int | None = None
    up_seconds: float | None = None
    restarts: int = 0
    stopped: bool = False
    ready: bool


class ServiceHealth(BaseModel):
    """`oldest_unpublished_seconds` is None when nothing waits; `stuck` (processes that should have
    ended) and `differences` (what did not add up when it was last proven) when the service does not tell."""

    name: str
    oldest_unpublished_seconds: float | None = None
    dead_letters: int = 0
    stuck: int | None = None
    differences: int | None = None


class QueueHealth(BaseModel):
    name: str
    ready: int
    unacknowledged: int
    consumers: int


class Health(BaseModel):
    up: bool
    ready: bool
    processes: list[ProcessHealth]
    services: list[ServiceHealth]
    queues: list[QueueHealth]


def look(state: State) -> Health:
    """Ask every part; what does not answer is not ready."""
    queues = _queues(state)
    processes = [_process(name, entry, state) for name, entry in state.processes.items()]
    processes += _external(state)
    names = [name for name, entry in state.processes.items() if entry.kind == "service"]
    up = is_alive(state.supervisor)
    return Health(
        up=up,
        ready=up and bool(names) and all(process.ready for process in processes),
        processes=processes,
        services=_services(state, names, {queue.name: queue.ready for queue in queues}),
        queues=queues,
    )


def _process(name: str, entry: Entry, state: State) -> ProcessHealth:
    alive = is_alive(entry)
    return ProcessHealth(
        name=name,
        kind=entry.kind,
        pid=entry.pid,
        port=entry.port,
        up_seconds=(datetime.now(UTC) - entry.since).total_seconds() if alive else None,
        restarts=entry.restarts,
        stopped=entry.stopped,
        ready=alive and _answers(name, entry, state),
    )


def _answers(name: str, entry: Entry, state: State) -> bool:
    if entry.kind == "service":
        return services.is_ready(services.url(state, name))
    if name == "gateway":
        return gateway.answers(state)
    if name == media.NAME:
        return media.answers(state)
    if name == engine.NAME:
        return engine.answers(state)
    if name in doubles.NAMES:
        return ports.accepts(state.ports[name])
    answers = _servers(state).get(name)
    return answers() if answers else entry.kind != "device" or ports.accepts(state.ports[name])


def _servers(state: State) -> dict[str, Any]:
    where = state.servers
    if where is None:
        return {}
    return {
        "postgres": lambda: external.postgres_answers(where.postgres),
        "rabbitmq": lambda: external.broker_answers(where.broker) and external.management_answers(where.management),
        "redis": lambda: external.redis_answers(where.redis),
    }


def _external(state: State) -> list[ProcessHealth]:
    """Servers that are no processes of ours."""
    return [
        ProcessHealth(name=name, kind="external", ready=answers())
        for name, answers in _servers(state).items()
        if name not in state.processes and is_alive(state.supervisor)
    ]


def _services(state: State, names: list[str], depths: Mapping[str, int]) -> list[ServiceHealth]:
    superuser = state.servers.postgres if state.servers else ""
    oldest = databases.fetch_values(superuser, dict.fromkeys(names, OLDEST)) if superuser else {}
    return [
        ServiceHealth(
            name=name,
            oldest_unpublished_seconds=oldest.get(name),
            dead_letters=depths.get(f"{name}.dead", 0),
            stuck=_gauge(metrics, "amigok_stuck"),
            differences=_gauge(metrics, "amigok_differences"),
        )
        for name in names
        for metrics in [_metrics(state, name)]
    ]


def _queues(state: State) -> list[QueueHealth]:
    if state.servers is None or not state.servers.management:
        return []
    vhost = state.servers.broker.rpartition("/")[2] or "%2F"
    answer = web.get(f"{state.servers.management.rstrip('/')}/api/queues/{vhost}")
    found = answer.json() if answer and answer.is_success else []
    return [
        QueueHealth(
            name=queue["name"],
            ready=queue.get("messages_ready", 0),
            unacknowledged=queue.get("messages_unacknowledged", 0),
            consumers=queue.get("consumers", 0),
        )
        for queue in sorted(found, key=lambda queue: str(queue["name"]))
    ]


def _metrics(state: State, name: str) -> str:
    """What a service measures of itself; empty where it does not answer."""
    answer = web.get(f"{services.url(state, name)}/metrics")
    return answer.text if answer else ""


def _gauge(text: str, name: str) -> int | None:
    """The sum of a gauge over its labels; None where it is not told."""
    values = re.findall(rf"^{name}(?:_total)?(?:{{[^}}]*}})? (\S+)$", text, re.MULTILINE)
    return int(sum(float(value) for value in values)) if values else None
