"""Orders and listings move as their tables say, and not otherwise."""

from datetime import timedelta

from amigok_chassis import clock
from amigok_chassis.testing import machine_holds
from marketplace.listings.machine import LISTINGS
from marketplace.listings.models import Listing
from marketplace.orders.machine import ORDERS, PATH
from marketplace.orders.models import Order


def test_a_listing_moves_as_its_table_says() -> None:
    def take(action: str, state: str | None) -> str:
        listing = Listing(state=state)
        listing.take(action, now=clock.now())
        assert (listing.ended_at is None) == (listing.state in LISTINGS.open)
        return listing.state

    machine_holds(LISTINGS, take)


def test_an_order_moves_as_its_table_says() -> None:
    def take(action: str, state: str | None) -> str:
        order, now = Order(state=state, pay_with="wallet"), clock.now()
        if action in ("cancel", "abandon"):
            order.cancel("late", now=now, action=action)
            assert order.reason == "late"
        else:
            order.advance(action, now=now, deadline=now + timedelta(seconds=30))
        assert (order.ended_at is None) == (order.state in ORDERS.open)
        return order.state

    machine_holds(ORDERS, take)


def test_what_is_ahead_on_the_path_is_before_everything_that_follows() -> None:
    for place, state in enumerate(PATH):
        ahead = [later for later in PATH if Order(state=state).is_before(later)]
        assert ahead == list(PATH[place + 1 :])
    assert not any(Order(state="cancelled").is_before(state) for state in PATH)
