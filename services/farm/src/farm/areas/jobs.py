"""What workers do about areas."""

from amigok_chassis.context import Context
from amigok_chassis.service import task
from farm.announcements.service import finish
from farm.areas.placing import RENAMED


@task(seconds=1)
async def announce_renamed_areas(context: Context) -> None:
    """Publishes the new names of areas for the animals there."""
    await finish(context, RENAMED)
