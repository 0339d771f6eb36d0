"""Cards that the provider keeps."""

from amigok_chassis.testing import Rig
from amigok_contracts.identity import UserDeleted
from services.payment.tests.conftest import Double, Payer


async def test_cards_are_listed_preferred_and_forgotten(rig: Rig, payer: Payer) -> None:
    assert await payer.ask("GET", "payments/methods", 200) == {"items": []}
    first, second = await payer.saved(), await payer.saved("5555555555554444")
    listed = (await payer.ask("GET", "payments/methods", 200))["items"]
    assert {each["id"]: each["last4"] for each in listed} == {first: "4242", second: "4444"}
    assert sum(each["default"] for each in listed) == 1
    chosen = (await payer.ask("PUT", f"payments/methods/{first}/default", 200))["items"]
    assert [each["id"] for each in chosen if each["default"]] == [first]
    await payer.ask("DELETE", f"payments/methods/{first}", 204)
    left = (await payer.ask("GET", "payments/methods", 200))["items"]
    assert [(each["id"], each["default"]) for each in left] == [(second, True)]


async def test_nobody_gets_at_anothers_cards(rig: Rig, payer: Payer, stripe: Double) -> None:
    theirs, other = await payer.saved(), Payer(rig, stripe)
    await other.saved()
    for method, path in (("PUT", f"payments/methods/{theirs}/default"), ("DELETE", f"payments/methods/{theirs}")):
        assert (await other.ask(method, path, 404))["code"] == "saved_method_not_found"
    assert len((await payer.ask("GET", "payments/methods", 200))["items"]) == 1


async def test_of_a_card_nothing_is_kept_here(rig: Rig, payer: Payer) -> None:
    await payer.saved()
    [row] = await rig.db.fetch("SELECT row::text AS kept FROM customers AS row")
    assert "4242" not in row["kept"]


async def test_a_provider_that_is_out_of_order_is_said_to_be(rig: Rig, payer: Payer, stripe: Double) -> None:
    await payer.saved()
    await stripe.control("faults", path="/v1/payment_methods", work=False, answer="reset")
    refused = await payer.ask("GET", "payments/methods", 503)
    assert refused["code"] == "provider_unavailable"


async def test_the_provider_forgets_a_person_who_was_forgotten(rig: Rig, payer: Payer, stripe: Double) -> None:
    await payer.saved()
    [row] = await rig.db.fetch("SELECT reference FROM customers")
    gone = UserDeleted(user_id=payer.id, aggregate_version=9, role="investor", status="deleted")
    await rig.deliver(gone, gone)
    await rig.run_task("close_customer")
    await rig.run_task("close_customer")
    answer = await stripe.http.get(f"/v1/customers/{row['reference']}", headers={"authorization": "Bearer sk_test_x"})
    assert answer.status_code == 404 or answer.json().get("deleted")
