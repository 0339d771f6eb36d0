"""Buying animals, over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Response

from amigok_chassis.auth import CurrentUser, assurance
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import NotFound
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.locations import follow
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing.service import AccountInactive
from marketplace.animals.errors import NotForSale
from marketplace.listings.errors import ListingNotActive, NotListed
from marketplace.orders import escrow, placing, queries, service
from marketplace.orders.errors import (
    ListingChanged,
    NotInEscrow,
    OrderNotCancellable,
    OrderPending,
    OwnListing,
    TooManyAttempts,
    TooManyUnpaidOrders,
)
from marketplace.orders.schemas import BuyIn, OrderOut

router = APIRouter(prefix="/api/v1")


@router.post(
    "/marketplace/livestock/{livestock_id}/buy",
    status_code=202,
    response_model=OrderOut,
    responses=problems(
        AccountInactive,
        NotListed,
        ListingChanged,
        ListingNotActive,
        NotForSale,
        OrderPending,
        OwnListing,
        TooManyUnpaidOrders,
        TooManyAttempts,
    ),
)
@follow("/api/v1/marketplace/orders/{id}")
async def buy(livestock_id: UUID, body: BuyIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Places an order; follow it at `GET /api/v1/marketplace/orders/{id}` until it is completed or cancelled.

    When you pay from the wallet, the animal is reserved as soon as the price is held. With `pay_with` `payment` it is
    reserved until `pay_by`: make the payment at `POST /api/v1/payments/create`.
    """

    async def place(db: Session) -> OrderOut:
        order = await placing.buy(
            db,
            livestock_id=livestock_id,
            listing_id=body.listing_id,
            price=body.price,
            buyer_id=me.id,
            pay_with=body.pay_with,
            delivery=body.delivery,
            assurance=assurance(me),
        )
        return OrderOut.of(order, delivery=body.delivery)

    async def now(db: Session, order_id: UUID) -> OrderOut:
        return await queries.one(db, order_id=order_id, reader=me)

    return await once.commit(place, status=202, now=now)


@router.get("/marketplace/orders/{order_id}", responses=problems(NotFound))
async def read_order(order_id: UUID, me: CurrentUser, db: Reader) -> OrderOut:
    """Returns one order to its buyer, its seller or an administrator."""
    return await queries.one(db, order_id=order_id, reader=me)


@router.post("/marketplace/orders/{order_id}/cancel", responses=problems(NotFound, OrderNotCancellable))
async def cancel_order(order_id: UUID, me: CurrentUser, db: Session) -> OrderOut:
    """Cancels your order, as long as its price is not held."""
    return OrderOut.of(await service.cancel(db, order_id=order_id, buyer_id=me.id))


@router.post("/marketplace/orders/{order_id}/confirm", responses=problems(NotFound, NotInEscrow))
async def confirm_receipt(order_id: UUID, me: CurrentUser, db: Session) -> OrderOut:
    """Confirms that you have what you bought: the seller is paid now. There is no complaint after that."""
    return OrderOut.of(await escrow.receive(db, order_id=order_id, buyer_id=me.id))


@router.get("/marketplace/my-orders")
async def list_my_orders(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[OrderOut]:
    """Returns your purchases, newest first."""
    return await queries.page(db, me.id, side="buyer", paging=paging)


@router.get("/marketplace/my-sales")
async def list_my_sales(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[OrderOut]:
    """Returns what others have ordered from you, newest first."""
    return await queries.page(db, me.id, side="seller", paging=paging)
