"""What becomes of an accepted offer, and of what is listed, when administrators have its order undone."""

from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.marketplace import OrderCompleted
from amigok_contracts.marketplace_escrow import OrderUndone
from amigok_contracts.marketplace_listings import ListingSold
from amigok_contracts.marketplace_offers import OfferEnded, OfferPaymentFailed
from services.marketplace.tests.test_complaints import Case
from services.marketplace.tests.test_offers import Bazaar


class Agreed:
    """An accepted offer, whose order is in escrow, and a complaint about it."""

    def __init__(self, bazaar: Bazaar, offer: dict[str, Any], case: Case) -> None:
        self.bazaar, self.offer, self.case = bazaar, offer, case

    async def undo(self) -> None:
        """Administrators refund the price, and the animal goes back."""
        await self.case.decide("refund")
        await self.bazaar.rig.deliver(self.case.saga.returned(await self.case.return_id()))
        assert await self.case.state() == ("refunded", "refunded")

    async def shown(self) -> set[tuple[str, str | None]]:
        """The state and reason that both sides read."""
        seen = [await self.bazaar.seen(self.offer, side) for side in (self.bazaar.buyer, self.bazaar.seller)]
        return {(each["state"], each["reason"]) for each in seen}

    async def listing(self) -> str:
        query = "SELECT state FROM listings WHERE id = $1"
        state: str = (await self.bazaar.rig.db.fetch(query, self.bazaar.listing))[0]["state"]
        return state


@pytest.fixture
async def agreed(rig: Rig, market: Any) -> Agreed:
    bazaar = Bazaar(rig, market)
    await bazaar.open()
    offer, saga = await bazaar.accepted()
    await rig.deliver(saga.hold_placed(), saga.transferred())
    case = Case(rig, market, saga)
    await case.complain()
    return Agreed(bazaar, offer, case)


async def test_an_accepted_offer_ends_once_with_its_undone_order(rig: Rig, agreed: Agreed) -> None:
    await agreed.undo()
    assert await agreed.shown() == {("accepted", None)}
    await agreed.bazaar.hear(ListingSold, OrderUndone, OrderUndone)
    assert await agreed.shown() == {("ended", "order_cancelled")}
    [told] = await rig.events(OfferEnded)
    assert (set(told.recipient_ids), told.reason) == ({agreed.bazaar.buyer, agreed.bazaar.seller}, "order_cancelled")
    assert await rig.events(OfferPaymentFailed) == []
    again = await agreed.bazaar.act(await agreed.bazaar.seen(agreed.offer), "accept", agreed.bazaar.seller)
    assert again.json()["code"] == "offer_closed"


async def test_an_undone_order_brings_no_listing_back_but_its_seller_may_list_the_animal_anew(
    rig: Rig, agreed: Agreed
) -> None:
    bazaar = agreed.bazaar
    early = await bazaar.market.offer(bazaar.livestock_id, bazaar.seller)
    assert early.json()["code"] == "not_owner"
    await agreed.undo()
    await bazaar.hear(ListingSold, OrderUndone)
    assert (await agreed.listing(), await bazaar.market.shown()) == ("sold", [])
    assert (await bazaar.offer(user=new_id())).json()["code"] == "not_listed"
    anew = await bazaar.market.offer(bazaar.livestock_id, bazaar.seller, negotiable=True)
    assert anew.status_code == 201, anew.text
    bazaar.listing = anew.json()["id"]
    second, _ = await bazaar.accepted("210.00")
    await bazaar.hear(OrderUndone)
    assert (await bazaar.seen(second))["state"] == "accepted"


async def test_an_offer_stays_accepted_until_the_animal_is_back_and_completes_if_it_never_is(
    rig: Rig, agreed: Agreed
) -> None:
    await agreed.case.decide("refund")
    await rig.deliver(agreed.case.saga.return_refused(await agreed.case.return_id()))
    assert (await agreed.shown(), await rig.events(OrderUndone)) == ({("accepted", None)}, [])
    await agreed.case.decide("release")
    await rig.deliver(agreed.case.saga.captured())
    await agreed.bazaar.hear(ListingSold, OrderCompleted)
    assert (await agreed.shown(), await rig.events(OfferEnded)) == ({("completed", None)}, [])


async def test_an_undone_order_that_no_offer_led_to_ends_no_offer(rig: Rig, market: Any, agreed: Agreed) -> None:
    bought = Case(rig, market, await market.escrowed(agreed.bazaar.seller, agreed.bazaar.buyer))
    await bought.complain()
    await bought.decide("refund")
    await rig.deliver(bought.saga.returned(await bought.return_id()))
    await agreed.bazaar.hear(OrderUndone)
    assert len(await rig.events(OrderUndone)) == 1
    assert (await agreed.shown(), await rig.events(OfferEnded)) == ({("accepted", None)}, [])
