"""Due rows: work outside of a transaction that survives a crash. Reserve, commit, call, mark."""

from amigok_chassis.due.backoff import Backoff
from amigok_chassis.due.poller import GiveUp, NotYet, Poller, poller
from amigok_chassis.due.rows import Due, announce

__all__ = ["Backoff", "Due", "GiveUp", "NotYet", "Poller", "announce", "poller"]
