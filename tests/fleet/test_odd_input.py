"""Odd input to every endpoint of every service: never a 5xx, always problem+json."""

from datetime import timedelta
from pathlib import Path

import pytest
from starlette.responses import Response

from amigok import openapi
from amigok.fleet import SERVICES, load
from amigok_chassis.service import Service
from amigok_chassis.testing import running, token
from payment.payments import waiting
from tests.fleet.odd_input import send
from tests.fleet.straight import straight_to

BUDGET = 180.0
"""Seconds for each service, several times what the largest takes. A slower machine tries less."""
NOBODY = "http://127.0.0.1:1"
"""Where nobody answers. No test asks real providers."""
PHASES = ("examples", "coverage", "fuzzing")

pytestmark = pytest.mark.filterwarnings("default")  # those of Schemathesis are not ours

services = [load(name) for name in SERVICES if load(name).database]


@pytest.mark.long
@pytest.mark.parametrize("service", services, ids=lambda service: service.name)
async def test_generated_input_to_every_endpoint_is_answered_properly(
    service: Service, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Schemathesis as an administrator, so that guards do not hide what is behind them; seeded."""
    monkeypatch.chdir(tmp_path)  # it keeps files
    for provider in ("STRIPE", "PAYPAL"):
        monkeypatch.setenv(f"PAYMENT_{provider}_URL", NOBODY)
    monkeypatch.setattr(waiting, "PAUSES", ())  # no event is on its way
    document = openapi.document([service])
    async with running(service) as rig:
        access = token(await rig.administrator(), "admin", lifetime=timedelta(hours=1), amr=("pwd", "otp"))
        with straight_to(rig.asgi) as url:
            await send(document, url, access, phases=PHASES, examples=15, seconds=BUDGET)


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [(500, "application/problem+json", "Server error"), (200, "text/plain", "Undocumented Content-Type")],
)
async def test_the_test_finds_bad_answers(
    status: int, kind: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    content = {kind: {"schema": {}} for kind in ("application/json", "application/problem+json")}
    answers = {"200": {"description": "", "content": content}, "500": {"description": "", "content": content}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "", "version": ""},
        "paths": {"/": {"get": {"responses": answers}}},
    }
    with straight_to(Response("{}", status, media_type=kind)) as url:
        with pytest.raises(AssertionError, match=said):
            await send(document, url, "x", phases=("fuzzing",), examples=1, seconds=60)
