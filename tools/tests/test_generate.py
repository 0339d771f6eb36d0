"""What is generated: contracts that cannot be broken, deployments that have every service in them."""

import json
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import MetaData

from amigok import contracts_gate, deployments, fleet, generate
from amigok.errors import Failure
from amigok_chassis.service import Service
from amigok_contracts import Event, all_events, routing_key
from amigok_contracts.examples import example
from amigok_contracts.values import like


class Milked(Event, type="test.cow.milked", aggregate="cow"):
    """A cow gave milk."""

    cow: Annotated[str, like("Bella")]
    litres: int = 20


class Calved(Event, type="test.cow.calved", aggregate="cow"):
    """A cow has a calf."""

    cow: Annotated[str, like("Bella")]


class Nameless(Event, type="test.cow.named", aggregate="cow"):
    cow: str


KEY = "test.cow.milked.v1"
SCHEMA = f"src/amigok_contracts/schemas/{KEY}.json"
EXAMPLE = f"src/amigok_contracts/examples/{KEY}.json"


def _step(package: Path, version: str, *changed: str) -> None:
    """Gives the package another version, and a section for it in the changelog that names what changed."""
    (package / "pyproject.toml").write_text(f'[project]\nname = "amigok-contracts"\nversion = "{version}"\n')
    log = package / "CHANGELOG.md"
    before = log.read_text() if log.exists() else ""
    log.write_text("\n".join([f"## {version}", *changed, "", before]))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package that was never released."""
    _step(tmp_path, "1.0.0")
    return tmp_path


@pytest.fixture
def released(package: Path) -> Path:
    """Version 1.0.0 with one event."""
    (package / "released.json").write_text(contracts_gate.release([Milked], package))
    return package


def _was_released(package: Path, **change: Any) -> None:
    """Changes what was released, as if the class had been another: `schema` and `example` are functions."""
    path = package / "released.json"
    document = json.loads(path.read_text())
    for part, function in change.items():
        function(document["events"][KEY][part])
    path.write_text(contracts_gate.dump(document))


class TestContracts:
    def test_schemas_and_examples_follow_the_classes_before_the_first_release(self, package: Path) -> None:
        wanted = contracts_gate.files([Milked], package)
        assert set(wanted) == {package / SCHEMA, package / EXAMPLE}
        assert json.loads(wanted[package / EXAMPLE])["cow"] == "Bella"

    def test_what_was_released_as_it_is_may_be_written_again(self, released: Path) -> None:
        for path, text in contracts_gate.files([Milked], released).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        assert generate.stale(contracts_gate.files([Milked], released)) == []

    def test_what_nothing_generates_any_more_is_stale(self, package: Path) -> None:
        wanted = contracts_gate.files([Milked], package)
        leftover = (package / SCHEMA).with_name("test.cow.calved.v1.json")
        for path, text in {**wanted, leftover: "{}"}.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        assert generate.stale(wanted) == [leftover]

    def test_a_breaking_change_is_refused_and_both_ways_out_are_named(self, released: Path) -> None:
        _was_released(released, schema=lambda schema: schema["properties"].update(farmer={"type": "string"}))
        out = r"farmer: removed or renamed; declare version 2 .* @upcast from Milked, or step to version 2\.0\.0"
        for version in ("1.0.0", "1.0.1", "1.1.0"):
            _step(released, version)
            with pytest.raises(Failure, match=out):
                contracts_gate.files([Milked], released)
        _step(released, "2.0.0", KEY)
        assert contracts_gate.files([Milked], released)

    def test_an_optional_field_is_a_minor_step_and_the_golden_example_stays(self, released: Path) -> None:
        _was_released(
            released,
            schema=lambda schema: schema["properties"].pop("litres"),
            example=lambda example: example.pop("litres"),
        )
        for version in ("1.0.0", "1.0.1"):
            _step(released, version, KEY)
            with pytest.raises(Failure, match=rf"{KEY}: step at least to version 1\.1\.0"):
                contracts_gate.files([Milked], released)
        _step(released, "1.1.0", KEY)
        wanted = contracts_gate.files([Milked], released)
        assert "litres" in json.loads(wanted[released / SCHEMA])["properties"]
        assert "litres" not in json.loads(wanted[released / EXAMPLE])

    def test_a_new_event_is_a_minor_step_that_the_changelog_names(self, released: Path) -> None:
        with pytest.raises(Failure, match=r"test\.cow\.calved\.v1: step at least to version 1\.1\.0"):
            contracts_gate.files([Milked, Calved], released)
        _step(released, "1.1.0")
        with pytest.raises(Failure, match=r"CHANGELOG\.md does not name test\.cow\.calved\.v1 in section 1\.1\.0"):
            contracts_gate.files([Milked, Calved], released)
        _step(released, "1.1.0", "- test.cow.calved.v1")
        assert len(contracts_gate.files([Milked, Calved], released)) == 4

    def test_better_words_need_no_step(self, released: Path) -> None:
        _was_released(released, schema=lambda schema: schema.update(description="It gave milk."))
        assert "A cow gave milk." in contracts_gate.files([Milked], released)[released / SCHEMA]

    def test_a_version_needs_a_section_in_the_changelog_and_never_goes_back(self, released: Path) -> None:
        _step(released, "0.9.0")
        with pytest.raises(Failure, match=r"version 0\.9\.0 comes before the last release, 1\.0\.0"):
            contracts_gate.files([Milked], released)
        _step(released, "1.0.1")
        (released / "CHANGELOG.md").write_text("## 1.0.0\n")
        with pytest.raises(Failure, match=r"CHANGELOG\.md has no section 1\.0\.1"):
            contracts_gate.files([Milked], released)
        _step(released, "1.0")
        with pytest.raises(Failure, match=r"1\.0 is not a version"):
            contracts_gate.files([Milked], released)

    def test_a_version_is_released_once(self, released: Path) -> None:
        with pytest.raises(Failure, match=r"1\.0\.0 was released already"):
            contracts_gate.release([Milked], released)
        _step(released, "1.1.0", "- test.cow.calved.v1")
        document = json.loads(contracts_gate.release([Milked, Calved], released))
        assert (document["version"], set(document["events"])) == ("1.1.0", {KEY, "test.cow.calved.v1"})

    def test_a_golden_example_that_cannot_be_read_any_more_is_refused(self, released: Path) -> None:
        _was_released(released, example=lambda example: example.pop("cow"))
        with pytest.raises(Failure, match="golden example cannot be read any more"):
            contracts_gate.files([Milked], released)

    def test_a_released_event_cannot_vanish(self, released: Path) -> None:
        with pytest.raises(Failure, match=r"test\.cow\.milked\.v1 was released, and no class declares it"):
            contracts_gate.files([], released)

    def test_a_text_without_an_example_is_named(self, package: Path) -> None:
        with pytest.raises(Failure, match="Nameless: the field cow has no example"):
            contracts_gate.files([Nameless], package)

    @pytest.mark.parametrize("event", all_events(), ids=routing_key)
    def test_an_example_can_be_made_of_every_event_and_is_always_the_same(self, event: type[Event]) -> None:
        made = example(event)
        assert made == example(event)
        assert event.model_validate(made).subject


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


def _deployments(text: str) -> list[dict[str, Any]]:
    return [each for each in _documents(text) if each["kind"] == "Deployment"]


class TestDeployments:
    def test_compose_migrates_a_service_before_it_starts(self, deployed: dict[str, str]) -> None:
        services = yaml.safe_load(deployed["deploy/compose/compose.yaml"])["services"]
        servers = {"postgres", "rabbitmq", "redis", "prometheus"}
        assert set(services) == {*servers, "cow-migrate", "cow", "portal", "gateway"}
        assert services["cow"]["depends_on"]["cow-migrate"]["condition"] == "service_completed_successfully"
        assert services["cow"]["build"]["args"] == {"SERVICE": "cow"}

    def test_only_the_gateway_can_be_reached_from_outside_and_prometheus_from_the_machine_itself(
        self, deployed: dict[str, str]
    ) -> None:
        services = yaml.safe_load(deployed["deploy/compose/compose.yaml"])["services"]
        assert [name for name, service in services.items() if "ports" in service] == ["gateway", "prometheus"]
        assert all(port.startswith("127.0.0.1:") for port in services["prometheus"]["ports"])

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
        assert found == {
            ("Service", "cow"),
            ("Service", "cow-worker"),
            ("Deployment", "cow-api"),
            ("Deployment", "cow-worker"),
        }
        found = {each["metadata"]["name"] for each in _documents(deployed["deploy/k8s/base/portal.yaml"])}
        assert found == {"portal", "portal-api"}

    def test_requests_go_to_the_api_only(self, deployed: dict[str, str]) -> None:
        address, _, api, worker = _documents(deployed["deploy/k8s/base/cow.yaml"])
        selector = address["spec"]["selector"].items()
        assert selector <= api["spec"]["template"]["metadata"]["labels"].items()
        assert not selector <= worker["spec"]["template"]["metadata"]["labels"].items()

    def test_the_portal_asks_each_worker_where_its_own_address_leads(self, deployed: dict[str, str]) -> None:
        _, address, _, worker = _documents(deployed["deploy/k8s/base/cow.yaml"])
        assert address["spec"]["selector"].items() <= worker["spec"]["template"]["metadata"]["labels"].items()
        _, portal = _documents(deployed["deploy/k8s/base/portal.yaml"])
        settings = portal["spec"]["template"]["spec"]["containers"][0]["env"]
        assert {"name": "PORTAL_WORKERS", "value": '{"cow": "http://cow-worker:8000"}'} in settings

    def test_pods_run_without_privileges(self, deployed: dict[str, str]) -> None:
        for manifest in _deployments(deployed["deploy/k8s/base/cow.yaml"]):
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
            for manifest in _deployments(files[f"deploy/k8s/base/{name}.yaml"]):
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
            for manifest in _deployments(deployed[f"deploy/k8s/base/{name}.yaml"]):
                sources = manifest["spec"]["template"]["spec"]["containers"][0]["envFrom"]
                assert {source["secretRef"]["name"] for source in sources if "secretRef" in source} <= there
