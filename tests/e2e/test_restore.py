"""One database is put back to an earlier state while the fleet goes on, by the commands of docs/operations.md."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from amigok import demo_money
from amigok.client import Person, usd
from amigok_client.api import listings
from amigok_client.models import OfferIn, OrderPaymentIn, PaymentDepositIn


async def amigok(fleet: Any, *arguments: str) -> str:
    """What an operator's command says. It must end well."""
    done = await asyncio.to_thread(
        subprocess.run,
        [str(Path(sys.executable).with_name("amigok")), *arguments, "--state", str(fleet.folder)],
        env={key: value for key, value in os.environ.items() if not key.startswith("AMIGOK_")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return str(done.stdout + done.stderr)


async def bring_in(fleet: Any, person: Person, amount: str, method: Literal["card", "paypal"]) -> None:
    await demo_money.pay(fleet.state, person, PaymentDepositIn(usd(amount), method, "deposit"))


async def test_a_wallet_of_yesterday_learns_of_new_users_deposits_and_purchases_in_their_order(
    fleet: Any, tmp_path: Path
) -> None:
    """Each step needs the one before: nobody is charged who is not known, and no order is paid without a deposit."""
    sheep, lamb, ram = await fleet.flock(3, price="100.00")
    await fleet.at_rest()
    await amigok(fleet, "backup", "wallet", "--to", str(tmp_path))

    anna, ben, carl = [await fleet.person(name) for name in ("anna", "ben", "carl")]
    await bring_in(fleet, anna, "150.00", "card")
    await bring_in(fleet, ben, "400.00", "paypal")
    await fleet.at_rest()
    assert (await anna.buy(sheep)).state == "completed"
    await anna.send(listings.offer_own_listing(sheep, body=OfferIn(usd("300.00"))))
    assert (await ben.buy(sheep)).state == "completed"
    assert (await anna.buy(lamb)).state == "completed"
    order = await carl.order(ram, pay_with="payment")
    await demo_money.pay(fleet.state, carl, OrderPaymentIn("card", order.id, "order"))
    assert (await carl.follow(order.id)).state == "completed"
    await fleet.at_rest()
    before = [await person.balance() for person in (anna, ben, carl)]

    said = await amigok(fleet, "restore", "wallet", "--from", str(tmp_path / "wallet.dump"), "--yes")
    assert " handled, 0 known before, 0 failed" in said
    found = await fleet.at_rest()
    assert found.differences == []
    assert [await person.balance() for person in (anna, ben, carl)] == before
    assert "0 differences" in await amigok(fleet, "check")

    again = await amigok(fleet, "stop", "wallet") + await amigok(fleet, "replay", "wallet")
    assert "wallet: 0 handled, 0 known before, 0 failed" in again
    await amigok(fleet, "start", "wallet")
    await bring_in(fleet, anna, "50.00", "card")
    await fleet.at_rest()
    assert '"database.restored"' in (fleet.folder / "logs/operator.log").read_text()
