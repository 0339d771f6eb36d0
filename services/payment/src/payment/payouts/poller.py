"""Asks providers about payouts: never inside a transaction, by a key that follows from the payout's id.

After a crash the provider is asked again when the reservation has expired. For the provider that is the same payout.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
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
from payment.providers.registry import MethodNotOffered, providers_of

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)


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


async def poll(context: Context, payout_id: UUID) -> None:
    """Asks the provider what there is to ask, if anything, and applies the answer."""
    async with context.db.unit_of_work() as db:
        question = await _question(db, await service.lock(db, payout_id), clock.now())
    if question is None:
        return
    provider = cast(Name, question.payout.provider)
    try:
        seen = await providers_of(context).ask(provider, question.ask)
    except (NotAsked, MethodNotOffered):
        async with context.db.unit_of_work() as db:
            await service.note_not_asked(db, payout_id, first=question.first)
    except ProviderUnavailable:
        async with context.db.unit_of_work() as db:
            await service.note_unknown(db, payout_id)
    except ProviderRefused as error:
        async with context.db.unit_of_work() as db:
            await service.note_refused(db, payout_id, reason=error.reason)
    else:
        async with context.db.unit_of_work() as db:
            await service.apply(db, provider, seen, our_id=payout_id, asked_in=question.payout.state)


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
    question = Question(payout, destination, first=first, now=now)
    payout.due_at = now + min(FIRST_PAUSE * 2 ** min(payout.attempts - 1, 10), LONGEST_PAUSE)
    return question
