"""Asks providers about payouts: never inside a transaction, by a key that follows from the payout's id.

After a crash the provider is asked again when the reservation has expired. For the provider that is the same payout.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.unit_of_work import UnitOfWork
from payment.payouts import service
from payment.payouts.models import Payout
from payment.providers.protocol import (
    Name,
    NotAsked,
    Observation,
    Provider,
    ProviderRefused,
    ProviderUnavailable,
)
from payment.providers.registry import MethodNotOffered, Providers, providers_of


@dataclass(frozen=True)
class Question:
    """What a provider is asked about a payout: its status if it has a reference, else to make it.

    If the provider may have forgotten our key, repeating the request could pay twice: its payouts are searched instead.
    """

    payout: Payout
    destination: Mapping[str, str]
    first: bool
    now: datetime

    async def ask(self, provider: Provider) -> Observation:
        payout = self.payout
        if payout.reference is not None:
            return await provider.get_payout(payout.reference)
        if payout.asked_at is not None and self.now - payout.asked_at >= provider.payout_keys_last:
            found = await provider.find_payout(payout.id, since=payout.asked_at)
            if found is None:
                raise ProviderRefused("payout_not_made")
            return found
        return await provider.create_payout(
            payout.id, amount=payout.amount, currency=payout.currency, destination=self.destination
        )


async def poll(context: Context, payout_id: UUID) -> bool:
    """Asks the provider what there is to ask, if anything, and applies the answer. Returns whether it is settled."""
    async with context.db.unit_of_work() as db:
        question = await _question(db, await service.lock(db, payout_id), clock.now())
    if question is None:
        return True
    apply = await _answer(providers_of(context), question)
    async with context.db.unit_of_work() as db:
        await apply(db)
        return (await db.get_one(Payout, payout_id)).due_at is None


async def _answer(providers: Providers, question: Question) -> Callable[[UnitOfWork], Awaitable[object]]:
    """Asks the provider. Returns what its answer does to the payout."""
    provider, payout = cast(Name, question.payout.provider), question.payout
    try:
        seen = await providers.ask(provider, question.ask)
    except (NotAsked, MethodNotOffered):
        return lambda db: service.note_not_asked(db, payout.id, first=question.first)
    except ProviderUnavailable:
        return lambda db: service.note_unknown(db, payout.id)
    except ProviderRefused as error:
        reason = error.reason
        return lambda db: service.note_refused(db, payout.id, reason=reason)
    return lambda db: service.apply(db, provider, seen, our_id=payout.id, asked_in=payout.state)


async def _question(db: UnitOfWork, payout: Payout, now: datetime) -> Question | None:
    """Returns the question, noted before it is asked; None if the payout has ended, or its user may not be paid.

    A payout that has ended is still asked about if the provider contradicts its end.
    """
    has_ended = payout.ended_at is not None
    if has_ended and payout.due_at is None:
        return None
    first = payout.asked_at is None and not has_ended
    if first and (reason := await service.barred(db, payout)) is not None:
        service.advance(db, payout, "failed", reason=reason)
        return None
    payout.asked_at = payout.asked_at or now
    destination = {} if has_ended else service.destination(db, payout)
    return Question(payout, destination, first=first, now=now)
