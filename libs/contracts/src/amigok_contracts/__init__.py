"""The events of the Amigok fleet, declared once.

One module of event classes per producing service; each class says its type, major version, aggregate and
whether integrators may see it. Pydantic only, no I/O.
"""

from amigok_contracts.base import Event, all_events, event_class, parse, producer, routing_key, upcast
from amigok_contracts.currencies import digits
from amigok_contracts.money import Currency, Money

__all__ = [
    "Currency",
    "Event",
    "Money",
    "all_events",
    "digits",
    "event_class",
    "parse",
    "producer",
    "routing_key",
    "upcast",
]
