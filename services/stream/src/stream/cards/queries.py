"""Questions about cards."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.cards.models import UnknownCard
from stream.cards.schemas import UnknownCardOut


async def unknown_cards(db: UnitOfWork, paging: Paging, farm_id: UUID | None) -> Page[UnknownCardOut]:
    """A page of unknown cards, of a farm or all, those read last first. Raises InvalidCursor."""
    query = select(UnknownCard)
    if farm_id is not None:
        query = query.where(UnknownCard.farm_id == farm_id)
    key = [UnknownCard.last_at, UnknownCard.farm_id, UnknownCard.key]
    found, cursor = await paginate(db, query, paging, key=key)
    return Page(items=[UnknownCardOut.model_validate(each) for each in found], next_cursor=cursor)
