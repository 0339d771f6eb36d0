"""The fleet hears by what a user is found, as digests, and when somebody signs in differently."""

from typing import Any

from amigok_chassis import transit
from amigok_chassis.ids import new_id
from amigok_contracts.identity import KycApproved, UserCredentialsChanged, UserHandlesChanged

PASSWORD = "seven grey sheep graze"
ANOTHER = "nine brown cows at noon"


def digests(rig: Any, email: str, username: str) -> tuple[str, str]:
    key = rig.db.fleet_key
    return transit.digest(key, "email", email), transit.digest(key, "username", username)


async def told(rig: Any) -> list[tuple[str, str | None]]:
    """The digests that were published, oldest first; their versions must grow."""
    events = await rig.events(UserHandlesChanged)
    versions = [event.aggregate_version for event in events]
    assert versions == sorted(set(versions))
    return [(event.email_digest, event.username_digest) for event in events]


async def test_a_verified_address_and_username_are_told_as_digests_of_small_letters(visitor: Any) -> None:
    await visitor.register("ada", email="Ada@amigok.test", username="Ada.Byron")
    assert await told(visitor.rig) == []
    text = (await visitor.rig.db.fetch("SELECT text FROM mails"))[0]["text"]
    token = text.split("token=")[1].split()[0]
    assert (await visitor.post("verify-email", {"token": token})).status_code == 200
    assert await told(visitor.rig) == [digests(visitor.rig, "ada@amigok.test", "ada.byron")]
    said = str(await visitor.rig.db.fetch("SELECT data FROM outbox WHERE type = $1", UserHandlesChanged.type))
    assert "amigok.test" not in said.lower()


async def test_another_address_is_told_with_a_later_version(visitor: Any) -> None:
    access = (await visitor.signed_in())["access_token"]
    await visitor.post("email/change", {"email": "countess@amigok.test"}, access=access)
    token, _ = await visitor.proof("countess")
    assert (await visitor.post("email/confirm", {"token": token}, access=access)).status_code == 200
    assert await told(visitor.rig) == [
        digests(visitor.rig, "ada@amigok.test", "ada"),
        digests(visitor.rig, "countess@amigok.test", "ada"),
    ]
    (changed,) = await visitor.rig.events(UserCredentialsChanged)
    assert changed.what == "email"


async def test_another_password_is_told(visitor: Any) -> None:
    access = (await visitor.signed_in())["access_token"]
    body = {"current_password": PASSWORD, "new_password": ANOTHER}
    answer = await visitor.call("PUT", "password", body, access=access)
    assert answer.is_success, answer.text
    (changed,) = await visitor.rig.events(UserCredentialsChanged)
    (user,) = await visitor.rig.db.fetch("SELECT id, credentials_changed_at FROM users")
    assert (changed.user_id, changed.what, changed.changed_at) == (
        user["id"],
        "password",
        user["credentials_changed_at"],
    )


async def test_who_was_there_before_is_announced_once(visitor: Any) -> None:
    rig = visitor.rig
    await visitor.verified("ada")
    await visitor.verified("ben")
    await visitor.register("unverified")
    await rig.db.fetch("DELETE FROM outbox")
    await rig.db.fetch("UPDATE users SET handles_version = 0, kyc_status = 'approved' WHERE email = 'ada@amigok.test'")
    (ada,) = await rig.db.fetch("SELECT id FROM users WHERE email = 'ada@amigok.test'")
    await rig.db.fetch(
        "INSERT INTO kyc_submissions (id, user_id, status, submitted_at, decided_at, decided_by) "
        "VALUES ($1, $2, 'approved', now(), now(), $3)",
        new_id(),
        ada["id"],
        new_id(),
    )
    for _ in range(2):
        await rig.run_job("introduce_users")
    assert await told(rig) == [digests(rig, "ada@amigok.test", "ada")]
    (approved,) = await rig.events(KycApproved)
    assert approved.user_id == ada["id"]
