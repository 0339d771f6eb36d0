"""A service is one value: what it serves, what it consumes and what it does by itself."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from fastapi import APIRouter
from prometheus_client import Gauge
from pydantic_settings import BaseSettings
from sqlalchemy import MetaData

from amigok_chassis import files as storage
from amigok_chassis import metrics
from amigok_chassis.audit import api as audit
from amigok_chassis.context import Context
from amigok_chassis.due import Poller
from amigok_chassis.invariants import PROVE, Holds, Invariant, Told, last_found, prover
from amigok_chassis.machine import Machine
from amigok_chassis.needs import Need
from amigok_chassis.proposals import api as proposals
from amigok_chassis.proposals.kinds import Kind
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, all_events, producer

E = TypeVar("E", bound=Event)
Question = Callable[[UnitOfWork], Awaitable[int]]
"""A query whose answer a gauge shows."""


@dataclass(frozen=True, eq=False)
class Handler:
    """A use case that an event triggers. Returning acknowledges; raise `Retry` or `Reject` to say otherwise.

    It runs only for events whose fields have the values of `match`; with `together`, for a list of them at once. Before
    it runs, a batch takes its `locks` and asks what it reads `ahead`.
    """

    event: type[Event]
    run: Callable[[UnitOfWork, Any], Awaitable[None]]
    locks: tuple[Need[Any], ...] = ()
    match: Mapping[str, Any] = field(default_factory=dict)
    together: bool = False
    ahead: tuple[Need[Any], ...] = ()

    def __post_init__(self) -> None:
        named = {name for need in (*self.locks, *self.ahead) for name in need.fields} | set(self.match)
        if unknown := named - set(self.event.model_fields):
            raise TypeError(f"{self.event.__name__} has no {', '.join(sorted(unknown))}")

    @property
    def name(self) -> str:
        return f"{self.run.__module__}.{self.run.__qualname__}"

    def wants(self, event: Event) -> bool:
        """Whether this event is for the handler."""
        return event.type == self.event.type and all(
            getattr(event, name) == value for name, value in self.match.items()
        )


def on(
    event: type[E],
    *,
    locks: Sequence[Need[Any]] = (),
    ahead: Sequence[Need[Any]] = (),
    match: Mapping[str, Any] | None = None,
) -> Callable[[Callable[[UnitOfWork, E], Awaitable[None]]], Handler]:
    """Declares what happens on an event, at most once, in the transaction that claims it in the inbox.

    Raises TypeError when `locks`, `ahead` or `match` name a field that the event does not have.
    """
    return lambda run: Handler(event, run, tuple(locks), match or {}, ahead=tuple(ahead))


def on_all(
    event: type[E], *, locks: Sequence[Need[Any]] = (), match: Mapping[str, Any] | None = None
) -> Callable[[Callable[[UnitOfWork, Sequence[E]], Awaitable[None]]], Handler]:
    """Declares what happens, once, on events that arrived together, each of another aggregate. It emits nothing."""
    return lambda run: Handler(event, run, tuple(locks), match or {}, together=True)


@dataclass(frozen=True)
class Job:
    """A use case that time triggers, on one replica at a time, in a transaction of its own.

    A number that `run` returns is kept in the job's row until the next one.
    """

    name: str
    seconds: float
    run: Callable[[UnitOfWork], Awaitable[int | None]]


def every(seconds: float) -> Callable[[Callable[[UnitOfWork], Awaitable[int | None]]], Job]:
    """Declares a job and the pause between two of its runs, in seconds of the chassis clock."""
    return lambda run: Job(run.__name__, seconds, run)


@dataclass(frozen=True)
class Task:
    """What every worker does outside its database again and again, with no transaction open around it.

    `run` may return after how many seconds it should run again. Where rows of the table `topic` are made due, it runs
    at once. Work on rows that replicas share is a `Poller`.
    """

    name: str
    seconds: float
    run: Callable[[Context], Awaitable[float | None]]
    topic: str = ""


def task(seconds: float, *, topic: str = "") -> Callable[[Callable[[Context], Awaitable[float | None]]], Task]:
    """Declares a task and the pause between two of its runs, in real seconds; `due.announce` of `topic` wakes it."""
    return lambda run: Task(run.__name__, seconds, run, topic)


@dataclass(frozen=True, kw_only=True)
class Noun:
    """What one noun adds to its service. Each folder of a service has one, as `noun` in its `__init__`.

    `consumes` names subscriptions with the noun's handlers; several nouns may add to one. `gauges` are read again and
    again, each by its question to the database; what several nouns answer to one gauge is summed. `pollers` work on due
    rows, and count what is stuck. `intakes` names queues that outsiders fill by MQTT, with the keys of what comes;
    `firehoses` queues that get every event of the fleet. `batches` reads both. `proposals` are the kinds of what one
    person proposes and another decides; `machines` the tables by which its states move. `invariants` are what holds of
    the noun at rest: each hour it is proven, and `proven` is told what breaks it.
    """

    routers: Sequence[APIRouter] = ()
    consumes: Mapping[str, Sequence[Handler]] = field(default_factory=dict)
    jobs: Sequence[Job] = ()
    tasks: Sequence[Task] = ()
    pollers: Sequence[Poller] = ()
    gauges: Mapping[Gauge, Question] = field(default_factory=dict)
    intakes: Mapping[str, str] = field(default_factory=dict)
    firehoses: Sequence[str] = ()
    proposals: Sequence[Kind[Any]] = ()
    machines: Sequence[Machine] = ()
    invariants: Sequence[Invariant] = ()
    proven: Told | None = None


@dataclass(frozen=True)
class Service:
    """A deployable. The API, the worker, migrations, tests and generators read this one value.

    `nouns` are what it serves, consumes and does by itself; `metadata` are its tables; `settings` its own settings;
    `database_options` are set in each of its database sessions; `startup` runs once before the first request;
    `storage` says that it keeps objects and needs a place for them; `fleet_key` that it shares secrets with others and
    needs the key to them.
    """

    name: str
    nouns: Sequence[Noun] = ()
    metadata: MetaData | None = None
    settings: type[BaseSettings] | None = None
    extensions: tuple[str, ...] = ()
    database_options: Mapping[str, str] = field(default_factory=dict)
    startup: Callable[[UnitOfWork], Awaitable[None]] | None = None
    storage: bool = False
    fleet_key: bool = False

    @cached_property
    def routers(self) -> list[APIRouter]:
        """The routers of its nouns, in their order."""
        return [router for noun in self.nouns for router in noun.routers]

    @cached_property
    def consumes(self) -> dict[str, list[Handler]]:
        """Each subscription (its queue is `<service>.<subscription>`) with its handlers."""
        found: dict[str, list[Handler]] = {}
        for noun in self.nouns:
            for subscription, handlers in noun.consumes.items():
                found.setdefault(subscription, []).extend(handlers)
        return found

    @cached_property
    def intakes(self) -> dict[str, str]:
        """Each intake (its queue is `<service>.<intake>`) with the keys of what comes in."""
        return {name: key for noun in self.nouns for name, key in noun.intakes.items()}

    @property
    def firehoses(self) -> list[str]:
        """Each firehose, by its name."""
        return [name for noun in self.nouns for name in noun.firehoses]

    @property
    def queues(self) -> list[str]:
        """All that it reads."""
        return [*map(self.queue, (*self.consumes, *self.intakes, *self.firehoses))]

    @cached_property
    def jobs(self) -> list[Job]:
        """What time triggers, in transactions: its nouns' jobs, and the proof of its invariants if it has any."""
        jobs = [job for noun in self.nouns for job in noun.jobs]
        told = [noun.proven for noun in self.nouns if noun.proven is not None]
        return [*jobs, Job(PROVE, 3600, prover(self.holds, told))] if self.holds else jobs

    @cached_property
    def tasks(self) -> list[Task]:
        """What its workers do again and again outside of transactions: its tasks and its pollers."""
        tasks = [task for noun in self.nouns for task in noun.tasks]
        return tasks + [Task(each.name, each.seconds, each.run, each.table.name) for each in self.pollers]

    @cached_property
    def pollers(self) -> list[Poller]:
        """What its workers do with due rows: its nouns', and the erasing of files where it keeps any."""
        pollers = [poller for noun in self.nouns for poller in noun.pollers]
        return [*pollers, storage.erase_file] if self.storage else pollers

    @cached_property
    def gauges(self) -> dict[Gauge, list[Question]]:
        """Each gauge with its questions; it shows the sum of their answers."""
        found: dict[Gauge, list[Question]] = {}
        if self.pollers:
            found[metrics.STUCK] = [poller.stuck for poller in self.pollers]
        if self.holds:
            found[metrics.DIFFERENCES] = [last_found]
        for noun in self.nouns:
            for gauge, question in noun.gauges.items():
                found.setdefault(gauge, []).append(question)
        return found

    @cached_property
    def proposals(self) -> tuple[Kind[Any], ...]:
        """The kinds of proposals of its nouns."""
        return tuple(kind for noun in self.nouns for kind in noun.proposals)

    @cached_property
    def invariants(self) -> tuple[Invariant, ...]:
        """What holds of its nouns at rest, in its own database and between it and others."""
        return tuple(invariant for noun in self.nouns for invariant in noun.invariants)

    @cached_property
    def holds(self) -> list[Holds]:
        """What is always true of its own database."""
        return [invariant for invariant in self.invariants if isinstance(invariant, Holds)]

    @property
    def machines(self) -> list[Machine]:
        """The state machines of its nouns."""
        return [machine for noun in self.nouns for machine in noun.machines]

    @property
    def database(self) -> bool:
        """Whether it owns a database."""
        return self.metadata is not None

    @property
    def doors(self) -> list[APIRouter]:
        """All routers that it serves: its own, that of its proposals and, with a database, of its audit log."""
        decided = [proposals.router(self.name, self.proposals)] if self.proposals else []
        return [*self.routers, *decided, *([audit.router(self.name)] if self.database else [])]

    @property
    def publishes(self) -> list[type[Event]]:
        """The events that carry its name."""
        return [event for event in all_events() if producer(event) == self.name]

    @property
    def migrations(self) -> Path:
        """The folder of its migration versions."""
        return Path(str(files(self.name) / "migrations"))

    def queue(self, subscription: str) -> str:
        return f"{self.name}.{subscription}"


def nouns(package: str, names: str) -> list[Noun]:
    """The nouns of a service's folders, named with blanks between. Of two routes that fit, the first noun's serves."""
    return [import_module(f"{package}.{name}").noun for name in names.split()]
