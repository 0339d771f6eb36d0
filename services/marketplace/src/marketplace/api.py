"""The marketplace over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import Administrator, CurrentUser, RecentAdministrator, RecentUser, assurance
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.proposals import ProposalOut
from marketplace import buying, listings, orders, queries, underpriced
from marketplace.schemas import BuyIn, FeeOut, Filters, ListingOut, OfferIn, OrderOut, PlatformOfferIn
from marketplace.settings import Settings

router = APIRouter(prefix="/api/v1", tags=["marketplace"])


@router.get("/marketplace/livestock", response_model=Page[ListingOut])
async def browse(filters: Annotated[Filters, Query()], db: Statements) -> Response:
    """Animals for sale, newest first. Problems: invalid_cursor."""
    return Response(await queries.market(db, filters), media_type="application/json")


@router.get("/marketplace/fee")
async def read_fee() -> FeeOut:
    """What the platform takes of the price of an animal that is offered now; what is offered keeps its fee."""
    return FeeOut(basis_points=Settings().fee_basis_points)


@router.get("/marketplace/livestock/{livestock_id}")
async def read_listing(livestock_id: UUID, db: Reader) -> ListingOut:
    """The listing of one animal, sold ones too. Problems: not_listed."""
    return await queries.listing_of(db, livestock_id=livestock_id)


@router.post("/marketplace/livestock/{livestock_id}/buy", status_code=202, response_model=OrderOut)
async def buy(livestock_id: UUID, body: BuyIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Places an order; follow it at `GET /api/v1/marketplace/orders/{id}` until it is completed or cancelled.

    From the wallet, the animal is reserved as soon as the price is held. With `pay_with` `payment` it is reserved until
    `pay_by`: make the payment at `POST /api/v1/payments/create`. Problems: account_inactive, not_listed,
    listing_changed, listing_not_active, own_listing, not_for_sale, order_pending, too_many_unpaid_orders,
    too_many_attempts, idempotency_key_reused.
    """

    async def place(db: Session) -> OrderOut:
        order = await buying.buy(
            db,
            livestock_id=livestock_id,
            listing_id=body.listing_id,
            price=body.price,
            buyer_id=me.id,
            pay_with=body.pay_with,
            assurance=assurance(me),
        )
        return OrderOut.of(order)

    async def now(db: Session, order_id: UUID) -> OrderOut:
        return await queries.order(db, order_id=order_id, reader=me)

    return await once.commit(place, status=202, now=now)


@router.get("/marketplace/orders/{order_id}")
async def read_order(order_id: UUID, me: CurrentUser, db: Reader) -> OrderOut:
    """One order, for its buyer, its seller and administrators. Problems: not_found."""
    return await queries.order(db, order_id=order_id, reader=me)


@router.post("/marketplace/orders/{order_id}/cancel")
async def cancel_order(order_id: UUID, me: CurrentUser, db: Session) -> OrderOut:
    """Takes your order back, as long as the price is not held. Problems: not_found, order_not_cancellable."""
    return OrderOut.of(await orders.cancel(db, order_id=order_id, buyer_id=me.id))


@router.get("/marketplace/my-orders")
async def list_my_orders(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[OrderOut]:
    """Your purchases, newest first."""
    return await queries.orders_of(db, buyer_id=me.id, paging=paging)


@router.get("/marketplace/my-listings")
async def list_my_listings(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[ListingOut]:
    """What you offer or have offered, newest first."""
    return await queries.listings_of(db, seller_id=me.id, paging=paging)


@router.post("/marketplace/my-livestock/{livestock_id}/list", status_code=201)
async def list_own(livestock_id: UUID, body: OfferIn, me: RecentUser, db: Session) -> ListingOut:
    """Offers an animal of yours for sale.

    Problems: step_up_required, account_inactive, animal_gone, not_owner, not_for_sale, already_listed,
    sale_not_settled, price_not_positive, fee_changed.
    """
    return ListingOut.of(*await listings.offer(db, body, livestock_id=livestock_id, seller_id=me.id, may_be_low=True))


@router.delete("/marketplace/listings/{listing_id}", status_code=204)
async def remove_own(listing_id: UUID, me: CurrentUser, db: Session) -> None:
    """Takes your listing off the market, unless someone is buying. Problems: not_found, listing_not_active."""
    await listings.remove(db, listing_id=listing_id, seller_id=me.id)


@router.post("/admin/marketplace/livestock", status_code=201)
async def list_platform(body: PlatformOfferIn, admin: Administrator, db: Session) -> ListingOut:
    """Offers an animal of the platform's own for sale.

    Problems: not_found, animal_gone, not_platform_owned, not_for_sale, already_listed, price_not_positive, fee_changed,
    second_person_needed (far below its value, or that is not known in this currency).
    """
    return ListingOut.of(*await listings.offer(db, body, livestock_id=body.livestock_id, seller_id=None))


@router.post("/admin/marketplace/livestock/propose", status_code=202)
async def propose_underpriced(body: PlatformOfferIn, admin: RecentAdministrator, db: Session) -> ProposalOut:
    """Proposes to offer an animal of the platform's own at any price; another administrator decides.

    Problems: step_up_required, decision_does_not_count, and as above; when it is decided: value_changed.
    """
    return await underpriced.propose(db, body, by=admin.id)


@router.delete("/admin/marketplace/listings/{listing_id}", status_code=204)
async def remove_any(listing_id: UUID, admin: Administrator, db: Session) -> None:
    """Takes any listing off the market, unless someone is buying. Problems: not_found, listing_not_active."""
    await listings.remove(db, listing_id=listing_id, seller_id=None)


@router.get("/admin/marketplace/orders")
async def list_orders(admin: Administrator, db: Reader, paging: PageRequest) -> Page[OrderOut]:
    """Everybody's purchases, newest first."""
    return await queries.orders_of(db, buyer_id=None, paging=paging)
