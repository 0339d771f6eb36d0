"""What every event is: a frozen fact with a type, a major version and the aggregate that it happened to."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Old = TypeVar("Old", bound="Event")

_TYPE = re.compile(r"[a-z]+\.[a-z_]+\.[a-z_]+")
_events: dict[tuple[str, int], type["Event"]] = {}
_names: dict[str, type["Event"]] = {}
_upcasters: dict[type["Event"], Callable[[Any], "Event"]] = {}


class Event(BaseModel):
    """A fact that happened, named `<service>.<aggregate>.<past_tense>`.

    Declare one with class keywords::

        class HoldPlaced(Event, type="wallet.hold.placed", aggregate="hold_id", public=False): ...

    Within a major version only fields that have a default may be added; anything else is a new class with the
    next `version` and an `@upcast` from the old one. Unknown fields are ignored, so that an older consumer reads
    a newer producer. Class names are unique in the whole fleet.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    type: ClassVar[str]
    version: ClassVar[int]
    public: ClassVar[bool]
    aggregate: ClassVar[str]

    aggregate_version: int = Field(
        0,
        ge=0,
        examples=[40213],
        description="Later events of an aggregate have higher ones; not every number occurs. Set when published.",
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__()

    @classmethod
    def __pydantic_init_subclass__(  # type: ignore[override]
        cls, *, type: str, aggregate: str, version: int = 1, public: bool = False, **kwargs: Any
    ) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if not _TYPE.fullmatch(type):
            raise TypeError(f"{type!r} is not <service>.<aggregate>.<past_tense>")
        if aggregate not in cls.model_fields:
            raise TypeError(f"{cls.__name__} has no field {aggregate!r} to name its aggregate")
        if (type, version) in _events:
            raise TypeError(f"{type} v{version} is declared twice")
        if other := _names.get(cls.__name__):
            raise TypeError(f"{other.type} v{other.version} is called {cls.__name__}, too")
        cls.type, cls.version, cls.public, cls.aggregate = type, version, public, aggregate
        _events[type, version] = _names[cls.__name__] = cls

    @property
    def subject(self) -> str:
        """The id of the aggregate: events of one subject keep their order up to the consumer's queue."""
        return str(getattr(self, self.aggregate))


def routing_key(event: Event | type[Event]) -> str:
    """`wallet.hold.placed.v1`: what queues bind to."""
    return f"{event.type}.v{event.version}"


def producer(event: Event | type[Event]) -> str:
    """The name of the service that publishes an event: `wallet`."""
    return event.type.partition(".")[0]


def all_events() -> list[type[Event]]:
    """Every declared event of every producer, by type and version."""
    _import_all()
    return [cls for _, cls in sorted(_events.items()) if cls.__module__.startswith("amigok_contracts.")]


@cache
def _import_all() -> None:
    """Imports every module that may declare events: once, as the folder is slow to read."""
    package = import_module("amigok_contracts")
    for module in iter_modules(package.__path__):
        import_module(f"amigok_contracts.{module.name}")


def event_class(type: str, version: int) -> type[Event]:
    """The class of a type and major version. Raises LookupError when there is none."""
    try:
        return _events[type, version]
    except KeyError:
        raise LookupError(f"no event {type} v{version} in these contracts") from None


def upcast(old: type[Old]) -> Callable[[Callable[[Old], Event]], Callable[[Old], Event]]:
    """Registers how an event of class `old` reads as its next major version."""

    def register(function: Callable[[Old], Event]) -> Callable[[Old], Event]:
        _upcasters[old] = function
        return function

    return register


def versions_of(wanted: type[Event]) -> Iterator[type[Event]]:
    """`wanted` and every older version that upcasters turn into it: what a subscriber has to bind."""
    yield wanted
    older = _events.get((wanted.type, wanted.version - 1))
    if older is not None and older in _upcasters:
        yield from versions_of(older)


def parse(type: str, version: int, data: bytes | str, *, wanted: type[Event] | None = None) -> Event:
    """Reads the JSON of an event and lifts it to the version that the subscriber wants; it keeps `aggregate_version`.

    Raises LookupError for an unknown event, ValueError for data that do not fit its schema.
    """
    event: Event = event_class(type, version).model_validate_json(data)
    while wanted is not None and event.version < wanted.version:
        lifted = _upcasters[event.__class__](event)
        event = lifted.model_copy(update={"aggregate_version": event.aggregate_version})
    return event
