"""Keys in devices: added, used to sign in alone, after the password and for step-up, renamed and removed."""

import asyncio

import jwt
import pytest

from identity.passkeys.relying_party import RelyingParty
from identity.settings import Settings


def claims(answer):
    return jwt.decode(answer.json()["access_token"], options={"verify_signature": False})


async def login_options(person):
    answer = await person.visitor.post("passkeys/login/options")
    assert answer.status_code == 200
    return answer.json()["public_key"]


async def sign_in(person, credential):
    return await person.visitor.post("passkeys/login", {"credential": credential})


def refused(answer):
    return (answer.status_code, answer.json()["code"]) == (401, "passkey_refused")


async def test_a_passkey_signs_in_alone_and_counts_as_both_factors(guarded, device):
    await guarded.add_passkey(device)
    options = await login_options(guarded)
    assert options["allowCredentials"] == []
    assert (options["userVerification"], options["rpId"]) == ("required", "amigok.test")
    answer = await sign_in(guarded, device.get(options))
    assert answer.status_code == 200, answer.text
    assert claims(answer)["amr"] == ["hwk", "mfa"]
    assert answer.json()["user"]["username"] == "ada"
    assert (await guarded.visitor.me(answer.json()["access_token"])).status_code == 200


async def test_a_new_passkey_is_discoverable_verifies_its_user_and_is_not_of_a_device_that_has_one(ada, device):
    await ada.add_passkey(device)
    options = (await ada.post("passkeys/register/options")).json()["public_key"]
    selection = options["authenticatorSelection"]
    assert (selection["residentKey"], selection["userVerification"]) == ("required", "required")
    assert [each["id"] for each in options["excludeCredentials"]] == [device.get(await login_options(ada))["id"]]
    assert options["excludeCredentials"][0]["transports"] == ["internal"]
    again = await ada.post("passkeys/register", {"name": "again", "credential": device.create(options)})
    assert (again.status_code, again.json()["code"]) == (409, "passkey_exists")


async def test_a_passkey_is_a_second_factor(guarded, device):
    await guarded.add_passkey(device)
    body = await guarded.challenged()
    assert body["methods"] == ["code", "recovery_code", "passkey"]
    assert len(body["passkey_options"]["allowCredentials"]) == 1
    answer = await guarded.second(body["challenge"], passkey=device.get(body["passkey_options"]))
    assert answer.status_code == 200
    assert claims(answer)["amr"] == ["hwk", "mfa", "pwd"]


async def test_a_passkey_alone_does_not_take_the_password_away(ada, device):
    await ada.add_passkey(device)
    assert "access_token" in (await ada.visitor.login()).json()


@pytest.mark.parametrize("two_factors", [False, True])
async def test_a_passkey_steps_up(ada, device, two_factors):
    await ada.add_passkey(device)
    if two_factors:
        await ada.switch_on()
    options = (await ada.post("step-up/options")).json()
    assert options["methods"][-1] == "passkey"
    answer = await ada.post("step-up", {"passkey": device.get(options["passkey_options"])})
    assert answer.status_code == 200
    assert claims(answer)["amr"] == ["hwk", "mfa", "pwd"]


async def test_pages_of_another_origin_or_for_another_site_get_nothing(ada, device):
    options = (await ada.post("passkeys/register/options")).json()["public_key"]
    for wrong in ({"origin": "https://amigok.test.evil.test"}, {"origin": "http://app.amigok.test"}, {"rp_id": "evil"}):
        body = {"name": "phone", "credential": device.create(options, **wrong)}
        answer = await ada.post("passkeys/register", body)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_passkey")
        options = (await ada.post("passkeys/register/options")).json()["public_key"]
    await ada.add_passkey(device)
    for wrong in ({"origin": "https://evil.test"}, {"rp_id": "evil.test"}):
        assert refused(await sign_in(ada, device.get(await login_options(ada), **wrong)))
    other_page = device.get(await login_options(ada), origin="https://www.amigok.test")
    assert (await sign_in(ada, other_page)).status_code == 200


async def test_a_challenge_is_answered_once(ada, device):
    await ada.add_passkey(device)
    options = await login_options(ada)
    assert (await sign_in(ada, device.get(options))).status_code == 200
    assert refused(await sign_in(ada, device.get(options)))
    failed = await login_options(ada)
    assert refused(await sign_in(ada, device.get(failed, origin="https://evil.test")))
    assert refused(await sign_in(ada, device.get(failed)))


async def test_one_challenge_answered_twice_at_once_opens_one_session(ada, device):
    await ada.add_passkey(device)
    options = await login_options(ada)
    answers = await asyncio.gather(*(sign_in(ada, device.get(options)) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401]


async def test_a_challenge_is_good_for_five_minutes_and_must_be_ours(ada, device, pass_time):
    await ada.add_passkey(device)
    options = await login_options(ada)
    assert refused(await sign_in(ada, device.get({**options, "challenge": "A" * 43})))
    pass_time(minutes=5)
    assert refused(await sign_in(ada, device.get(options)))


async def test_a_challenge_serves_its_purpose_only(guarded, device):
    await guarded.add_passkey(device)
    stepping = (await guarded.post("step-up/options")).json()["passkey_options"]
    second = (await guarded.challenged())["passkey_options"]
    for options in (stepping, second):
        assert refused(await sign_in(guarded, device.get(options)))
    assert (await guarded.post("step-up", {"passkey": device.get(second)})).status_code == 422
    challenge = (await guarded.challenged())["challenge"]
    public = await login_options(guarded)
    for options in (stepping, public):
        assert (await guarded.second(challenge, passkey=device.get(options))).status_code == 401


async def test_somebody_elses_passkey_or_challenge_is_refused(guarded, arrive, authenticator):
    mine, yours = authenticator(), authenticator()
    bob = await arrive("bob")
    await guarded.add_passkey(mine)
    await bob.add_passkey(yours)
    body = await guarded.challenged()
    assert (await guarded.second(body["challenge"], passkey=yours.get(body["passkey_options"]))).status_code == 401
    bobs = (await bob.post("step-up/options")).json()["passkey_options"]
    assert (await guarded.post("step-up", {"passkey": mine.get(bobs)})).status_code == 422
    asked = (await bob.post("passkeys/register/options")).json()["public_key"]
    answer = await guarded.post("passkeys/register", {"name": "x", "credential": authenticator().create(asked)})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_passkey")
    yours.user = mine.user
    assert refused(await sign_in(guarded, yours.get(await login_options(guarded))))


async def test_a_forged_signature_is_refused(ada, device, authenticator):
    await ada.add_passkey(device)
    thief = authenticator()
    thief.id, thief.user, thief.count = device.id, device.user, 100
    assert refused(await sign_in(ada, thief.get(await login_options(ada))))
    unknown = authenticator()
    assert refused(await sign_in(ada, unknown.get(await login_options(ada))))


async def test_a_copied_device_is_noticed_by_its_count(ada, device):
    await ada.add_passkey(device)
    assert (await sign_in(ada, device.get(await login_options(ada)))).status_code == 200
    device.count -= 1
    assert refused(await sign_in(ada, device.get(await login_options(ada))))
    assert (await sign_in(ada, device.get(await login_options(ada)))).status_code == 200


async def test_a_device_that_does_not_count_signs_in_again_and_again(ada, authenticator):
    device = authenticator(counts=False)
    await ada.add_passkey(device)
    for _ in range(2):
        assert (await sign_in(ada, device.get(await login_options(ada)))).status_code == 200


async def test_a_device_that_does_not_verify_its_user_is_refused(ada, device, authenticator):
    options = (await ada.post("passkeys/register/options")).json()["public_key"]
    careless = authenticator(verifies=False)
    answer = await ada.post("passkeys/register", {"name": "x", "credential": careless.create(options)})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_passkey")
    await ada.add_passkey(device)
    device.verifies = False
    assert refused(await sign_in(ada, device.get(await login_options(ada))))


async def test_wrong_answers_of_passkeys_end_a_login_challenge_too(guarded, device, authenticator):
    await guarded.add_passkey(device)
    body = await guarded.challenged()
    for _ in range(5):
        answer = await guarded.second(body["challenge"], passkey=authenticator().get(body["passkey_options"]))
        assert answer.json()["code"] == "invalid_second_factor"
    assert (await guarded.second(body["challenge"], code=guarded.next_code())).json()["code"] == "invalid_challenge"


async def test_passkeys_are_listed_renamed_and_removed_by_their_owner_only(ada, arrive, authenticator):
    bob = await arrive("bob")
    devices = [authenticator(), authenticator()]
    first, second = [await ada.add_passkey(device, name) for device, name in zip(devices, ("a", "b"), strict=True)]
    page = (await ada.request("GET", "passkeys?limit=1")).json()
    assert [item["id"] for item in page["items"]] == [second]
    rest = (await ada.request("GET", f"passkeys?cursor={page['next_cursor']}")).json()
    assert [item["id"] for item in rest["items"]] == [first]
    assert set(rest["items"][0]) == {"id", "name", "created_at", "last_used_at"}
    assert (await bob.request("GET", "passkeys")).json()["items"] == []
    for method, body in (("PATCH", {"name": "mine"}), ("DELETE", None)):
        assert (await bob.request(method, f"passkeys/{first}", body)).status_code == 404
    renamed = await ada.request("PATCH", f"passkeys/{first}", {"name": " Ada\u2019s phone "})
    assert (renamed.status_code, renamed.json()["name"]) == (200, "Ada\u2019s phone")
    assert (await ada.request("DELETE", f"passkeys/{first}")).status_code == 204
    assert (await ada.request("DELETE", f"passkeys/{first}")).status_code == 404
    assert refused(await sign_in(ada, devices[0].get(await login_options(ada))))
    assert (await sign_in(ada, devices[1].get(await login_options(ada)))).status_code == 200


async def test_their_owner_is_told(ada, device):
    passkey = await ada.add_passkey(device)
    await ada.request("DELETE", f"passkeys/{passkey}")
    mails = await ada.visitor.mails()
    assert ["added" in mails[-2], "removed" in mails[-1]] == [True, True]
    rows = await ada.visitor.rig.db.fetch(
        "SELECT action, details FROM activities WHERE action ~ 'factor|recovery|passkey' ORDER BY id"
    )
    assert [row["action"] for row in rows] == ["passkey_added", "passkey_removed"]


async def test_an_account_has_at_most_twenty_even_when_they_are_added_at_once(ada, device, authenticator):
    await ada.add_passkey(device)
    await ada.visitor.rig.db.fetch(
        "INSERT INTO passkeys (id, user_id, credential_id, public_key, sign_count, transports, name, created_at) "
        "SELECT gen_random_uuid(), user_id, decode(md5(n::text), 'hex'), public_key, 0, '{}', 'x', created_at "
        "FROM passkeys, generate_series(1, 17) AS n"
    )
    made = []
    for _ in range(4):
        options = (await ada.post("passkeys/register/options")).json()["public_key"]
        made.append({"name": "x", "credential": authenticator().create(options)})
    answers = await asyncio.gather(*(ada.post("passkeys/register", body) for body in made))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 409, 409]
    options = await ada.post("passkeys/register/options")
    assert (options.status_code, options.json()["code"]) == (409, "too_many_passkeys")


async def test_one_passkey_for_two_accounts_at_once_belongs_to_one(ada, arrive, device):
    bob = await arrive("bob")
    bodies = []
    for person in (ada, bob):
        options = (await person.post("passkeys/register/options")).json()["public_key"]
        bodies.append({"name": "x", "credential": device.create(options)})
    answers = await asyncio.gather(ada.post("passkeys/register", bodies[0]), bob.post("passkeys/register", bodies[1]))
    assert sorted(answer.status_code for answer in answers) == [201, 409]


@pytest.mark.parametrize("name", ["", " ", "x" * 61, "a\x00b", "a\u202eb", "\u0958" * 60, None, 1])
async def test_odd_names_are_refused(ada, device, name):
    passkey = await ada.add_passkey(device)
    assert (await ada.request("PATCH", f"passkeys/{passkey}", {"name": name})).status_code == 422


@pytest.mark.parametrize(
    "change",
    [
        {"id": "A"},
        {"rawId": "A"},
        {"rawId": "AAAA"},
        {"rawId": "A" * 2000},
        {"type": "password"},
        {"id": None},
        {"response": {}},
        {"response": None},
        {"clientDataJSON": "AAAA"},
        {"clientDataJSON": "A"},
        {"clientDataJSON": "W1tb"},
        {"clientDataJSON": "W1" * 6000},
        {"clientDataJSON": "eyJ0eXBlIjoxLCJjaGFsbGVuZ2UiOjEsIm9yaWdpbiI6MX0"},
        {"authenticatorData": "AAAA"},
        {"authenticatorData": "A" * 17_000},
        {"signature": "AAAA"},
        {"userHandle": "AAAA"},
        {"userHandle": "A"},
        {"userHandle": 1},
    ],
)
async def test_odd_answers_of_passkeys_are_refused(ada, device, change):
    await ada.add_passkey(device)
    credential = device.get(await login_options(ada))
    for key, value in change.items():
        (credential if key in credential else credential["response"])[key] = value
    assert (await sign_in(ada, credential)).status_code in (401, 422)


@pytest.mark.parametrize("attestation", ["AAAA", "o2NmbXRkbm9uZQ", "A", "gICA" * 900, "oA", "owAAAQE"])
async def test_odd_passkeys_are_refused(ada, device, attestation):
    options = (await ada.post("passkeys/register/options")).json()["public_key"]
    credential = device.create(options)
    credential["response"]["attestationObject"] = attestation
    answer = await ada.post("passkeys/register", {"name": "x", "credential": credential})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_passkey")


def test_the_site_of_passkeys_is_the_public_url_unless_the_settings_say_otherwise(monkeypatch):
    own = RelyingParty.of(Settings(), "https://elsewhere.test:8443/app")
    assert own == RelyingParty("amigok.test", ("https://app.amigok.test", "https://www.amigok.test"))
    for name in ("IDENTITY_RP_ID", "IDENTITY_RP_ORIGINS"):
        monkeypatch.delenv(name)
    default = RelyingParty.of(Settings(), "https://elsewhere.test:8443/app")
    assert default == RelyingParty("elsewhere.test", ("https://elsewhere.test:8443",))


async def test_the_export_names_passkeys_without_their_keys(ada, device):
    added = await ada.add_passkey(device)
    answer = await ada.visitor.rig.http.post("/api/v1/me/export", headers={"Authorization": f"Bearer {ada.access}"})
    (passkey,) = answer.json()["passkeys"]
    assert (passkey["id"], passkey["name"]) == (added, "phone")
    assert set(passkey) == {"id", "name", "created_at", "last_used_at"}
