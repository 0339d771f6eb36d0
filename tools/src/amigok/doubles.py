"""Doubles of payment providers (`tests/simulators`), for a run whose environment names no real ones."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from amigok import ports
from amigok.errors import Failure
from amigok.fleet import ROOT
from amigok.processes import is_alive, spawn
from amigok.state import State
from amigok.supervisor import Task

if TYPE_CHECKING:
    import httpx

AUTHORITY = ROOT / "tests/simulators/paypal/authority.pem"
"""Who has issued the certificate that PayPal's double signs with."""


def _stripe(state: State) -> dict[str, str]:
    return {
        "PAYMENT_STRIPE_KEY": f"sk_test_{state.secret('stripe:key')}",
        "PAYMENT_STRIPE_PUBLISHABLE_KEY": "pk_test_local",
        "PAYMENT_STRIPE_URL": url(state, "stripe"),
        "PAYMENT_STRIPE_WEBHOOK_SECRET": webhook_secret(state, "stripe"),
    }


def _paypal(state: State) -> dict[str, str]:
    return {
        "PAYMENT_PAYPAL_CLIENT_ID": "amigok-local",
        "PAYMENT_PAYPAL_URL": url(state, "paypal"),
        "PAYMENT_PAYPAL_SECRET": state.secret("paypal:secret"),
        "PAYMENT_PAYPAL_WEBHOOK_ID": webhook_secret(state, "paypal"),
        "PAYMENT_PAYPAL_CERT_URL": f"{url(state, 'paypal')}/v1/notifications/certs/",
        "PAYMENT_PAYPAL_CERT_AUTHORITIES": AUTHORITY.read_text(),
    }


SETTINGS = {"stripe": _stripe, "paypal": _paypal}
"""What tells the payment service of each double."""
NAMES = tuple(SETTINGS)
REAL = {"stripe": "PAYMENT_STRIPE_KEY", "paypal": "PAYMENT_PAYPAL_CLIENT_ID"}
"""Who sets this in the environment means a provider of their own."""


def wanted() -> list[str]:
    return [name for name in NAMES if not os.environ.get(REAL[name])]


def settings(state: State) -> dict[str, str]:
    """The payment service's, of all doubles that are wanted; secrets are kept in the state."""
    return {key: value for name in wanted() for key, value in SETTINGS[name](state).items()}


def url(state: State, name: str) -> str:
    return f"http://127.0.0.1:{state.ports[name]}"


def webhook_secret(state: State, name: str) -> str:
    """What the double signs with; of PayPal, the id of the webhook."""
    return f"whsec_{state.secret(f'{name}:webhook')}"


def addresses(state: State) -> dict[str, str]:
    """Of those that were started."""
    return {name: url(state, name) for name in NAMES if name in state.processes}


def tasks(state: State) -> list[Task]:
    """Each a process of its own; what it knows is gone when it ends."""
    return [_task(state, name) for name in wanted()]


def _task(state: State, name: str) -> Task:
    port, log = state.ports[name], state.log(name)
    webhook = f"http://127.0.0.1:{state.gateway_port}/api/v1/payments/webhook/{name}"
    argv = [sys.executable, "-m", f"tests.simulators.{name}", "--port", port, "--webhook", webhook]
    environment = {**os.environ, "WEBHOOK_SECRET": webhook_secret(state, name)}
    return Task(
        name=name,
        kind="server",
        launch=lambda: spawn(argv, log=log, environment=environment, folder=ROOT),
        ready=lambda: ports.accepts(port),
        log=log,
        port=port,
        grace=5,
    )


def play(state: State, path: str, body: Mapping[str, object]) -> dict[str, object]:
    """Does at whichever double knows the payment, refund or payout what its `/_control` calls so."""
    import httpx

    running = [name for name in addresses(state) if is_alive(state.processes[name])]
    if not running:
        raise Failure(f"no double of a payment provider is running for {state.folder}")
    for name in running:
        answer = httpx.post(f"{url(state, name)}/_control/{path}", json=body, timeout=20, trust_env=False)
        if answer.is_success:
            return {"provider": name, **answer.json()}
        if answer.status_code != 404:
            raise Failure(f"{name} refuses: {_message(answer)}")
    raise Failure(f"no double knows of that id ({', '.join(running)})")


def _message(answer: httpx.Response) -> str:
    """In the provider's words."""
    found = answer.json()
    return str(found.get("error", found).get("message", answer.text))
