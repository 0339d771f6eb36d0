"""The declared events, their schemas and examples, and how old versions are read."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

import amigok_contracts
from amigok_contracts import Event, all_events, event_class, parse, routing_key, upcast
from amigok_contracts.base import versions_of
from amigok_contracts.compatibility import breaking_changes, schema_of
from amigok_contracts.wallet import HoldPlaced

FOLDER = Path(amigok_contracts.__file__).parent

EVENTS = pytest.mark.parametrize("event", all_events(), ids=routing_key)


class ShearedV1(Event, type="test.sheep.sheared", aggregate="sheep"):
    sheep: str
    grams: int


class ShearedV2(Event, type="test.sheep.sheared", aggregate="sheep", version=2):
    sheep: str
    kilograms: float


class ShearedV3(Event, type="test.sheep.sheared", aggregate="sheep", version=3):
    sheep: str
    kilograms: float
    shearer: str | None = None


@upcast(ShearedV1)
def _to_kilograms(old: ShearedV1) -> ShearedV2:
    return ShearedV2(sheep=old.sheep, kilograms=old.grams / 1000)


@upcast(ShearedV2)
def _without_shearer(old: ShearedV2) -> ShearedV3:
    return ShearedV3(sheep=old.sheep, kilograms=old.kilograms)


def test_an_old_event_reads_as_the_version_that_the_subscriber_wants() -> None:
    data = '{"sheep": "dolly", "grams": 4500}'
    assert parse("test.sheep.sheared", 1, data) == ShearedV1(sheep="dolly", grams=4500)
    assert parse("test.sheep.sheared", 1, data, wanted=ShearedV2) == ShearedV2(sheep="dolly", kilograms=4.5)
    assert parse("test.sheep.sheared", 1, data, wanted=ShearedV3) == ShearedV3(sheep="dolly", kilograms=4.5)


def test_an_old_event_keeps_the_version_of_its_aggregate() -> None:
    data = '{"sheep": "dolly", "grams": 4500, "aggregate_version": 7}'
    assert parse("test.sheep.sheared", 1, data, wanted=ShearedV3).aggregate_version == 7


def test_what_is_wrong_with_an_event_is_told_without_what_it_says() -> None:
    with pytest.raises(ValidationError, match="grams") as refused:
        parse("test.sheep.sheared", 1, '{"sheep": "dolly", "grams": "secret"}')
    assert "secret" not in repr(refused.value)


def test_a_subscriber_of_a_new_version_hears_the_old_ones_too() -> None:
    assert list(versions_of(ShearedV3)) == [ShearedV3, ShearedV2, ShearedV1]
    assert list(versions_of(ShearedV1)) == [ShearedV1]


def test_an_older_consumer_reads_a_newer_producer() -> None:
    newer = '{"sheep": "dolly", "kilograms": 4.5, "farm": "new here"}'
    assert parse("test.sheep.sheared", 2, newer) == ShearedV2(sheep="dolly", kilograms=4.5)


def test_an_event_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        ShearedV1(sheep="dolly", grams=1).grams = 2  # type: ignore[misc]


def test_an_unknown_event_is_a_lookup_error_and_bad_data_a_value_error() -> None:
    with pytest.raises(LookupError):
        event_class("test.sheep.cloned", 1)
    with pytest.raises(ValueError, match="grams"):
        parse("test.sheep.sheared", 1, '{"sheep": "dolly"}')


@pytest.mark.parametrize("name", ["sheared", "sheep.sheared", "Test.sheep.sheared", "test.sheep.sheared.v1"])
def test_a_type_that_is_not_service_aggregate_verb_is_refused(name: str) -> None:
    with pytest.raises(TypeError, match="is not <service>"):

        class Wrong(Event, type=name, aggregate="sheep"):
            sheep: str


def test_a_type_and_version_can_be_declared_once() -> None:
    with pytest.raises(TypeError, match="declared twice"):

        class Again(Event, type="test.sheep.sheared", aggregate="sheep"):
            sheep: str


def test_a_class_name_is_one_events_in_the_whole_fleet() -> None:
    with pytest.raises(TypeError, match=r"wallet\.hold\.placed v1 is called HoldPlaced, too"):
        type(Event)(
            "HoldPlaced", (Event,), {"__annotations__": {"sheep": str}}, type="test.hold.placed", aggregate="sheep"
        )


def test_an_event_has_the_version_of_its_aggregate_or_none_before_it_is_published() -> None:
    assert ShearedV1(sheep="dolly", grams=1).aggregate_version == 0
    assert parse("test.sheep.sheared", 1, '{"aggregate_version": 7, "sheep": "d", "grams": 1}').aggregate_version == 7
    with pytest.raises(ValueError, match="aggregate_version"):
        parse("test.sheep.sheared", 1, '{"aggregate_version": -1, "sheep": "d", "grams": 1}')
    assert all("aggregate_version" in schema_of(event)["properties"] for event in all_events())


def test_an_aggregate_is_a_field() -> None:
    with pytest.raises(TypeError, match="no field 'goat'"):

        class Lost(Event, type="test.sheep.lost", aggregate="goat"):
            sheep: str


def test_events_of_tests_are_no_contracts() -> None:
    assert ShearedV1 not in all_events()


@EVENTS
def test_the_committed_schema_is_kept(event: type[Event]) -> None:
    published = json.loads((FOLDER / "schemas" / f"{routing_key(event)}.json").read_text())
    assert breaking_changes(published, schema_of(event)) == []


@EVENTS
def test_the_golden_example_is_valid_and_survives_a_round_trip(event: type[Event]) -> None:
    golden = json.loads((FOLDER / "examples" / f"{routing_key(event)}.json").read_text())
    validator = Draft202012Validator(schema_of(event), format_checker=Draft202012Validator.FORMAT_CHECKER)
    validator.validate(golden)
    read = parse(event.type, event.version, json.dumps(golden))
    sent = json.loads(read.model_dump_json())
    assert golden.items() <= sent.items()
    validator.validate(sent)


@EVENTS
def test_what_a_schema_calls_required_is_what_the_class_needs(event: type[Event]) -> None:
    needed = {name for name, field in event.model_fields.items() if field.is_required()}
    assert set(schema_of(event).get("required", ())) == needed


def test_the_subject_of_a_hold_is_what_it_is_for() -> None:
    golden = (FOLDER / "examples/wallet.hold.placed.v1.json").read_text()
    hold = HoldPlaced.model_validate_json(golden)
    assert hold.subject == str(hold.reference_id)
