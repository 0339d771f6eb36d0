"""Where people can be reached."""

from uuid import UUID, uuid4

from amigok_chassis import transit
from amigok_chassis.testing import Rig
from amigok_contracts.identity import UserContactChanged, UserDeleted
from notification.addresses import service


def contact(
    rig: Rig, user: UUID, version: int, *, email: str | None = None, phone: str | None = None
) -> UserContactChanged:
    """What identity says about a user."""
    sealed = {
        f"sealed_{what}": value and transit.seal(rig.db.fleet_key, value, bound=f"contact {what} {user}")
        for what, value in (("email", email), ("phone", phone))
    }
    return UserContactChanged(user_id=user, aggregate_version=version, **sealed)  # type: ignore[arg-type]


async def reached(rig: Rig, user: UUID) -> dict[str, str]:
    """Each channel of a user with the address."""
    rows = await rig.db.fetch("SELECT id FROM addresses WHERE user_id = $1", user)
    found = [await service.opened(rig.db, row["id"]) for row in rows]
    return {each.channel: each.value for each in found if each}


async def test_what_a_user_agrees_to_is_kept_sealed_and_forgotten_when_withdrawn(rig: Rig) -> None:
    anna = uuid4()
    await rig.deliver(contact(rig, anna, 2, email="anna@amigok.test", phone="+84912345678"))
    assert await reached(rig, anna) == {"email": "anna@amigok.test", "sms": "+84912345678"}
    assert b"anna" not in (await rig.db.fetch("SELECT sealed FROM addresses"))[0]["sealed"]
    await rig.deliver(contact(rig, anna, 3, email="anna@amigok.test"))
    await rig.deliver(contact(rig, anna, 1, phone="+84912345678"))
    assert await reached(rig, anna) == {"email": "anna@amigok.test"}


async def test_an_address_that_another_user_verified_is_theirs(rig: Rig) -> None:
    anna, ben = uuid4(), uuid4()
    await rig.deliver(contact(rig, anna, 1, email="shared@amigok.test"))
    await rig.deliver(contact(rig, ben, 1, email="shared@amigok.test"))
    assert (await reached(rig, anna), await reached(rig, ben)) == ({}, {"email": "shared@amigok.test"})


async def test_nothing_is_sent_to_a_dead_address_until_it_is_given_anew(rig: Rig) -> None:
    anna = uuid4()
    await rig.deliver(contact(rig, anna, 1, email="anna@amigok.test"))
    [row] = await rig.db.fetch("SELECT id FROM addresses")
    async with rig.db.unit_of_work() as db:
        await service.died(db, row["id"], reason="bounced")
    assert await reached(rig, anna) == {}
    await rig.deliver(contact(rig, anna, 2, email="anna@amigok.test", phone="+84912345678"))
    assert await reached(rig, anna) == {"sms": "+84912345678"}
    await rig.deliver(contact(rig, anna, 3), contact(rig, anna, 4, email="anna@amigok.test"))
    assert await reached(rig, anna) == {"email": "anna@amigok.test"}


async def test_addresses_of_a_deleted_user_are_forgotten_for_good(rig: Rig) -> None:
    anna = uuid4()
    await rig.deliver(contact(rig, anna, 1, email="anna@amigok.test"))
    await rig.is_known(anna, status="deleted")
    await rig.deliver(UserDeleted(user_id=anna, role="investor", status="deleted"))
    await rig.deliver(contact(rig, anna, 2, email="anna@amigok.test"))
    assert await rig.db.fetch("SELECT 1 FROM addresses") == []


async def test_an_address_that_was_kept_while_its_user_was_deleted_is_swept(rig: Rig) -> None:
    anna = uuid4()
    await rig.deliver(contact(rig, anna, 1, email="anna@amigok.test"))
    await rig.is_known(anna, status="deleted")
    for job in ("sweep_addresses", "sweep_contacts"):
        await rig.run_job(job)
    assert await rig.db.fetch("SELECT user_id FROM addresses UNION SELECT user_id FROM contacts") == []
