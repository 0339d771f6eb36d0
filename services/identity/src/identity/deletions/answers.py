"""The events with which services answer whether a user may be deleted: those that are a `DeletionChecked`."""

from amigok_contracts import Event, all_events
from amigok_contracts.deletion import DeletionChecked


def service_of(event: type[Event]) -> str:
    """The name of the service that publishes an event."""
    return event.type.split(".")[0]


ANSWERS: tuple[type[Event], ...] = tuple(event for event in all_events() if issubclass(event, DeletionChecked))
"""One event for each service that is asked."""

ASKED = frozenset(map(service_of, ANSWERS))
"""The names of the services that are asked."""
