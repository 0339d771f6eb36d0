"""What workers do with the firehose."""

from amigok_chassis import batches
from amigok_chassis.context import Context
from amigok_chassis.service import task
from analytics.arrivals.service import LIMITS, QUEUE, note_emptied, take_in


@task(1)
async def take_in_events(context: Context) -> None:
    """Keeps what the fleet says, as long as there is a connection to the broker."""
    await batches.read(context, QUEUE, take_in, LIMITS, emptied=note_emptied)
