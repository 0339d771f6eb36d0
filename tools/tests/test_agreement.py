"""`amigok check`: what services declare of themselves is compared, whatever they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from typer.testing import CliRunner

from amigok import agreement
from amigok.cli import app
from amigok.errors import Failure
from amigok_chassis.invariants import Agrees, Holds, Invariant, UnderWay
from amigok_chassis.process import load
from amigok_chassis.testing_databases import database

ONE, OTHER = UUID(int=1), UUID(int=2)

BAKED = Agrees("cake.baked", "baked it", "")
EATEN = Agrees("cake.baked", "ate it", "")
TASTED = Agrees("cake.baked", "tasted it", "", partial=True)
OVEN = UnderWay("cake", "")


def row(id: UUID = ONE, **known: Any) -> dict[str, Any]:
    return {"id": id, **known}


def differences(**answers: Any) -> list[str]:
    return list(agreement.differences(answers))


def test_a_fact_that_all_state_alike_is_no_difference() -> None:
    baker = {BAKED: [row(grams=500, owner=OTHER), row(OTHER, grams=2, owner=None)]}
    guest = {EATEN: [row(OTHER, grams=2), row(grams=500)], TASTED: [row(owner=OTHER)]}
    assert differences(baker=baker, guest=guest) == []


def test_a_fact_that_one_does_not_state_is_named_with_what_it_is_to_each() -> None:
    assert differences(baker={BAKED: [row()]}, guest={EATEN: []}, critic={TASTED: [row()]}) == [
        f"cake.baked {ONE}: baker baked it and critic tasted it, but it is not so that guest ate it"
    ]


def test_a_partial_statement_may_lack_facts_but_has_none_of_its_own() -> None:
    assert differences(baker={BAKED: [row()]}, critic={TASTED: []}) == []
    assert differences(baker={BAKED: []}, critic={TASTED: [row()]}) == [
        f"cake.baked {ONE}: critic tasted it, but it is not so that baker baked it"
    ]


def test_what_two_know_differently_is_told_with_both_values() -> None:
    baker, guest = row(grams=500, cold=True, owner=None), row(grams=499, cold=False, owner=OTHER)
    assert differences(baker={BAKED: [baker]}, guest={EATEN: [guest]}, critic={TASTED: [row(grams=500)]}) == [
        f"cake.baked {ONE}: grams is 500 to baker and critic, 499 to guest",
        f"cake.baked {ONE}: cold is yes to baker, no to guest",
        f"cake.baked {ONE}: owner is none to baker, {OTHER} to guest",
    ]


def test_what_happened_twice_is_a_difference() -> None:
    assert differences(baker={BAKED: [row()]}, guest={EATEN: [row(), row()]}) == [
        f"cake.baked {ONE}: guest ate it 2 times"
    ]


def test_facts_are_told_apart_by_their_key() -> None:
    paid = Agrees("cake.paid", "paid", "", key=("id", "currency"))
    dollars, euros = row(currency="USD", grams=1), row(currency="EUR", grams=1)
    assert differences(guest={paid: [dollars, euros]}, baker={paid: [dollars]}) == [
        f"cake.paid {ONE} EUR: guest paid, but it is not so that baker paid"
    ]


def test_what_is_under_way_is_not_compared() -> None:
    baker: dict[Invariant, list[Any]] = {BAKED: [row()], OVEN: [row()]}
    assert differences(baker=baker, guest={EATEN: []}) == []
    assert differences(baker=baker | {OVEN: [row(OTHER)]}, guest={EATEN: []}) != []
    assert differences(baker=baker | {OVEN: [], UnderWay("pie", ""): [row()]}, guest={EATEN: []}) != []


def test_what_breaks_an_invariant_of_one_service_is_told() -> None:
    whole = Holds("cake_is_whole", "")
    assert differences(baker={whole: [row(expected=8, found=7)]}) == [
        f"baker: cake is whole: {ONE}: expected 8, found 7"
    ]


def test_what_concerns_one_service_is_its_own_and_what_others_state_of_the_same_facts() -> None:
    mine, other = Holds("mine", ""), Holds("other", "")
    pie, crust = Agrees("pie.baked", "baked", ""), UnderWay("pie", "")
    all: dict[str, list[Invariant]] = {"baker": [BAKED, pie, OVEN, crust, other], "guest": [EATEN, mine]}
    assert agreement.concerned(all, "guest") == {"baker": [BAKED, OVEN], "guest": [EATEN, mine]}
    assert agreement.concerned(all, "") == all
    with pytest.raises(Failure, match="nothing to check of 'portal'; there is of baker, guest"):
        agreement.concerned(all, "portal")


DECLARED = agreement.declared()


@pytest.mark.parametrize("name", DECLARED)
async def test_each_service_can_be_asked_what_it_declares_and_only_reads(name: str) -> None:
    async with database(load(name)) as url:
        connection = await asyncpg.connect(url, server_settings={"default_transaction_read_only": "on"})
        for each in DECLARED[name]:
            assert await connection.fetch(each.sql) == [], each
            columns = {attribute.name for attribute in (await connection.prepare(each.sql)).get_attributes()}
            assert columns >= _needed(each), each
        await connection.close()


def _needed(each: Invariant) -> set[str]:
    match each:
        case Holds():
            return {"id", "expected", "found"}
        case Agrees():
            return set(each.key)
    return {"id"}


def test_every_fact_is_known_whole_by_somebody_and_stated_alike_by_several() -> None:
    stated: dict[str, list[Agrees]] = {}
    for each in (each for all in DECLARED.values() for each in all if isinstance(each, Agrees)):
        stated.setdefault(each.name, []).append(each)
    for name, statements in stated.items():
        assert len(statements) > 1, name
        assert len({each.key for each in statements}) == 1, name
        assert not all(each.partial for each in statements), name


def test_what_is_under_way_belongs_to_a_fact() -> None:
    every = [each for all in DECLARED.values() for each in all]
    nouns = {each.noun for each in every if isinstance(each, Agrees)}
    assert {each.noun for each in every if isinstance(each, UnderWay)} <= nouns


@pytest.mark.parametrize("arguments", [[], ["farm"]])
def test_a_fleet_that_never_was_up_has_nothing_to_check(tmp_path: Path, arguments: list[str]) -> None:
    done = CliRunner().invoke(app, ["check", *arguments, "--state", str(tmp_path)])
    assert (done.exit_code, "no databases yet" in done.output) == (1, True)
