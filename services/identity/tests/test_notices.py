"""Owners of accounts are mailed what they have to know at once."""

import pytest

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.wallet import ExitNoticed


def noticed(user_id, reason=None):
    return ExitNoticed(
        reference_id=new_id(),
        user_id=user_id,
        purpose="wallet.transfer",
        amount=Money.of_minor(24_000, "USD"),
        signs=("new_device",),
        reason=reason,
    )


@pytest.mark.parametrize(
    ("reason", "says"), [(None, "has just left your wallet"), ("exit_delayed", "refused to let 240.00 USD leave")]
)
async def test_the_owner_is_mailed_about_an_unusual_exit(visitor, reason, says):
    ada = await visitor.signed_in()
    await visitor.rig.deliver(noticed(ada["user"]["id"], reason))
    assert says in (await visitor.mails())[-1]
    log = await visitor.rig.http.get("/api/v1/me/activity", headers={"Authorization": f"Bearer {ada['access_token']}"})
    assert log.json()["items"][0]["action"] == "unusual_exit"


async def test_an_exit_that_is_noticed_again_is_told_once(visitor):
    ada = await visitor.signed_in()
    before = len(await visitor.mails())
    refused = noticed(ada["user"]["id"], "exit_delayed")
    let_go = refused.model_copy(update={"reason": None})
    await visitor.rig.deliver(refused, refused, let_go, refused, let_go)
    assert len(await visitor.mails()) - before == 2


async def test_many_notices_at_once_are_few_mails(visitor):
    ada = (await visitor.signed_in())["user"]["id"]
    before = len(await visitor.mails())
    await visitor.rig.deliver(*(noticed(ada) for _ in range(50)))
    assert 1 <= len(await visitor.mails()) - before < 20


async def test_nobody_is_mailed_about_an_account_that_is_not_here(visitor):
    await visitor.rig.deliver(noticed(new_id()))
    assert await visitor.rig.db.fetch("SELECT FROM mails") == []
