"""doubles: play the payer, the bank, the reader and their providers by hand, on a local run."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from amigok import doubles
from amigok.commands import DEFAULT, Folder
from amigok.state import State

app = typer.Typer(no_args_is_help=True)

Payment = Annotated[str, typer.Argument(help="Its id, of ours or of the provider's.", metavar="ID")]
Fail = Annotated[bool, typer.Option("--fail", help="It does not work out.")]


class Dispute(StrEnum):
    won = "won"
    lost = "lost"


class Payout(StrEnum):
    paid = "paid"
    failed = "failed"


class Refund(StrEnum):
    succeeded = "succeeded"
    failed = "failed"


@app.command()
def pay(
    payment: Payment,
    method: Annotated[str, typer.Option(help="Stripe's name of a test card, or its like.")] = "pm_card_visa",
    state: Folder = DEFAULT,
) -> None:
    """The payer fills in Stripe's form, or approves at PayPal."""
    _play(state, f"payments/{payment}/pay", payment_method=method)


@app.command()
def authenticate(payment: Payment, fail: Fail = False, state: Folder = DEFAULT) -> None:
    """The payer passes 3-D Secure."""
    _play(state, f"payments/{payment}/authenticate", success=not fail)


@app.command()
def settle(payment: Payment, fail: Fail = False, state: Folder = DEFAULT) -> None:
    """What is under way arrives: a bank transfer, crypto, a pending capture."""
    _play(state, f"payments/{payment}/settle", success=not fail)


@app.command()
def dispute(payment: Payment, state: Folder = DEFAULT) -> None:
    """The payer's bank takes the money back, for now."""
    _play(state, f"payments/{payment}/dispute")


@app.command()
def decide(payment: Payment, outcome: Dispute, state: Folder = DEFAULT) -> None:
    """The dispute of a payment ends."""
    _play(state, f"disputes/{payment}/close", status=outcome.value)


@app.command()
def refund(refund: Payment, outcome: Refund, state: Folder = DEFAULT) -> None:
    """A refund arrives, or comes back."""
    _play(state, f"refunds/{refund}/close", status=outcome.value)


@app.command()
def payout(payout: Payment, outcome: Payout, state: Folder = DEFAULT) -> None:
    """A payout arrives, or comes back."""
    _play(state, f"payouts/{payout}/close", status=outcome.value)


@app.command()
def pushed(state: Folder = DEFAULT) -> None:
    """List what browsers and phones were sent."""
    for kind, shown in doubles.pushed(State.load(state)).items():
        for address, messages in shown.items():
            print(f"{kind} {address}: {len(messages)}")
            for message in messages:
                print(f"  {json.dumps(message, ensure_ascii=False)}")


@app.command()
def bounce(
    address: Annotated[str, typer.Argument(help="A mail address, or a number.")],
    complain: Annotated[bool, typer.Option("--complain", help="The reader calls it spam.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """The provider reports that a mail or an SMS did not arrive."""
    channel = "email" if "@" in address else "sms"
    doubles.report(State.load(state), type="complained" if complain else "bounced", channel=channel, address=address)


def _play(folder: Folder, path: str, **body: object) -> None:
    done = doubles.play(State.load(folder), path, body)
    print(f"{done['provider']}: {done['id']} is {done['status']}")
