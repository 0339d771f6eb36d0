"""The events with which services answer whether a user may be deleted: those that are a `DeletionChecked`."""

from amigok_contracts import Event, all_events, producer
from amigok_contracts.deletion import DeletionChecked

ANSWERS: tuple[type[Event], ...] = tuple(event for event in all_events() if issubclass(event, DeletionChecked))
"""One event for each service that is asked."""

ASKED = frozenset(map(producer, ANSWERS))
"""The names of the services that are asked."""
