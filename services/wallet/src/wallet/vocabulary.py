"""Money requests (`amigok_contracts.money_requests`): every event that inherits one is handled, whoever declares it.

Tables name purposes: one (`feed.period`), all of a producer (`feed.*`), or every one (`*`).
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from sqlalchemy import text

from amigok_chassis.inbox import Reject
from amigok_chassis.needs import Need
from amigok_chassis.service import Handler
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, all_events
from amigok_contracts.money_requests import MoneyRequest

Kind = Literal["holds", "charges", "debts"]
"""The tables of what a payer is asked for. A purpose and reference name a row of one of them."""

_NAMES = {
    kind: f"EXISTS (SELECT FROM {kind} WHERE purpose = :purpose AND reference_id = :reference_id)"
    for kind in get_args(Kind)
}

R = TypeVar("R", bound=MoneyRequest)
T = TypeVar("T")


@dataclass(frozen=True)
class OnEvery:
    """A use case that every request of a kind triggers."""

    kind: type[MoneyRequest]
    run: Callable[[UnitOfWork, Any], Awaitable[None]]
    locks: tuple[Need[Any], ...]

    def declared(self) -> list[Handler]:
        """A handler for each event of the contracts that is such a request."""
        return self.of(all_events())

    def of(self, events: Iterable[type[Event]]) -> list[Handler]:
        """A handler for each of these events that is such a request."""
        return [Handler(event, self.run, self.locks) for event in events if issubclass(event, self.kind)]


def on_every(
    kind: type[R], *, locks: Sequence[Need[Any]]
) -> Callable[[Callable[[UnitOfWork, R], Awaitable[None]]], OnEvery]:
    """Declares what happens on every request of a kind, in the transaction that claims it in the inbox."""
    return lambda run: OnEvery(kind, run, tuple(locks))


def nearest(table: Mapping[str, T], purpose: str) -> tuple[str, T] | None:
    """The entry that names the purpose most closely, and its name; null where none does."""
    for name in (purpose, f"{purpose.split('.')[0]}.*", "*"):
        if name in table:
            return name, table[name]
    return None


def contradiction(request: MoneyRequest) -> Reject:
    """To raise where the same purpose and reference meant something else before."""
    return Reject(f"{request.purpose} {request.reference_id} contradicts what was asked for before")


async def require_alone(db: UnitOfWork, request: MoneyRequest, kind: Kind) -> None:
    """Raises Reject where the same purpose and reference name something of another kind. Ask under the payer's lock."""
    others = " OR ".join(names for other, names in _NAMES.items() if other != kind)
    about = {"purpose": request.purpose, "reference_id": request.reference_id}
    if await db.scalar(text(f"SELECT {others}"), about):
        raise contradiction(request)
