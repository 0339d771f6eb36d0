"""A service is one value: what it serves, what it hears and what time triggers."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from fastapi import APIRouter
from prometheus_client import Gauge
from pydantic_settings import BaseSettings
from sqlalchemy import MetaData
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.audit import api as audit
from amigok_chassis.proposals import api as proposals
from amigok_chassis.proposals.kinds import Kind
from amigok_contracts import Event, all_events

E = TypeVar("E", bound=Event)


@dataclass(frozen=True)
class Handler:
    """A use case that an event triggers. Returning acknowledges; raise `Retry` or `Reject` to say otherwise."""

    event: type[Event]
    run: Callable[[Any, AsyncSession], Awaitable[None]]

    @property
    def name(self) -> str:
        return f"{self.run.__module__}.{self.run.__qualname__}"


def on(event: type[E]) -> Callable[[Callable[[E, AsyncSession], Awaitable[None]]], Handler]:
    """Declares what happens on an event, at most once, in the transaction that claims it in the inbox."""
    return lambda run: Handler(event, run)


Prepare = Callable[[Sequence[Event], AsyncSession], Awaitable[None]]


@dataclass(frozen=True)
class Job:
    """A use case that time triggers, on one replica at a time, in a transaction of its own."""

    name: str
    seconds: float
    run: Callable[[AsyncSession], Awaitable[None]]


def every(seconds: float) -> Callable[[Callable[[AsyncSession], Awaitable[None]]], Job]:
    """Declares a job and the pause between two of its runs, in seconds of the chassis clock."""
    return lambda run: Job(run.__name__, seconds, run)


@dataclass(frozen=True)
class Errand:
    """What every worker does outside its database again and again, with no transaction open around it.

    It is given the process's `Runtime`. Replicas share the work by reserving it: reserve, commit, call, mark.
    """

    name: str
    seconds: float
    run: Callable[[Any], Awaitable[None]]


def errand(seconds: float) -> Callable[[Callable[[Any], Awaitable[None]]], Errand]:
    """Declares an errand and the pause between two of its runs, in real seconds."""
    return lambda run: Errand(run.__name__, seconds, run)


@dataclass(frozen=True)
class Service:
    """All that a deployable is; the API, the worker, migrations, tests and generators read this one value.

    `consumes` names each subscription (its queue is `<service>.<subscription>`) with its handlers; `prepare` may name
    what is done with a subscription's batch before its handlers, such as taking locks in one order; `gauges` are read
    again and again, each by its question to the database; `database_options` are set in each of its database sessions;
    `startup` runs once before the first request; `storage` says that it keeps objects and needs a place for them;
    `fleet_key` that it shares secrets with others and needs the key to them; `proposals` are the kinds of what one
    person proposes and another decides.
    """

    name: str
    routers: Sequence[APIRouter] = ()
    consumes: Mapping[str, Sequence[Handler]] = field(default_factory=dict)
    prepare: Mapping[str, Prepare] = field(default_factory=dict)
    jobs: Sequence[Job] = ()
    errands: Sequence[Errand] = ()
    metadata: MetaData | None = None
    settings: type[BaseSettings] | None = None
    extensions: tuple[str, ...] = ()
    database_options: Mapping[str, str] = field(default_factory=dict)
    gauges: Mapping[Gauge, Callable[[AsyncSession], Awaitable[int]]] = field(default_factory=dict)
    startup: Callable[[AsyncSession], Awaitable[None]] | None = None
    storage: bool = False
    fleet_key: bool = False
    proposals: tuple[Kind[Any], ...] = ()

    @property
    def database(self) -> bool:
        """Whether it owns a database."""
        return self.metadata is not None

    @property
    def doors(self) -> list[APIRouter]:
        """All that it serves over HTTP: its routers, its proposals and, with a database, its audit log."""
        return [
            *self.routers,
            *([proposals.router(self.name, self.proposals)] if self.proposals else []),
            *([audit.router(self.name)] if self.database else []),
        ]

    @property
    def publishes(self) -> list[type[Event]]:
        """The events that carry its name."""
        return [event for event in all_events() if event.type.split(".")[0] == self.name]

    @property
    def migrations(self) -> Path:
        """The folder of its migration versions."""
        return Path(str(files(self.name) / "migrations"))

    def queue(self, subscription: str) -> str:
        return f"{self.name}.{subscription}"


def load(name: str) -> Service:
    """The value of the service called `name`. Raises LookupError when its main module has none."""
    service = getattr(import_module(f"{name}.main"), "service", None)
    if not isinstance(service, Service):
        raise LookupError(f"{name}.main has no service")
    return service
