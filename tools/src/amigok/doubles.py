"""Doubles of the providers of payments and messages (`tests/simulators`), where the environment names no real ones."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
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

PLAIN_BASE64 = str.maketrans("-_", "+/")


@dataclass(frozen=True)
class Double:
    """A double: whom it serves, where that hears from it, and what in the environment names a real provider instead."""

    name: str
    service: str
    webhook: str
    real: str
    settings: Callable[[State], dict[str, str]]
    environment: Callable[[State], dict[str, str]] = lambda _: {}
    """What the double itself is told, besides the secret of its webhook."""


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


def _messengers(state: State) -> dict[str, str]:
    address = url(state, "messengers")
    account = {
        "project_id": "amigok-local",
        "client_email": "push@amigok-local.test",
        "private_key": _account_key(state),
        "token_uri": f"{address}/token",
    }
    return {
        "NOTIFICATION_PUSH_SERVICES": address,
        "NOTIFICATION_FCM_URL": address,
        "NOTIFICATION_FCM_ACCOUNT": json.dumps(account),
        "NOTIFICATION_BOUNCE_SECRET": webhook_secret(state, "messengers"),
    }


def _account_key(state: State) -> str:
    """The key by which the local push service knows the fleet, in PEM."""
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    if "messengers:account" not in state.secrets:
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        state.secrets["messengers:account"] = text
    return state.secrets["messengers:account"]


DOUBLES = (
    Double("stripe", "payment", "payments/webhook/stripe", "PAYMENT_STRIPE_KEY", _stripe),
    Double("paypal", "payment", "payments/webhook/paypal", "PAYMENT_PAYPAL_CLIENT_ID", _paypal),
    Double(
        "messengers",
        "notification",
        "notifications/reports",
        "NOTIFICATION_FCM_ACCOUNT",
        _messengers,
        lambda state: {"FCM_KEY": _account_key(state)},
    ),
)
NAMES = tuple(double.name for double in DOUBLES)


def wanted(services: Collection[str]) -> list[Double]:
    """Those of these services for which the environment names no real provider."""
    return [double for double in DOUBLES if double.service in services and not os.environ.get(double.real)]


def settings(state: State, service: str) -> dict[str, str]:
    """What tells a service of the doubles that it uses; secrets are kept in the state."""
    return {key: value for double in wanted([service]) for key, value in double.settings(state).items()}


def url(state: State, name: str) -> str:
    return f"http://127.0.0.1:{state.ports[name]}"


def webhook_secret(state: State, name: str) -> str:
    """What the double signs with; of PayPal, the id of the webhook. As Standard Webhooks have it, in plain base64."""
    return f"whsec_{state.secret(f'{name}:webhook').translate(PLAIN_BASE64)}"


def addresses(state: State) -> dict[str, str]:
    """Of those that were started."""
    return {name: url(state, name) for name in NAMES if name in state.processes}


def tasks(state: State, services: Collection[str]) -> list[Task]:
    """Those that these services use, each a process of its own; what it knows is gone when it ends."""
    return [_task(state, double) for double in wanted(services)]


def _task(state: State, double: Double) -> Task:
    name = double.name
    port, log = state.ports[name], state.log(name)
    webhook = f"http://127.0.0.1:{state.gateway_port}/api/v1/{double.webhook}"
    argv = [sys.executable, "-m", f"tests.simulators.{name}", "--port", port, "--webhook", webhook]
    environment = {**os.environ, **double.environment(state), "WEBHOOK_SECRET": webhook_secret(state, name)}
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
    asked = _running(state, "payment")
    for name in asked:
        answer = _ask(state, name, "POST", path, body)
        if answer.is_success:
            return {"provider": name, **answer.json()}
        if answer.status_code != 404:
            raise Failure(f"{name} refuses: {_message(answer)}")
    raise Failure(f"no double knows of that id ({', '.join(asked)})")


def pushed(state: State) -> dict[str, dict[str, list[dict[str, object]]]]:
    """What browsers and phones show: by endpoint or token, the messages."""
    [name] = _running(state, "notification")
    found = _ask(state, name, "GET", "messages").json()
    return {kind: found[kind] for kind in ("browsers", "phones")}


def subscribe(state: State, *, application_key: str) -> dict[str, object]:
    """Has a browser subscribe to messages. Returns the subscription."""
    [name] = _running(state, "notification")
    found: dict[str, object] = _ask(state, name, "POST", "browsers", {"application_key": application_key}).json()
    return found


def report(state: State, *, type: str, channel: str, address: str) -> None:
    """Has the provider report what became of a message to an address."""
    [name] = _running(state, "notification")
    _ask(state, name, "POST", "reports", {"type": type, "channel": channel, "address": address})


def _running(state: State, service: str) -> list[str]:
    names = [double.name for double in DOUBLES if double.service == service and double.name in state.processes]
    running = [name for name in names if is_alive(state.processes[name])]
    if not running:
        raise Failure(f"no double of a provider of {service} is running for {state.folder}")
    return running


def _ask(state: State, name: str, method: str, path: str, body: Mapping[str, object] | None = None) -> httpx.Response:
    import httpx

    return httpx.request(method, f"{url(state, name)}/_control/{path}", json=body, timeout=20, trust_env=False)


def _message(answer: httpx.Response) -> str:
    """In the provider's words."""
    found = answer.json()
    return str(found.get("error", found).get("message", answer.text))
