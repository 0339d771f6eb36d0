"""Money requests (`amigok_contracts.money_requests`): every event that inherits one is handled, whoever declares it.

Tables name purposes: one (`feed.period`), all of a producer (`feed.*`), or every one (`*`).
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeVar, get_args
from uuid import UUID

from sqlalchemy import text

from amigok_chassis.inbox import Reject
from amigok_chassis.needs import Ahead, Need
from amigok_chassis.service import Handler
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, all_events
from amigok_contracts.money_requests import CaptureRequest, HoldRequest, MoneyRequest
from wallet.accounts.locks import ACCOUNTS

Kind = Literal["holds", "charges", "debts"]
"""The tables of what a payer is asked for. A purpose and reference name a row of one of them."""

KINDS: tuple[Kind, ...] = get_args(Kind)

Name = tuple[str, UUID]
"""A purpose and a reference."""


class Claim(NamedTuple):
    """What a request names, and whose accounts are locked for it."""

    purpose: str
    reference_id: UUID
    user_id: UUID

    @property
    def name(self) -> Name:
        return self.purpose, self.reference_id


def claim_of(request: HoldRequest | CaptureRequest) -> Claim:
    """The hold that a request is about, and who is said to pay."""
    return Claim(request.purpose, request.reference_id, request.payer_id)


_EACH = ", ".join(
    f"EXISTS (SELECT FROM {kind} AS t WHERE t.purpose = asked.purpose AND t.reference_id = asked.reference_id)"
    for kind in KINDS
)
_NAMED = text(f"""
    SELECT place, ARRAY[{_EACH}] AS found
    FROM unnest(CAST(:purposes AS text[]), CAST(:reference_ids AS uuid[]))
        WITH ORDINALITY AS asked(purpose, reference_id, place)
""")

R = TypeVar("R", bound=MoneyRequest)
T = TypeVar("T")


@dataclass(frozen=True)
class OnEvery:
    """A use case that every request of a kind triggers."""

    kind: type[MoneyRequest]
    run: Callable[[UnitOfWork, Any], Awaitable[None]]
    locks: tuple[Need[Any], ...]
    ahead: tuple[Need[Any], ...] = ()

    def declared(self) -> list[Handler]:
        """A handler for each event of the contracts that is such a request."""
        return self.of(all_events())

    def of(self, events: Iterable[type[Event]]) -> list[Handler]:
        """A handler for each of these events that is such a request."""
        return [
            Handler(event, self.run, self.locks, ahead=self.ahead) for event in events if issubclass(event, self.kind)
        ]


def on_every(
    kind: type[R], *, locks: Sequence[Need[Any]], ahead: Sequence[Need[Any]] = ()
) -> Callable[[Callable[[UnitOfWork, R], Awaitable[None]]], OnEvery]:
    """Declares what happens on every request of a kind, in the transaction that claims it in the inbox."""
    return lambda run: OnEvery(kind, run, tuple(locks), tuple(ahead))


def nearest(table: Mapping[str, T], purpose: str) -> tuple[str, T] | None:
    """The entry that names the purpose most closely, and its name; null where none does."""
    for name in (purpose, f"{purpose.split('.')[0]}.*", "*"):
        if name in table:
            return name, table[name]
    return None


def contradiction(request: MoneyRequest) -> Reject:
    """To raise where the same purpose and reference meant something else before."""
    return Reject(f"{request.purpose} {request.reference_id} contradicts what was asked for before")


async def _named(db: UnitOfWork, claims: Collection[Claim]) -> dict[Claim, set[Kind]]:
    asked = list(claims)
    names = {"purposes": [each.purpose for each in asked], "reference_ids": [each.reference_id for each in asked]}
    return {asked[row.place - 1]: set(compress(KINDS, row.found)) for row in await db.execute(_NAMED, names)}


NAMED = Ahead(_named, under=ACCOUNTS, subject=attrgetter("user_id"))
"""The kinds of what is named already."""


async def require_alone(db: UnitOfWork, request: MoneyRequest, kind: Kind, *, user_id: UUID) -> bool:
    """Returns whether the same purpose and reference name something of this kind already.

    Raises Reject where they name something of another kind. Ask under the lock on the accounts of this user, who pays.
    """
    found = await NAMED.get(db, Claim(request.purpose, request.reference_id, user_id)) or set()
    if found - {kind}:
        raise contradiction(request)
    return kind in found
