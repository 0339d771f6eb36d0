"""What is generated: contracts that cannot be broken, deployments that have every service in them."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import MetaData

from amigok import contracts_gate, deployments, fleet, generate
from amigok.errors import Failure
from amigok_chassis.service import Service
from amigok_contracts import Event, all_events, routing_key


class Milked(Event, type="test.cow.milked", aggregate="cow"):
    """A cow gave milk."""

    cow: str
    litres: int = 20


NAME = "test.cow.milked.v1.json"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    for path, text in contracts_gate.files([Milked], tmp_path).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def _edit(path: Path, change: Any) -> None:
    document = json.loads(path.read_text())
    change(document)
    path.write_text(contracts_gate.dump(document))


class TestContracts:
    def test_what_was_published_as_it_is_may_be_written_again(self, published: Path) -> None:
        wanted = contracts_gate.files([Milked], published)
        assert {path.name for path in wanted} == {NAME}
        assert generate.stale(wanted) == []

    def test_a_breaking_change_is_refused_and_the_way_out_is_named(self, published: Path) -> None:
        _edit(published / "schemas" / NAME, lambda schema: schema["properties"].update(farmer={"type": "string"}))
        with pytest.raises(Failure, match=r"farmer: removed or renamed; declare version 2 .* @upcast from Milked"):
            contracts_gate.files([Milked], published)

    def test_an_optional_field_may_be_added_and_the_golden_example_stays(self, published: Path) -> None:
        _edit(published / "schemas" / NAME, lambda schema: schema["properties"].pop("litres"))
        _edit(published / "examples" / NAME, lambda example: example.pop("litres"))
        golden = (published / "examples" / NAME).read_text()
        wanted = contracts_gate.files([Milked], published)
        assert generate.stale(wanted) == [published / "schemas" / NAME]
        assert wanted[published / "examples" / NAME] == golden

    def test_a_golden_example_that_no_longer_parses_is_refused(self, published: Path) -> None:
        _edit(published / "examples" / NAME, lambda example: example.pop("cow"))
        with pytest.raises(Failure, match="golden example does not parse any more"):
            contracts_gate.files([Milked], published)

    def test_a_published_event_cannot_vanish(self, published: Path) -> None:
        with pytest.raises(Failure, match=r"test\.cow\.milked\.v1 was published, and no class declares it"):
            contracts_gate.files([], published)

    @pytest.mark.parametrize("event", all_events(), ids=routing_key)
    def test_an_example_can_be_made_of_every_event_and_is_always_the_same(self, event: type[Event]) -> None:
        example = contracts_gate.example(event)
        assert example == contracts_gate.example(event)
        assert event.model_validate(example).subject


class Own(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="COW_")

    secret: SecretStr
    limit: int = 3


COW = Service(name="cow", metadata=MetaData(), settings=Own, extensions=("postgis",))
PORTAL = Service(name="portal")


@pytest.fixture
def deployed() -> dict[str, str]:
    return {str(path): text for path, text in deployments.files([COW, PORTAL]).items()}


def _documents(text: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(text))


class TestDeployments:
    def test_compose_migrates_a_service_before_it_starts(self, deployed: dict[str, str]) -> None:
        services = yaml.safe_load(deployed["deploy/compose/compose.yaml"])["services"]
        assert set(services) == {"postgres", "rabbitmq", "redis", "cow-migrate", "cow", "portal", "gateway"}
        assert services["cow"]["depends_on"]["cow-migrate"]["condition"] == "service_completed_successfully"
        assert services["cow"]["build"]["args"] == {"SERVICE": "cow"}

    def test_only_the_gateway_can_be_reached_from_outside(self, deployed: dict[str, str]) -> None:
        services = yaml.safe_load(deployed["deploy/compose/compose.yaml"])["services"]
        assert [name for name, service in services.items() if "ports" in service] == ["gateway"]

    def test_a_service_sees_its_own_database_and_secrets_only(self, deployed: dict[str, str]) -> None:
        services = yaml.safe_load(deployed["deploy/compose/compose.yaml"])["services"]
        assert "COW_SECRET" in services["cow"]["environment"]
        assert "COW_SECRET" not in services["portal"]["environment"]
        assert "AMIGOK_DATABASE_URL" not in services["portal"]["environment"]
        assert "COW_SECRET_KEY" in services["cow"]["environment"]["AMIGOK_SECRET_KEY"]
        assert "AMIGOK_SECRET_KEY" not in services["portal"]["environment"]
        assert services["cow"]["environment"]["AMIGOK_BROKER_URL"].startswith("amqp://cow:${COW_BROKER_PASSWORD")
        assert "AMIGOK_BROKER_URL" not in services["portal"]["environment"]

    def test_only_the_broker_sees_its_administrators_password(self, deployed: dict[str, str]) -> None:
        services = yaml.safe_load(deployed["deploy/compose/compose.yaml"])["services"]
        assert [name for name, each in services.items() if "RABBITMQ_PASSWORD" in str(each)] == ["rabbitmq"]

    def test_what_an_operator_must_fill_in_is_listed_and_nothing_else(self, deployed: dict[str, str]) -> None:
        example = deployed["deploy/compose/example.env"]
        keys = [line.partition("=")[0] for line in example.splitlines() if not line.startswith("#")]
        assert keys == [
            "POSTGRES_PASSWORD",
            "RABBITMQ_PASSWORD",
            "REDIS_PASSWORD",
            "COW_DATABASE_PASSWORD",
            "COW_SECRET_KEY",
            "COW_BROKER_PASSWORD",
            "COW_SECRET",
        ]
        for key in keys:
            assert f"${{{key}:?" in deployed["deploy/compose/compose.yaml"]

    def test_kubernetes_runs_api_and_worker_apart(self, deployed: dict[str, str]) -> None:
        found = {(each["kind"], each["metadata"]["name"]) for each in _documents(deployed["deploy/k8s/base/cow.yaml"])}
        assert found == {("Service", "cow"), ("Deployment", "cow-api"), ("Deployment", "cow-worker")}
        found = {each["metadata"]["name"] for each in _documents(deployed["deploy/k8s/base/portal.yaml"])}
        assert found == {"portal", "portal-api"}

    def test_requests_go_to_the_api_only(self, deployed: dict[str, str]) -> None:
        address, api, worker = _documents(deployed["deploy/k8s/base/cow.yaml"])
        selector = address["spec"]["selector"].items()
        assert selector <= api["spec"]["template"]["metadata"]["labels"].items()
        assert not selector <= worker["spec"]["template"]["metadata"]["labels"].items()

    def test_pods_run_without_privileges(self, deployed: dict[str, str]) -> None:
        for manifest in _documents(deployed["deploy/k8s/base/cow.yaml"])[1:]:
            pod = manifest["spec"]["template"]["spec"]
            assert pod["securityContext"]["runAsNonRoot"]
            for container in [*pod["containers"], *pod["initContainers"]]:
                assert container["securityContext"]["readOnlyRootFilesystem"]
                assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}

    def test_only_a_service_that_keeps_objects_gets_a_place_for_them(self) -> None:
        keeper = Service(name="keeper", metadata=MetaData(), storage=True)
        files = {str(path): text for path, text in deployments.files([keeper, COW]).items()}
        compose = yaml.safe_load(files["deploy/compose/compose.yaml"])
        assert compose["services"]["keeper"]["volumes"] == ["keeper-storage:/storage"]
        assert "keeper-storage" in compose["volumes"]
        assert "AMIGOK_STORAGE_URL" not in compose["services"]["cow"]["environment"]
        secrets = {
            each["metadata"]["name"]: each for each in _documents(files["deploy/k8s/overlays/local/secrets.yaml"])
        }
        assert secrets["keeper"]["stringData"]["AMIGOK_STORAGE_URL"] == "file:///storage/keeper"
        assert "AMIGOK_STORAGE_URL" not in secrets["cow"]["stringData"]
        for name, places in (("keeper", ["tmp"]), ("cow", [])):
            for manifest in _documents(files[f"deploy/k8s/base/{name}.yaml"])[1:]:
                assert ("amigok/storage" in manifest["metadata"]["labels"]) == bool(places)
                pod = manifest["spec"]["template"]["spec"]
                assert [volume["name"] for volume in pod.get("volumes", [])] == places

    def test_what_a_kustomization_names_is_there(self, deployed: dict[str, str]) -> None:
        base = yaml.safe_load(deployed["deploy/k8s/base/kustomization.yaml"])
        for resource in base["resources"]:
            path = f"deploy/k8s/base/{resource}"
            assert path in deployed or (fleet.ROOT / path).is_file()
        for overlay in (fleet.ROOT / "deploy/k8s/overlays").iterdir():
            for resource in yaml.safe_load((overlay / "kustomization.yaml").read_text())["resources"]:
                assert (overlay / resource).exists()

    def test_every_secret_that_a_pod_reads_exists_in_the_local_overlay(self, deployed: dict[str, str]) -> None:
        there = {each["metadata"]["name"] for each in _documents(deployed["deploy/k8s/overlays/local/secrets.yaml"])}
        for name in ("cow", "portal"):
            for manifest in _documents(deployed[f"deploy/k8s/base/{name}.yaml"])[1:]:
                sources = manifest["spec"]["template"]["spec"]["containers"][0]["envFrom"]
                assert {source["secretRef"]["name"] for source in sources if "secretRef" in source} <= there
