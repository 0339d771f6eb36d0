"""Use cases of reports: an address at which nothing arrives, or where nothing is wanted, gets nothing more."""

from collections.abc import Iterable

import structlog

from amigok_chassis.unit_of_work import UnitOfWork
from notification.addresses import service as addresses
from notification.bounces.schemas import Report

log = structlog.get_logger()

ENDING = frozenset({"bounced", "complained"})


async def take(db: UnitOfWork, reports: Iterable[Report]) -> None:
    """Stops the channel of each address that bounced or complained. Repeating the call has no further effect."""
    for report in reports:
        if report.type in ENDING and (address_id := await addresses.find(db, report.channel, report.address)):
            await addresses.died(db, address_id, reason=report.type)
            log.info("address.died", address_id=address_id, channel=report.channel, reason=report.type)
