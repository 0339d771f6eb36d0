"""What workers do about restatements."""

from amigok_chassis.context import Context
from amigok_chassis.service import task
from farm.announcements.service import finish
from farm.restatements.service import TOPICS


@task(seconds=1)
async def restate(context: Context) -> None:
    """Publishes what an operator asked to hear again."""
    for topic in TOPICS:
        await finish(context, topic)
