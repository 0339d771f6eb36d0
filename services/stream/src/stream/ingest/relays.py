"""The media server hands each session on to itself, to cut it into segments: only what is live."""

from uuid import UUID

from amigok_chassis.context import Context
from stream.ingest.errors import PublisherEnded

_LIVE = "SELECT 1 FROM publishers WHERE id = $1 AND state = 'live'"


async def require_live(context: Context, name: str) -> None:
    """Returns if this is the id of a live session. Raises PublisherEnded."""
    try:
        session_id = UUID(name)
    except ValueError as error:
        raise PublisherEnded from error
    if not await context.db.fetch(_LIVE, session_id):
        raise PublisherEnded
