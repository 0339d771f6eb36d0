"""Which service answers which path, decided from the services' own routes."""

import re
from pathlib import Path

import pytest
import yaml
from fastapi import APIRouter

from amigok import routes
from amigok.errors import Failure
from amigok.fleet import ROOT
from amigok_chassis.service import Noun, Service

MIDDLEWARES = ROOT / "gateway/middlewares.yml"


def serving(name: str, *paths: str, in_schema: bool = True) -> Service:
    router = APIRouter()
    for path in paths:

        async def endpoint() -> None: ...

        router.get(path, include_in_schema=in_schema, operation_id=f"{name} {path}")(endpoint)
    return Service(name=name, nouns=[Noun(routers=[router])])


def claims(*services: Service) -> list[routes.Claim]:
    return [claim for service in services for claim in routes.claims(service)]


def test_a_path_that_two_services_serve_is_an_error_that_names_both() -> None:
    with pytest.raises(Failure, match=r"/api/v1/things: claimed by farm and by feed"):
        routes.check(claims(serving("farm", "/api/v1/things"), serving("feed", "/api/v1/things")))


def test_the_same_path_with_differently_named_parameters_is_claimed_twice() -> None:
    with pytest.raises(Failure, match="claimed by farm and by stream"):
        routes.check(claims(serving("farm", "/api/v1/livestock/{id}"), serving("stream", "/api/v1/livestock/{animal}")))


def test_paths_that_cross_are_claimed_twice_because_neither_is_the_narrower_one() -> None:
    with pytest.raises(Failure, match="claimed by"):
        routes.check(claims(serving("farm", "/api/v1/a/{x}/b"), serving("feed", "/api/v1/a/c/{y}")))


def test_a_literal_path_of_another_service_beats_a_parameter_and_is_reported() -> None:
    farm, game = serving("farm", "/api/v1/livestock/{id}"), serving("game", "/api/v1/livestock/champions")
    assert routes.check(claims(farm, game)) == [
        "/api/v1/livestock/champions is game's, other /api/v1/livestock/{id} are farm's"
    ]
    routers = yaml.safe_load(routes.dynamic([farm, game], MIDDLEWARES))["http"]["routers"]
    assert routers["game-0"]["priority"] > routers["farm-1"]["priority"]


def test_services_share_prefixes_without_conflict() -> None:
    farm = serving("farm", "/api/v1/livestock/{id}", "/api/v1/livestock/{id}/health")
    care = serving("care", "/api/v1/livestock/{id}/care-history")
    assert routes.check(claims(farm, care)) == []


def test_one_service_may_serve_overlapping_paths_of_its_own() -> None:
    users = serving("identity", "/api/v1/admin/users/statistics", "/api/v1/admin/users/{id}")
    assert routes.check(claims(users)) == []


@pytest.mark.parametrize("path", ["/internal/ledger", "/api/v2/things", "/things", "/healthy"])
def test_a_path_of_the_schema_that_the_gateway_sends_nowhere_is_an_error(path: str) -> None:
    with pytest.raises(Failure, match="nothing claims"):
        routes.claims(serving("farm", path))


def test_paths_outside_the_schema_are_internal() -> None:
    assert routes.claims(serving("farm", "/internal/x", "/api/v1/hidden", in_schema=False)) == []


def test_health_and_metrics_of_the_chassis_are_claimed_by_nobody() -> None:
    assert routes.claims(Service(name="farm")) == []


def test_rules_match_whole_segments_only() -> None:
    assert routes.Claim("farm", "/api/v1/farms").rule == "Path(`/api/v1/farms`)"
    rule = routes.Claim("identity", "/.well-known/keys/{id}").rule
    assert rule == r"PathRegexp(`^/\.well-known/keys/[^/]+$`)"


def test_paths_below_auth_are_limited_more_strictly() -> None:
    text = routes.dynamic([serving("identity", "/api/v1/auth/login", "/api/v1/me")], MIDDLEWARES)
    routers = yaml.safe_load(text)["http"]["routers"]
    assert routers["identity-auth-0"]["parentRefs"] == ["auth"]
    assert routers["identity-0"]["parentRefs"] == ["public"]
    assert routers["auth"]["middlewares"] == ["public-auth"]


def test_payment_providers_may_tell_much_at_once_and_are_no_browsers() -> None:
    text = routes.dynamic([serving("payment", "/api/v1/payments/webhook/stripe", "/api/v1/payments/x")], MIDDLEWARES)
    http = yaml.safe_load(text)["http"]
    assert http["routers"]["payment-webhooks-0"]["parentRefs"] == ["webhooks"]
    assert http["routers"]["payment-0"]["parentRefs"] == ["public"]
    assert http["routers"]["unclaimed"]["parentRefs"] == ["public", "auth", "webhooks", "playback"]
    assert not {"cors", "rate"} & set(http["middlewares"]["public-webhooks"]["chain"]["middlewares"])


def test_only_reads_are_retried() -> None:
    routers = yaml.safe_load(routes.dynamic([serving("farm", "/api/v1/farms")], MIDDLEWARES))["http"]["routers"]
    retried = {name for name, router in routers.items() if "retry" in router.get("middlewares", [])}
    assert retried == {"farm-reads"}
    assert routers["farm-reads"]["rule"] == "Method(`GET`) || Method(`HEAD`)"


def test_every_service_gets_a_health_checked_backend(tmp_path: Path) -> None:
    services = yaml.safe_load(routes.dynamic([serving("farm", "/api/v1/farms")], MIDDLEWARES))["http"]["services"]
    assert services["farm"] == {"failover": {"service": "farm-instances", "fallback": "portal"}}
    assert services["farm-instances"]["loadBalancer"]["healthCheck"]["path"] == "/health/ready"


def test_no_body_is_collected_at_the_gateway() -> None:
    assert "buffering" not in routes.dynamic([serving("farm", "/api/v1/farms")], MIDDLEWARES)


def test_every_root_counts_the_requests_under_way() -> None:
    middlewares = yaml.safe_load(MIDDLEWARES.read_text())["middlewares"]
    for root in ("public", *(f"public-{root}" for root in routes.ROOTS)):
        assert "in-flight" in middlewares[root]["chain"]["middlewares"]


def test_only_segments_are_led_to_the_media_server_and_no_path_that_it_reads_in_another_way() -> None:
    name = "01a22b85-688b-75ab-b779-15931cd985dd"
    for path in (f"/media/source/{name}/17.ts", f"/media/low/{name}/0.ts", "/media/slate/898028549.ts"):
        assert re.search(routes.SEGMENTS, path)
    for path in (
        "/media/",
        f"/media/../lists/source/{name}",
        f"/media/source/{name}/..%2f17.ts",
        f"/lists/source/{name}",
    ):
        assert not re.search(routes.SEGMENTS, path)
    router = yaml.safe_load(routes.dynamic([], MIDDLEWARES))["http"]["routers"]["media"]
    assert (routes.SEGMENTS in router["rule"], router["service"]) == (True, "media")
