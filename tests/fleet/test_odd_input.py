"""Odd input to every endpoint of every service: never a 5xx, always problem+json."""

import os
from base64 import b64encode
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from amigok import openapi
from amigok.fleet import SERVICES, load
from amigok_chassis.ids import new_id
from amigok_chassis.service import Service
from amigok_chassis.testing import Rig, running, token
from payment.payments import waiting
from services.stream.tests.machines import Machine
from tests.fleet.odd_input import send
from tests.fleet.stage import with_engine
from tests.fleet.straight import straight_to

BUDGET = 180.0
"""Seconds for each service, several times what the largest takes. A slower machine tries less."""
NOBODY = "http://127.0.0.1:1"
"""Where nobody answers. No test asks real providers."""
PHASES = ("examples", "coverage", "fuzzing")
LASTS = timedelta(hours=1)
EXAMPLES = int(os.environ.get("AMIGOK_ODD_EXAMPLES", "8"))
"""Random requests for each operation, beside those that follow from its document. A hundred make a long run."""

pytestmark = pytest.mark.filterwarnings("default")  # those of Schemathesis are not ours

services = [load(name) for name in SERVICES if load(name).database]


@pytest.mark.long
@pytest.mark.parametrize("service", services, ids=lambda service: service.name)
async def test_generated_input_to_every_endpoint_is_answered_properly(
    service: Service, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Schemathesis as an administrator or a device, so that guards do not hide what is behind them; seeded.

    AMIGOK_ODD_EXAMPLES says how many random requests an operation gets.
    """
    monkeypatch.chdir(tmp_path)  # it keeps files
    for provider in ("STRIPE", "PAYPAL"):
        monkeypatch.setenv(f"PAYMENT_{provider}_URL", NOBODY)
    monkeypatch.setattr(waiting, "PAUSES", ())  # no event is on its way
    document = openapi.document([service])
    async with running(service) as rig:
        access = {"": f"Bearer {token(await rig.administrator(), 'admin', lifetime=LASTS, amr=('pwd', 'otp'))}"}
        if service.name == "analytics":
            await with_engine(rig)
        if service.name == "stream":
            access["device"] = await device(rig)
        with straight_to(rig.asgi) as url:
            await send(document, url, access, phases=PHASES, examples=EXAMPLES, seconds=BUDGET)


async def device(rig: Rig) -> str:
    """How a device signs in."""
    machine = await Machine.registered(rig, farm_id=new_id())
    return f"Basic {b64encode(f'{machine.id}:{machine.secret}'.encode()).decode()}"


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
            await send(document, url, {"": "x"}, phases=("fuzzing",), examples=1, seconds=60)


async def test_what_a_parameter_has_refused_is_not_sent_to_the_next_operation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100}}
    refusal = {"description": "", "content": {"application/problem+json": {"schema": {}}}}
    listing = {"get": {"parameters": [limit], "responses": {"422": refusal}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "", "version": ""},
        "paths": {"/cows": listing, "/sheep": listing},
    }
    asked: dict[str, list[str]] = {"/cows": [], "/sheep": []}

    async def refuse(request: Request) -> Response:
        asked[request.url.path].append(request.query_params.get("limit", ""))
        return Response("{}", 422, media_type="application/problem+json")

    with straight_to(Starlette(routes=[Route(path, refuse) for path in asked])) as url:
        await send(document, url, {"": "x"}, phases=("coverage",), examples=1, seconds=60)
    odd = [{value for value in values if value not in ("", "1", "2", "99", "100")} for values in asked.values()]
    assert {"0", "101"} <= odd[0]
    assert len(odd[1]) == 1
