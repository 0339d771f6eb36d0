"""Reads of offers."""

from uuid import UUID

from sqlalchemy import Select, select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.offers import service
from marketplace.offers.models import Offer, OfferMove
from marketplace.offers.schemas import (
    OfferFilters,
    OfferFiltersForAdmin,
    OfferForAdminOut,
    OfferOut,
    OfferWithMovesOut,
    for_administrators,
    with_moves,
)
from marketplace.offers.service import Actor


async def one(db: UnitOfWork, offer_id: UUID, reader: Actor) -> OfferWithMovesOut:
    """Returns an offer with its moves to one of its sides. Raises OfferNotFound, OwnBehalf."""
    offer, side = await service.party(db, offer_id, reader)
    moves = select(OfferMove).where(OfferMove.offer_id == offer_id).order_by(OfferMove.version)
    return with_moves(offer, list(await db.scalars(moves)), side=side)


async def made_by(db: UnitOfWork, me: Principal, filters: OfferFilters) -> Page[OfferOut]:
    """Returns a user's offers on others' listings, newest first."""
    rows, cursor = await _page(db, _fitting(filters).where(Offer.buyer_id == me.id), filters.paging)
    return Page(items=[OfferOut.of(row, side="buyer") for row in rows], next_cursor=cursor)


async def made_to(db: UnitOfWork, me: Principal, filters: OfferFilters) -> Page[OfferOut]:
    """Returns others' offers on a user's listings, newest first."""
    rows, cursor = await _page(db, _fitting(filters).where(Offer.seller_id == me.id), filters.paging)
    return Page(items=[OfferOut.of(row, side="seller") for row in rows], next_cursor=cursor)


async def of_everybody(db: UnitOfWork, filters: OfferFiltersForAdmin) -> Page[OfferForAdminOut]:
    """Returns the offers that fit, newest first."""
    query = _fitting(filters)
    if filters.platform is not None:
        query = query.where(Offer.seller_id.is_(None) == filters.platform)
    rows, cursor = await _page(db, query, filters.paging)
    return Page(items=[for_administrators(row) for row in rows], next_cursor=cursor)


def _fitting(filters: OfferFilters) -> Select[Offer]:
    return select(Offer).filter_by(**{name: value for name, value in filters.given.items() if name != "platform"})


async def _page(db: UnitOfWork, query: Select[Offer], paging: Paging) -> tuple[list[Offer], str | None]:
    rows, cursor = await paginate(db, query, paging, key=(Offer.made_at, Offer.id))
    return list(rows), cursor
