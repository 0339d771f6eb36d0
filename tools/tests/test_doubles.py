"""Doubles of providers run beside the fleet, and do what they are told by hand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from amigok import doubles, ports
from amigok.fleet import SERVICES
from amigok.state import Entry, State
from amigok.supervisor import Supervisor
from amigok_chassis.patience import PATIENCE
from notification.senders.fcm import ServiceAccount

AMIGOK = Path(sys.executable).with_name("amigok")


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """A run that has its doubles and nothing else."""
    state = State(folder=tmp_path / "state")
    ports.settle(state.ports, doubles.NAMES)

    def remember(entries: dict[str, Entry]) -> None:
        state.processes = entries
        state.save()

    supervisor = Supervisor(say=lambda message: None, changed=remember)
    for task in doubles.tasks(state, SERVICES):
        supervisor.start(task)
    supervisor.await_ready(doubles.NAMES)
    yield state
    supervisor.stop()


def play(state: State, *words: str) -> subprocess.CompletedProcess[str]:
    """Called from another folder than the root."""
    told = [AMIGOK, "doubles", *words, "--state", state.folder]
    return subprocess.run(told, cwd=state.folder, capture_output=True, text=True, timeout=PATIENCE, check=False)


def test_a_payment_is_played_by_hand(state: State) -> None:
    settings = doubles.settings(state, "payment")
    stripe = settings["PAYMENT_STRIPE_URL"]
    key = {"authorization": f"Bearer {settings['PAYMENT_STRIPE_KEY']}"}
    asked = {"amount": "1000", "currency": "usd", "metadata[payment_id]": "ours"}
    intent = httpx.post(f"{stripe}/v1/payment_intents", data=asked, headers=key).json()
    assert play(state, "pay", "ours").stdout == f"stripe: {intent['id']} is succeeded\n"
    assert play(state, "dispute", "ours").stdout.endswith("is needs_response\n")
    assert play(state, "decide", "ours", "lost").stdout.endswith("is lost\n")
    refused = play(state, "settle", "ours")
    assert (refused.returncode, refused.stderr.startswith("amigok: stripe refuses")) == (1, True)
    assert "no double knows" in play(state, "pay", "nobody").stderr


def test_a_payer_approves_at_paypal(state: State) -> None:
    url = doubles.settings(state, "payment")["PAYMENT_PAYPAL_URL"]
    token = httpx.post(
        f"{url}/v1/oauth2/token", data={"grant_type": "client_credentials"}, auth=("id", "secret")
    ).json()
    headers = {"authorization": f"Bearer {token['access_token']}", "paypal-request-id": "1"}
    unit = {"amount": {"currency_code": "USD", "value": "10.00"}, "custom_id": "ours"}
    back = {"return_url": "http://localhost", "cancel_url": "http://localhost"}
    source = {"paypal": {"experience_context": back}}
    order = {"intent": "CAPTURE", "purchase_units": [unit], "payment_source": source}
    made = httpx.post(f"{url}/v2/checkout/orders", json=order, headers=headers).json()
    assert play(state, "pay", "ours").stdout == f"paypal: {made['id']} is APPROVED\n"


def test_a_provider_of_ones_own_has_no_double(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = State(folder=tmp_path / "state")
    ports.settle(state.ports, doubles.NAMES)
    monkeypatch.setenv("PAYMENT_STRIPE_KEY", "sk_live_ours")
    assert "stripe" not in [task.name for task in doubles.tasks(state, SERVICES)]
    assert not [name for name in doubles.settings(state, "payment") if name.startswith("PAYMENT_STRIPE")]


def test_what_a_browser_shows_and_what_bounced_is_played_by_hand(state: State) -> None:
    control = f"{doubles.url(state, 'messengers')}/_control"
    browser = httpx.post(f"{control}/browsers", json={"application_key": "key"}).json()
    assert play(state, "pushed").stdout == f"browsers {browser['endpoint']}: 0\n"
    assert play(state, "bounce", "ada@amigok.test").returncode == 0
    assert httpx.get(f"{control}/webhooks/waiting").json() == 1  # no gateway hears it


def test_a_phone_gets_what_is_sent_with_the_key_that_the_fleet_was_given(state: State) -> None:
    account = ServiceAccount.read(doubles.settings(state, "notification")["NOTIFICATION_FCM_ACCOUNT"])
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": account.assertion()}
    assert httpx.post(account.token_uri, data=form).json()["token_type"] == "Bearer"
