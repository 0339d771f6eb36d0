"""What time triggers for settlements."""

import structlog

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.service import task
from payment.providers.protocol import ProviderRefused, ProviderUnavailable
from payment.providers.registry import providers_of
from payment.settlements import days, movements, reconcile

log = structlog.get_logger()


@task(seconds=60)
async def settle(context: Context) -> None:
    """Compares each day that is over with each provider, and again those days that did not agree."""
    for provider in sorted(providers_of(context).names):
        async with context.db.unit_of_work() as db:
            due = await days.reserve(db, provider, clock.now())
        try:
            if due:
                await movements.fetch(context, provider, due)
            for day in due:
                async with context.db.unit_of_work() as db:
                    agreed = await reconcile.compare(db, provider, day)
                    await days.plan(db, provider, day, agreed=agreed)
        except (ProviderUnavailable, ProviderRefused) as error:
            log.error("settlement.postponed", provider=provider, error=repr(error))
