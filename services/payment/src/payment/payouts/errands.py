"""Asking providers: reserve a payout, commit, ask with a key that follows from its id, fold the answer.

Whoever dies in between asks again when the reservation has run out, which is the same payout for the provider.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

import structlog
from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand
from payment.payouts import service
from payment.payouts.models import Payout
from payment.providers.registry import MethodNotOffered, providers_of
from payment.providers.shape import Name, NotAsked, Provider, ProviderRefused, ProviderUnavailable, Sighting

log = structlog.get_logger()

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)

SAME_KEY = timedelta(hours=20)
"""So long a provider surely remembers our key (Stripe: a day). Asked later it might pay out a second time: from then on
only a webhook, or people, tell what has become of a payout whose reference is not known."""


@errand(2)
async def advance_payouts(runtime: Runtime) -> None:
    """Asks providers to pay out, and how what they are at is going."""
    while await _advance_next(runtime):
        pass


@dataclass(frozen=True)
class _Question:
    """What a provider is asked of a payout: how it is, where it has given a reference, or else to pay it out."""

    payout: Payout
    destination: Mapping[str, str]
    first: bool

    async def ask(self, provider: Provider) -> Sighting:
        payout = self.payout
        if payout.reference is not None:
            return await provider.look_payout(payout.reference)
        return await provider.pay_out(
            payout.id, amount=payout.amount, currency=payout.currency, destination=self.destination
        )


async def _advance_next(runtime: Runtime) -> bool:
    async with runtime.db.unit_of_work() as db:
        question = await _reserved(db, clock.now())
    if question is None:
        return False
    payout, provider = question.payout, cast(Name, question.payout.provider)
    try:
        seen = await providers_of(runtime).ask(provider, question.ask)
    except (NotAsked, MethodNotOffered):
        if question.first:
            async with runtime.db.unit_of_work() as db:
                await service.was_not_asked(db, payout.id)
    except ProviderUnavailable:
        async with runtime.db.unit_of_work() as db:
            await service.lose_sight(db, payout.id)
    except ProviderRefused as error:
        async with runtime.db.unit_of_work() as db:
            await service.be_refused(db, payout.id, reason=error.reason)
    else:
        async with runtime.db.unit_of_work() as db:
            await service.observe(db, provider, seen, our_id=payout.id)
    return True


async def _reserved(db: AsyncSession, now: datetime) -> _Question | None:
    """The question that has waited longest, for nobody else to ask for a while."""
    askable = or_(Payout.reference.is_not(None), Payout.asked_at.is_(None), Payout.asked_at > now - SAME_KEY)
    due = select(Payout).where(Payout.ended_at.is_(None), Payout.next_attempt_at <= now, askable)
    payout = await db.scalar(due.order_by(Payout.next_attempt_at).limit(1).with_for_update(skip_locked=True))
    if payout is None:
        return None
    question = _Question(payout, service.destination(db, payout), first=payout.asked_at is None)
    payout.next_attempt_at = now + min(FIRST_PAUSE * 2 ** min(payout.attempts, 10), LONGEST_PAUSE)
    payout.attempts += 1
    payout.asked_at = payout.asked_at or now
    return question
