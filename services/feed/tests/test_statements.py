"""A statement lists meal by meal what a period came to, and adds up."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

from amigok_chassis import clock
from amigok_chassis.testing import Rig
from services.feed.tests.herds import a_farm, a_package, an_animal, subscribed
from services.feed.tests.money import Wallet
from services.feed.tests.test_billing import logs, meals, moves


async def test_a_statement_adds_up_and_only_its_owner_can_read_it(rig: Rig, wallet: Wallet) -> None:
    owner = uuid4()
    animal = await an_animal(rig, farm_id=await a_farm(rig), owner_id=owner)
    await wallet.deposits(owner, 10_000)
    await subscribed(rig, owner=owner, animal=animal, package=await a_package(rig), cycle="monthly")
    await wallet.answers()
    planned = await meals(rig, animal)
    for meal in planned[:20]:
        await logs(rig, animal, at=meal["due_at"])
    await logs(rig, animal, at=planned[20]["due_at"], kind="partly", kg="0.3")
    await moves(rig, timedelta(days=31, minutes=1))
    await wallet.answers()
    await logs(rig, animal, at=planned[25]["due_at"])
    await wallet.answers()
    listed = await rig.request("GET", "/api/v1/my-feed-statements", user=owner)
    path = f"/api/v1/feed-statements/{listed.json()['items'][-1]['id']}"
    statement = (await rig.request("GET", path, user=owner)).json()
    amounts = {name: Decimal(statement[name]["amount"]) for name in ("price", "charged", "released", "total")}
    assert amounts["price"] == amounts["charged"] + amounts["released"] == Decimal("58.00")
    assert sum(Decimal(meal["price"]["amount"]) for meal in statement["meals"]) == amounts["price"]
    [correction] = statement["corrections"]
    paid = sum(Decimal(meal["charged"]["amount"]) for meal in statement["meals"])
    assert paid == amounts["total"] == amounts["charged"] + Decimal(correction["amount"]["amount"])
    document = await rig.request("GET", f"{path}/pdf", user=owner)
    assert (document.status_code, document.content[:5]) == (200, b"%PDF-")
    for each in (path, f"{path}/pdf"):
        assert (await rig.request("GET", each, user=uuid4())).json()["code"] == "feed_statement_not_found"
    assert clock.offset() > timedelta(days=31)
