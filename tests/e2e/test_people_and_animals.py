"""Who may act, and what may be sold: through the gateway, across services."""

from typing import Any

from amigok.client import Person
from amigok_chassis.patience import PATIENCE, until
from amigok_client import Problem


async def refused(person: Person, method: str, path: str, body: Any = None) -> str | None:
    """The code of the problem that the answer is; None when it is none."""
    try:
        await person.call(method, path, **({} if body is None else {"json": body}))
    except Problem as problem:
        return problem.code
    return None


async def test_an_animal_in_quarantine_is_seen_to_be_blocked_and_sold_when_that_is_over(fleet: Any) -> None:
    anna = await fleet.person("anna", money="500.00")
    (sheep,) = await fleet.flock(1, price="240.00")
    farm = (await anna.get(f"/livestock/{sheep}"))["farm_id"]
    listing = f"/marketplace/livestock/{sheep}"
    begun = await fleet.admin.post(f"/staff/farms/{farm}/quarantine", {"note": "Blisters"})

    async def sellable() -> bool:
        return bool((await anna.get(listing))["sellable"])

    async def blocked() -> bool:
        return not await sellable()

    await until(blocked)
    assert (await anna.get(f"/livestock/{sheep}/sale-status"))["blocks"][0]["reason"] == "quarantine"
    body = {"listing_id": (await anna.get(listing))["id"]}
    assert await refused(anna, "POST", f"{listing}/buy", body) == "not_for_sale"
    assert await anna.balance() == ("500.00", "0.00")
    over = {"quarantine_id": begun["id"], "note": "Healed"}
    await fleet.admin.post(f"/staff/farms/{farm}/quarantine/end", over)
    await until(sellable)
    assert (await anna.buy(sheep)).state == "completed"
    await fleet.at_rest()


async def test_whoever_is_deactivated_is_refused_by_every_service_within_seconds(fleet: Any) -> None:
    ben = await fleet.person("ben")
    await fleet.prove_administrators()
    admin = fleet.admin
    assert await refused(ben, "PUT", f"/admin/users/{admin.id}/status", {"status": "active"}) == "forbidden"
    body = {"status": "deactivated", "reason": "Asked for it"}
    await admin.call("PUT", f"/admin/users/{ben.id}/status", json=body)

    async def out() -> bool:
        paths = ("/me", "/my-livestock", "/wallet/balance", "/marketplace/my-orders")
        return {await refused(ben, "GET", path) for path in paths} == {"unauthenticated"}

    await until(out, seconds=PATIENCE / 6)
    log = (await admin.get(f"/admin/identity/audit-log?subject_id={ben.id}"))["items"]
    assert [entry["action"] for entry in log] == ["user.deactivated"]
