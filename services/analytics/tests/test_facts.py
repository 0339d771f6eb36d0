"""Which facts follow from events: the same whatever their order, and however often they come."""

import re
from collections.abc import Iterable
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from amigok_chassis.ids import new_id
from amigok_contracts import Event, all_events
from amigok_contracts.examples import example
from amigok_contracts.farm import LivestockRegistered
from amigok_contracts.farm_restated import LivestockRestated
from amigok_contracts.marketplace import OrderFulfilled
from amigok_contracts.money import Money
from amigok_contracts.money_requests import Share
from analytics.engine import schema
from analytics.facts.mapping import facts_of
from analytics.facts.rows import NIL, Fact
from services.analytics.tests.fleets import AT

KEYS = {
    re.split(r"[\s(]+", each)[5]: re.findall(r"\w+", each.rpartition("ORDER BY")[2].partition("SETTINGS")[0])
    for each in schema.statements()
}
"""The columns that tell facts of a table apart."""


def heard(event: Event, event_id: UUID) -> list[Fact]:
    return list(facts_of(event.type, event.version, event.model_dump_json(), id=event_id, at=AT))


def kept(facts: Iterable[Fact]) -> dict[Any, Any]:
    """What stays of facts in tables that keep the highest version of each key."""
    found: dict[Any, Any] = {}
    for table, row in facts:
        key = table, *(str(row[name] or NIL) for name in KEYS[table])
        if key not in found or row["version"] > found[key]["version"]:
            found[key] = row
    return found


EXAMPLES = [kind.model_validate(example(kind)) for kind in all_events()]


TELLING = [event for event in EXAMPLES if heard(event, new_id())]


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_any_order_and_repetition_of_events_gives_the_same_facts(random: Random) -> None:
    """Also where some are said again under other ids, as after a restore."""
    replayed = random.choices(TELLING, k=10)
    said = [(event, UUID(int=new_id().int + (at << 80))) for at, event in enumerate(TELLING + replayed)]
    again = said + random.choices(said, k=20)
    random.shuffle(again)
    once = kept(fact for each in said for fact in heard(*each))
    assert kept(fact for each in again for fact in heard(*each)) == once


def test_every_fact_names_its_event_and_only_columns_of_its_table() -> None:
    columns = {
        re.split(r"[\s(]+", each)[5]: set(re.findall(r"^ {4}(\w+) ", each, re.M)) - {"INDEX", "SETTINGS"}
        for each in schema.statements()
    }
    tables = set()
    for event in EXAMPLES:
        for table, row in heard(event, event_id := new_id()):
            assert set(row) <= columns[table], event.type
            assert row["event_id"] == event_id
            tables.add(table)
    assert tables == set(columns) - {"events", "marks"}


def test_the_lines_of_a_movement_add_up_to_zero() -> None:
    outside = {"deposit", "withdrawal", "withdrawal_returned", "provider_fee"}
    for event in EXAMPLES:
        lines = [row for table, row in heard(event, new_id()) if table == "lines"]
        assert sum(row["amount_minor"] for row in lines) == 0 or {row["kind"] for row in lines} <= outside, event.type


@settings(max_examples=20)
@given(st.integers(0, 10**12), st.integers(1, 10**9), st.booleans())
def test_a_seller_gets_the_price_and_pays_the_fee_of_it(net: int, fee: int, by_platform: bool) -> None:
    buyer, seller = new_id(), None if by_platform else new_id()
    shares = (
        Share(amount=Money.of_minor(net, "EUR"), payee_id=seller),
        Share(amount=Money.of_minor(fee, "EUR"), fee="sale"),
    )
    sold = OrderFulfilled(reference_id=new_id(), payer_id=buyer, livestock_id=new_id(), shares=shares)
    gains: dict[UUID, int] = {}
    for table, row in heard(sold, new_id()):
        if table == "lines":
            gains[row["owner"]] = gains.get(row["owner"], 0) + row["amount_minor"]
    both = {NIL: net + fee} if seller is None else {seller: net, NIL: fee}
    assert gains == {buyer: -net - fee, **both}


def test_an_animal_that_is_restated_is_known_since_it_was_registered() -> None:
    registered = LivestockRegistered.model_validate(example(LivestockRegistered))
    restated = LivestockRestated.model_validate(example(LivestockRestated))
    version = registered.aggregate_version + 1
    later = {"livestock_id": registered.livestock_id, "aggregate_version": version, "owned_since": AT + timedelta(1)}
    facts = [*heard(registered, new_id()), *heard(restated.model_copy(update=later), new_id())]
    [animal] = [row for key, row in kept(facts).items() if key[0] == "animals"]
    assert animal["at"] == (registered.registered_at or AT)
