"""Which fields of events are about people."""

import json
import re
from typing import Any
from uuid import UUID

from amigok_chassis.ids import new_id
from amigok_contracts import all_events
from amigok_contracts.examples import example
from amigok_contracts.money import Money
from amigok_contracts.wallet import TransferCompleted
from analytics.pseudonyms.names import PEOPLE, WITHHELD, has_withheld, people_in, renamed

THINGS = frozenset(
    re.findall(
        r"\w+",
        """
    after_id agreement_id alarm_id area_id batch_id birth_id breed_id camera_id claim_id command_id complaint_id
    correction_id corrects dam_id death_id delivery_id deposit_id device_id dispute_id dose_id equipment_id excursion_id
    farm_id feeding_id from_farm_id funded_by hold_id invoice_id listing_id livestock_id offer_id livestock_ids
    livestock_type_id lot_id meal_id medicine_id next_package_id order_id package_id payment_id period_id
    photo_ids place_id prescription_id previous_farm_id recording_id reference_id refund_id release_id removal_id
    restored_as search_id takedown_id
    replaces_id request_id return_id rule_id sensor_id service_id session_id settlement_id snapshot_id source_id
    stock_id submission_id subscription_id supersedes_id transfer_id treatment_id under_way up_to_id
    webhook_id weighing_id window_id withdrawal_id
    achievement_id appeal_id award_id challenge_id contest_id entitlement_id entry_id friendship_id report_id run_id
    review_id season_id task_id
        """,
    )
)
"""Fields with ids of what is not a person."""


def ids(schema: dict[str, Any], parts: dict[str, Any], name: str = "") -> set[str]:
    """The names of fields of a JSON Schema that hold ids."""
    if "$ref" in schema:
        return ids(parts[schema["$ref"].rpartition("/")[2]], parts, name)
    found = {name} if schema.get("format") == "uuid" else set()
    for each in [*schema.get("anyOf", ()), *schema.get("allOf", ()), *([schema["items"]] if "items" in schema else [])]:
        found |= ids(each, parts, name)
    return found.union(*(ids(each, parts, field) for field, each in schema.get("properties", {}).items()))


def test_of_every_field_with_an_id_somebody_has_said_whether_it_is_a_person() -> None:
    fields: set[str] = set()
    for event in all_events():
        schema = event.model_json_schema()
        fields |= ids(schema, schema.get("$defs", {}))
    assert fields == PEOPLE | THINGS, f"say in names.py or here: {sorted(fields ^ (PEOPLE | THINGS))}"


def test_what_tells_who_somebody_is_is_withheld_from_every_event() -> None:
    for event in all_events():
        secrets = {name for name in event.model_fields if "sealed" in name or "digest" in name}
        assert secrets <= WITHHELD, event.type
        text = renamed(json.dumps(example(event), separators=(",", ":")), {})
        assert has_withheld(text) == bool(secrets)


def test_only_people_are_renamed_and_the_rest_of_an_event_stays_byte_by_byte() -> None:
    for event in all_events():
        text = event.model_validate(example(event)).model_dump_json()
        names = {person: new_id() for person in people_in(text)}
        there = renamed(text, names)
        assert not set(people_in(there)) & set(names)
        if not has_withheld(there):
            assert renamed(there, {new: old for old, new in names.items()}) == text


def test_text_that_looks_like_a_field_stays() -> None:
    trick = TransferCompleted(
        transfer_id=new_id(), sender_id=new_id(), recipient_id=new_id(), amount=Money.of_minor(1, "EUR")
    )
    quoted = json.dumps({"title": trick.model_dump_json(), "user_id": str(new_id())}, separators=(",", ":"))
    (person,) = people_in(quoted)
    assert json.loads(renamed(quoted, {person: UUID(int=7)})) == json.loads(quoted) | {"user_id": str(UUID(int=7))}
