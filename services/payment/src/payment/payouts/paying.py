"""Payouts as providers see them: read, ask with a key that follows from the id, fold; never in a transaction.

Whoever dies in between asks again when the reservation has run out, which is the same payout for the provider.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from payment.desk import Desk
from payment.payouts import service
from payment.payouts.models import Payout
from payment.providers.registry import MethodNotOffered
from payment.providers.shape import (
    Name,
    NotAsked,
    Provider,
    ProviderRefused,
    ProviderUnavailable,
    Sighting,
)

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)


@dataclass(frozen=True)
class Question:
    """What a provider is asked of a payout: how it is, where it has given a reference, or else to pay it out.

    When it may have forgotten our key, that would be the second time: it is looked for among its payouts instead.
    """

    payout: Payout
    destination: Mapping[str, str]
    first: bool
    now: datetime

    async def ask(self, provider: Provider) -> Sighting:
        payout = self.payout
        if payout.reference is not None:
            return await provider.look_payout(payout.reference)
        if payout.asked_at is not None and self.now - payout.asked_at >= provider.payouts_last:
            found = await provider.find_payout(payout.id, since=payout.asked_at)
            if found is None:
                raise ProviderRefused("payout_not_made")
            return found
        return await provider.pay_out(
            payout.id, amount=payout.amount, currency=payout.currency, destination=self.destination
        )


async def step(desk: Desk, payout_id: UUID) -> None:
    """Asks the provider what there is to ask, if anything, and folds the answer."""
    async with desk.db.unit_of_work() as db:
        question = await _question(db, await service.lock(db, payout_id), clock.now())
    if question is None:
        return
    provider = cast(Name, question.payout.provider)
    try:
        seen = await desk.providers.ask(provider, question.ask)
    except (NotAsked, MethodNotOffered):
        async with desk.db.unit_of_work() as db:
            await service.was_not_asked(db, payout_id, first=question.first)
    except ProviderUnavailable:
        async with desk.db.unit_of_work() as db:
            await service.lose_sight(db, payout_id)
    except ProviderRefused as error:
        async with desk.db.unit_of_work() as db:
            await service.be_refused(db, payout_id, reason=error.reason)
    else:
        async with desk.db.unit_of_work() as db:
            await service.observe(db, provider, seen, our_id=payout_id, asked_in=question.payout.state)


async def _question(db: UnitOfWork, payout: Payout, now: datetime) -> Question | None:
    """The question, noted before it is asked. None of what has ended, or ends here as its user may not be paid.

    Unless the provider contradicts how it ended: then it is asked how it is.
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
