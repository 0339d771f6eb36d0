from amigok_chassis import transit
from amigok_contracts.identity import UserContactChanged

PATH = "/api/v1/me/contact-consent"


def told(rig, event):
    """The address and the number in an event."""
    sealed = {"email": event.sealed_email, "phone": event.sealed_phone}
    key = rig.db.fleet_key
    return tuple(
        each and transit.unseal(key, each, bound=f"contact {what} {event.user_id}") for what, each in sealed.items()
    )


async def consent(visitor, access, **agreed):
    headers = {"Authorization": f"Bearer {access}"}
    return await visitor.rig.http.put(PATH, json={"email": False, "phone": False} | agreed, headers=headers)


async def test_nothing_is_handed_over_before_the_user_agrees(visitor):
    access = (await visitor.signed_in())["access_token"]
    before = await visitor.rig.http.get(PATH, headers={"Authorization": f"Bearer {access}"})
    assert before.json() == {"email": False, "phone": False}
    assert await visitor.rig.events(UserContactChanged) == []


async def test_what_a_user_agrees_to_is_handed_over_sealed_and_taken_back(visitor):
    access = (await visitor.signed_in())["access_token"]
    assert (await consent(visitor, access, email=True, phone=True)).json() == {"email": True, "phone": True}
    await consent(visitor, access)
    given, withdrawn = await visitor.rig.events(UserContactChanged)
    assert told(visitor.rig, given) == ("ada@amigok.test", None)
    assert "amigok.test" not in given.model_dump_json()
    assert told(visitor.rig, withdrawn) == (None, None)


async def test_another_number_is_handed_over_when_it_is_verified(visitor):
    access = (await visitor.signed_in())["access_token"]
    await consent(visitor, access, phone=True)
    await visitor.post("phone", {"phone": "+84912345678"}, access=access)
    [sms] = await visitor.rig.db.fetch("SELECT text FROM sms")
    code = "".join(char for char in sms["text"] if char.isdigit())[:6]
    assert (await visitor.post("verify-phone", {"code": code}, access=access)).status_code == 200
    *_, last = await visitor.rig.events(UserContactChanged)
    assert told(visitor.rig, last) == (None, "+84912345678")
