"""Deployments pass on what services declare: every setting can be given, and nothing else is."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from amigok import compose, fleet, variables
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings

SERVICES = [fleet.load(name) for name in fleet.SERVICES]
PRODUCTION = fleet.ROOT / "deploy/k8s/overlays/production"
COMPOSE = yaml.safe_load((fleet.ROOT / "deploy/compose/compose.yaml").read_text())["services"]

each_service = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)


def declared(service: Service) -> set[str]:
    """The variables of the service's settings classes."""
    own = service.settings.model_fields if service.settings else {}
    return {f"AMIGOK_{name.upper()}" for name in Settings.model_fields} | {
        f"{service.name.upper()}_{name.upper()}" for name in own
    }


@each_service
def test_compose_passes_every_setting_that_a_service_declares_and_nothing_else(service: Service) -> None:
    given = set(COMPOSE[service.name]["environment"])
    bucket = set(compose.BUCKET_KEYS) if service.storage else set()
    assert given - bucket <= declared(service)
    left_out = declared(service) - given
    assert left_out >= variables.IMAGE
    assert all(key.startswith("AMIGOK_") for key in left_out)
    if service.database and service.storage and service.fleet_key:
        of_devices = set() if service.intakes else {"AMIGOK_MQTT_URL", "AMIGOK_MQTT_KEY"}
        assert left_out == variables.IMAGE | of_devices


def test_what_payment_needs_to_offer_paypal_and_to_issue_invoices_can_be_given() -> None:
    given = COMPOSE["payment"]["environment"]
    for key in ("PAYMENT_PAYPAL_CLIENT_ID", "PAYMENT_LEGAL_NAME", "PAYMENT_TAX_BASIS_POINTS", "AMIGOK_LOG_LEVEL"):
        assert given[key] is None, "taken from .env, and absent where it is not there"


@each_service
def test_a_migration_sees_what_its_service_sees(service: Service) -> None:
    if service.database:
        assert COMPOSE[f"{service.name}-migrate"]["environment"] == COMPOSE[service.name]["environment"]


def test_no_service_sees_a_setting_of_another() -> None:
    for service in SERVICES:
        others = tuple(f"{other.upper()}_" for other in fleet.SERVICES if other != service.name)
        assert [key for key in COMPOSE[service.name]["environment"] if key.startswith(others)] == []


def examples() -> Iterator[tuple[str, str]]:
    """What `.env` may say, with the defaults: the comments of example.env."""
    for line in (fleet.ROOT / "deploy/compose/example.env").read_text().splitlines():
        key, equals, value = line.removeprefix("# ").partition("=")
        if line.startswith("# ") and equals and key.isupper():
            yield key, value


def test_the_example_lists_every_variable_that_compose_takes_once() -> None:
    text = (fleet.ROOT / "deploy/compose/example.env").read_text()
    listed = [line.removeprefix("# ").partition("=")[0] for line in text.splitlines() if "=" in line]
    wired = {f"AMIGOK_{name}" for name in ("ROLE", "DATABASE_URL", "BROKER_URL", "MQTT_URL", "REDIS_URL", "JWKS_URL")}
    wired |= {"AMIGOK_SECRET_KEY", "AMIGOK_PREVIOUS_SECRET_KEY", "AMIGOK_STORAGE_URL"}
    taken = {key for service in SERVICES for key in COMPOSE[service.name]["environment"]}
    assert sorted(taken - wired - set(listed)) == []
    assert len(listed) == len(set(listed))


@each_service
def test_the_defaults_of_the_example_are_those_of_the_code(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in [*os.environ]:
        if key.startswith(("AMIGOK_", f"{service.name.upper()}_")):
            monkeypatch.delenv(key)
    kinds: list[Any] = [kind for kind in (Settings, service.settings) if kind]
    before = [kind() for kind in kinds]
    for key, value in examples():
        if value:
            text = value.strip('"').replace("\\n", "\n") if value.startswith('"') else value
            monkeypatch.setenv(key, text)
    assert [kind() for kind in kinds] == before


def containers(path: Path) -> Iterator[dict[str, Any]]:
    for manifest in yaml.safe_load_all(path.read_text()):
        if manifest["kind"] == "Deployment":
            pod = manifest["spec"]["template"]["spec"]
            yield from (*pod.get("initContainers", []), *pod["containers"])


@each_service
def test_a_pod_reads_the_settings_of_all_and_of_its_own_service(service: Service) -> None:
    for container in containers(fleet.ROOT / f"deploy/k8s/base/{service.name}.yaml"):
        sources = [next(iter(source.values())) for source in container["envFrom"]]
        assert [source["name"] for source in sources][:3] == ["amigok", "amigok", service.name]
        assert sources[2]["optional"] is True, "whoever sets nothing for this service needs no ConfigMap of its own"


def test_a_manifest_sets_nothing_that_no_service_reads() -> None:
    known = {key for service in SERVICES for key in declared(service)} | set(compose.GATEWAY_KEYS)
    for path in (fleet.ROOT / "deploy/k8s/base/common.yaml", fleet.ROOT / "deploy/k8s/base/gateway.yaml"):
        for manifest in yaml.safe_load_all(path.read_text()):
            assert set(manifest.get("data", {})) <= known


def test_production_names_every_image_by_registry_and_tag() -> None:
    images = yaml.safe_load((PRODUCTION / "kustomization.yaml").read_text())["images"]
    assert {image["name"] for image in images} == {f"amigok/{name}" for name in (*fleet.SERVICES, "gateway", "media")}
    for image in images:
        assert "/" in image["newName"]
        assert image["newTag"] not in ("", "latest")


@pytest.mark.skipif(shutil.which("kubectl") is None, reason="no kubectl on this machine")
@pytest.mark.parametrize("overlay", ["local", "production"])
def test_an_overlay_can_be_built(overlay: str) -> None:
    folder = fleet.ROOT / "deploy/k8s/overlays" / overlay
    done = subprocess.run(["kubectl", "kustomize", folder], capture_output=True, text=True, check=True)
    images = {
        container["image"]
        for manifest in yaml.safe_load_all(done.stdout)
        if manifest["kind"] == "Deployment"
        for container in manifest["spec"]["template"]["spec"]["containers"]
    }
    assert {image.rpartition("/")[2].partition(":")[0] for image in images} >= {*fleet.SERVICES, "gateway"}
    if overlay == "production":
        assert all(image.rpartition("/")[2].count(":") == 1 for image in images)
