"""What workers do again and again."""

from amigok_chassis.context import Context
from amigok_chassis.service import task
from marketplace.documents import service


@task(0.5)
async def apply_search_changes(context: Context) -> None:
    """Makes the documents of what has changed, in batches."""
    while await service.apply_changes(context.db):
        pass
