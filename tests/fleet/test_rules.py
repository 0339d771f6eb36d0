"""The rules of the house."""

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml
from fastapi._compat import ModelField
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel

from amigok import asyncapi, generate
from amigok.fleet import ROOT, SERVICES, load
from amigok_chassis.auth import SAFE, current_user, maybe_user
from amigok_chassis.db import Session
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.service import Service
from amigok_chassis.topology import dead_queue
from amigok_contracts import all_events
from tests.fleet.sources import parsed, python, shipped
from tests.fleet.stage import devices_sign_in

PUBLIC = {
    ("POST", "/api/v1/auth/register"),
    ("POST", "/api/v1/auth/verify-email"),
    ("POST", "/api/v1/auth/login"),
    ("POST", "/api/v1/auth/login/second-factor"),
    ("POST", "/api/v1/auth/passkeys/login"),
    ("POST", "/api/v1/auth/passkeys/login/options"),
    ("POST", "/api/v1/auth/refresh"),
    ("POST", "/api/v1/auth/password/forgot"),
    ("POST", "/api/v1/auth/password/reset"),
    ("POST", "/api/v1/auth/invitations/accept"),
    ("GET", "/.well-known/jwks.json"),
    ("POST", "/api/v1/payments/webhook/stripe"),
    ("POST", "/api/v1/payments/webhook/paypal"),
    ("POST", "/api/v1/notifications/reports"),
    ("GET", "/api/v1/notifications/stream"),  # with a token or a ticket
    ("GET", "/api/v1/feed-packages"),
    ("GET", "/api/v1/feed-packages/{package_id}"),
    ("GET", "/api/v1/livestock-types"),
    ("GET", "/api/v1/livestock-breeds"),
    ("GET", "/api/v1/farms"),
    ("GET", "/api/v1/farms/{farm_id}"),
    ("GET", "/api/v1/farms/{farm_id}/livestock"),
    ("GET", "/api/v1/livestock"),
    ("POST", "/api/v1/notifications/stop-mails/{token}"),
    ("GET", "/api/v1/care-services"),
    ("GET", "/api/v1/contests"),
    ("GET", "/api/v1/contests/{contest_id}"),
    ("GET", "/api/v1/contests/{contest_id}/rules"),
    ("GET", "/api/v1/contests/{contest_id}/leaderboard"),
    ("GET", "/api/v1/care-services/{service_id}"),
    ("GET", "/api/v1/livestock/{livestock_id}"),
    ("GET", "/api/v1/livestock/{livestock_id}/sale-status"),
    ("GET", "/api/v1/feed-packages"),
    ("GET", "/api/v1/feed-packages/{package_id}"),
    ("GET", "/api/v1/livestock/{livestock_id}/photos"),
    ("GET", "/api/v1/livestock/{livestock_id}/photos/{photo_id}"),
    ("GET", "/api/v1/livestock/{livestock_id}/prices"),
    ("GET", "/api/v1/marketplace/fee"),
    ("GET", "/api/v1/marketplace/livestock/{livestock_id}/seller"),
    ("GET", "/api/v1/marketplace/sellers/{seller_id}"),
    ("GET", "/api/v1/marketplace/sellers/{seller_id}/reviews"),
    ("GET", "/api/v1/marketplace/livestock"),
    ("GET", "/api/v1/marketplace/livestock/{livestock_id}"),
    ("GET", "/api/v1/marketplace/listings/{listing_id}/prices"),
    ("GET", "/api/v1/marketplace/livestock/{livestock_id}/similar"),
    ("GET", "/api/v1/marketplace/search"),
    ("GET", "/api/v1/marketplace/search/popular"),
    ("GET", "/api/v1/marketplace/search/suggestions"),
    ("GET", "/api/v1/wallet/solvency"),
    ("GET", "/api/v1/invoices/file"),
    ("GET", "/api/v1/feed-packages"),
    ("GET", "/api/v1/feed-packages/{package_id}"),
    ("POST", "/api/v1/jetson/devices/register"),
    ("GET", "/api/v1/streams/recordings/file.mp4"),
    ("GET", "/api/v1/streams/recordings/thumbnail.jpg"),
    ("GET", "/api/v1/streams/snapshots/file.jpg"),
    ("PUT", "/api/v1/jetson/detection-image"),
    ("GET", "/api/v1/streams/detection-image"),
    ("GET", "/api/v1/streams/play/index.m3u8"),
    ("GET", "/api/v1/streams/play/{rendition}.m3u8"),
    ("GET", "/api/v1/contests/{contest_id}/result"),
    ("GET", "/api/v1/contests/{contest_id}/result/file"),
}
"""What anybody may call. Whoever adds a route decides."""

UNITS_OF_THEIR_OWN = {
    ("POST", "/api/v1/admin/livestock/labels"),
    ("POST", "/api/v1/vet/care-requests/{request_id}/files"),
}
"""Routes for roles whose use cases open units of work themselves, and write nothing past them: it would go untold."""

LISTS_OF_SERVICES = {
    "bench/site.py": "the bench starts those that it measures",
    "tests/e2e/test_crashes.py": "those who take part in the end of a period are killed in it",
    "tests/fleet/own_behalf.py": "people's part in each domain is written by hand",
    "tests/fleet/stage.py": "what Anna owns in each domain is written by hand",
    "tools/src/amigok/cli.py": "commands are named after the services that they speak to",
    "tools/src/amigok/fleet.py": "the one list of the fleet",
}
"""Files outside of services that name several services in one list, and why they may."""

BY_HAND = ["Makefile", "Dockerfile", "gateway/start.sh", "gateway/static.yml", "gateway/middlewares.yml", ".ci/run"]
"""Files that are no Python and that nobody generates."""

services = pytest.mark.parametrize("name", SERVICES)


def imported(path: Path) -> set[str]:
    """The top-level names of the modules that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@cache
def made(path: Path) -> set[str]:
    """The names that a file calls, or hands to a call."""
    calls = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    named = [ast.unparse(each) for call in calls for each in (call.func, *call.args)]
    return {name.rpartition(".")[2] for name in named}


def routes(service: Service) -> Iterator[APIRoute]:
    for router in service.doors:
        for route in router.routes:
            if isinstance(route, APIRoute) and route.include_in_schema:
                yield route


def dependencies(dependant: Dependant) -> Iterator[object]:
    for each in dependant.dependencies:
        yield each.call
        yield from dependencies(each)


def asked(dependant: Dependant) -> Iterator[ModelField]:
    """The query parameters of a route, also those of what it depends on."""
    yield from dependant.query_params
    for each in dependant.dependencies:
        yield from asked(each)


def refuses_others(parameter: ModelField) -> bool:
    """Whether it is a model of the whole query, which does not know what stands beside it."""
    kind = parameter.field_info.annotation
    return isinstance(kind, type) and issubclass(kind, BaseModel) and kind.model_config.get("extra") == "forbid"


@services
def test_filters_that_refuse_what_they_do_not_know_know_the_page_too(name: str) -> None:
    for route in routes(load(name)):
        parameters = list(asked(route.dependant))
        assert len(parameters) == 1 or not any(map(refuses_others, parameters)), route.path


@services
def test_a_service_is_one_folder_and_one_value(name: str) -> None:
    folder = ROOT / "services" / name
    for needed in ("pyproject.toml", "README.md", f"src/{name}/main.py", f"src/{name}/py.typed", "tests"):
        assert (folder / needed).exists(), needed
    assert load(name).name == name


def test_every_folder_of_services_is_listed() -> None:
    assert {path.parent.name for path in (ROOT / "services").glob("*/pyproject.toml")} == set(SERVICES)


@services
def test_no_service_imports_another(name: str) -> None:
    for path in python(ROOT / "services" / name):
        assert not imported(path) & (set(SERVICES) - {name}), path


@services
def test_migrations_import_no_code_of_services(name: str) -> None:
    """What they did once must not change with today's constants and models."""
    for path in python(ROOT / "services" / name / "src" / name / "migrations"):
        relative = [node for node in ast.walk(parsed(path)) if getattr(node, "level", 0)]
        assert not relative, path
        assert not imported(path) & set(SERVICES), path


def test_libraries_know_no_service_and_the_chassis_no_other_library() -> None:
    for library in ("chassis", "contracts", "herd"):
        above = {"amigok_herd"} if library != "herd" else set()
        for path in python(ROOT / "libs" / library / "src"):
            assert not imported(path) & {*SERVICES, "amigok", *above}, path
    for path in python(ROOT / "libs/chassis/src"):
        assert not re.search(r"livestock|wallet|marketplace|animal|breed", path.read_text(), re.IGNORECASE), path


@cache
def names_of_services() -> dict[str, str]:
    """Each name of a service, and of a queue of its own, with the service."""
    found = {name: name for name in SERVICES}
    for name in SERVICES:
        queues = [load(name).queue(subscription) for subscription in load(name).consumes]
        found |= dict.fromkeys([*queues, dead_queue(name)], name)
    return found


def listed(path: Path) -> Iterator[set[str]]:
    """The services that each literal list of a file names, by themselves or by their queues."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict):
            items = node.keys if isinstance(node, ast.Dict) else node.elts
            texts = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            yield {names_of_services()[text] for text in texts if text in names_of_services()}


def test_no_list_of_services_is_written_by_hand() -> None:
    """Else the next service is forgotten there: take `fleet.SERVICES`, and of it those with what is needed."""
    folders = ("bench", "gateway", "libs", "tests", "tools")
    paths = [ROOT / "conftest.py", *(path for folder in folders for path in python(ROOT / folder))]
    found = {str(path.relative_to(ROOT)) for path in paths if any(len(names) > 1 for names in listed(path))}
    assert found == set(LISTS_OF_SERVICES)
    for name in BY_HAND:
        for line in (ROOT / name).read_text().splitlines():
            assert len(set(re.findall(r"\w+", line)) & set(SERVICES)) < 2, (name, line)


def test_only_the_chassis_commits_and_only_its_clock_tells_the_time() -> None:
    for name in SERVICES:
        for path in python(ROOT / "services" / name / "src"):
            text = path.read_text()
            assert ".commit()" not in text, path
            assert not re.search(r"datetime\.(now|utcnow)\(|time\.time\(", text), path
            assert "HTTPException" not in text, path


def test_files_stay_small() -> None:
    for path in shipped():
        assert len(path.read_text().splitlines()) <= 300, path


def test_every_event_has_a_producer_that_emits_it() -> None:
    assert asyncapi.unknown_producers([load(name) for name in SERVICES]) == []
    for event in all_events():
        producer = ROOT / "services" / event.type.split(".")[0] / "src"
        assert any(event.__name__ in made(path) for path in python(producer)), event


def test_only_the_outbox_numbers_events() -> None:
    for name in SERVICES:
        for path in python(ROOT / "services" / name / "src"):
            assert "aggregate_version=" not in path.read_text(), path


def test_every_subscription_is_to_an_event_of_the_contracts() -> None:
    assert asyncapi.unknown_subscriptions([load(name) for name in SERVICES]) == []


def test_public_events_tell_of_nobody() -> None:
    for event in all_events():
        if event.public:
            assert not re.findall(r"user|owner|buyer|seller|by_id|mail|phone", " ".join(event.model_fields)), event


def test_what_is_generated_is_up_to_date() -> None:
    wanted = generate.files([load(name) for name in SERVICES])
    assert generate.stale(wanted) == []


@services
def test_every_service_is_in_the_gateway_compose_and_kubernetes(name: str) -> None:
    assert f"AMIGOK_{name.upper()}_URL" in (ROOT / "gateway/dynamic.yml").read_text()
    compose = yaml.safe_load((ROOT / "deploy/compose/compose.yaml").read_text())
    assert any(name in key for key in compose["services"])
    assert any(name in path.read_text() for path in (ROOT / "deploy/k8s/base").glob("*.yaml"))


@services
def test_a_route_without_a_guard_is_public_on_purpose(name: str) -> None:
    if name == "portal":
        return
    for route in routes(load(name)):
        calls = set(dependencies(route.dependant))
        open_to_all = (current_user not in calls or maybe_user in calls) and not devices_sign_in(calls)
        for method in route.methods:
            assert ((method, route.path) in PUBLIC) == open_to_all, (method, route.path)


@services
def test_a_route_under_admin_is_for_administrators(name: str) -> None:
    for route in routes(load(name)):
        calls = [call for call in dependencies(route.dependant) if inspect.isfunction(call)]
        roles = [inspect.getclosurevars(call).nonlocals.get("roles") for call in calls]
        decided = route.path.startswith(f"/api/v1/admin/{name}/proposals")  # by the roles that their kinds name
        assert ("/admin/" not in route.path) or ("admin",) in roles or decided, route.path


@services
def test_what_is_changed_by_role_passes_where_the_audit_log_is_asked_for_it(name: str) -> None:
    """A unit of work is not committed when somebody with a role changes something in it and the log hears nothing."""
    units = {get_args(each)[1].dependency for each in (Session, OnceOnly)}
    for route in routes(load(name)):
        calls = set(dependencies(route.dependant))
        by_role = any(getattr(call, "__qualname__", "") == "requires.<locals>.guard" for call in calls)
        for method in route.methods - SAFE if by_role else ():
            assert calls & units or (method, route.path) in UNITS_OF_THEIR_OWN, (method, route.path)


@services
def test_a_service_that_tells_the_audit_log_of_people_forgets_them(name: str) -> None:
    texts = [path.read_text() for path in python(ROOT / "services" / name / "src")]
    tells = any(re.search(r"\bpersonal=", text) for text in texts)
    assert not tells or any("audit.forget(" in text for text in texts)


def test_importing_a_service_does_nothing_but_import() -> None:
    """No engine, client, thread or settings: they come with the process that needs them. One process imports all."""
    script = f"""
import gc, importlib, threading
import httpx, redis.asyncio
from pydantic_settings import BaseSettings
from sqlalchemy.ext.asyncio import AsyncEngine
gc.disable()
kinds = (AsyncEngine, httpx.AsyncClient, redis.asyncio.Redis, BaseSettings)
for name in {SERVICES}:
    importlib.import_module(name + ".main")
    assert threading.active_count() == 1, name
    alive = set(map(type, gc.get_objects()))
    assert not [each for each in alive if issubclass(each, kinds)], name
    gc.freeze()  # what was looked at is not looked at again
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_lock_file_names_no_place_and_pins_every_hash() -> None:
    text = (ROOT / "requirements.lock").read_text()
    assert "://" not in text
    pinned = re.findall(r"^[a-z0-9._-]+(?:\[[a-z,]+\])?==\S+.*$", text, re.MULTILINE)
    assert pinned
    assert all(line.endswith("\\") for line in pinned)
    assert not (ROOT / "uv.lock").exists() or "uv.lock" in (ROOT / ".gitignore").read_text()


@pytest.mark.parametrize("document", ["security.md", "exits.md"])
def test_what_says_what_guards_us_names_files_that_exist(document: str) -> None:
    named = re.findall(
        r"`((?:libs|services|tests|tools|bench|gateway|docs)/[^`*]+)`", (ROOT / "docs" / document).read_text()
    )
    assert len(named) > 30
    assert [path for path in named if not (ROOT / path).exists()] == []
