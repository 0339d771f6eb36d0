"""What the platform owes is published daily, and everybody can check their part in it."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.proofs import NOTHING, InclusionProof, PublishedRoot
from wallet.solvency import service
from wallet.solvency.models import BOUGH


async def publish(rig: Rig) -> None:
    await rig.run_job("publish_liabilities")


async def proof(rig: Rig, user: UUID, **params: Any) -> Any:
    return await rig.request("GET", "/api/v1/wallet/proof", user=user, params={"currency": "USD", **params})


async def proven(rig: Rig, user: UUID, **params: Any) -> InclusionProof:
    answer = await proof(rig, user, **params)
    assert answer.status_code == 200, answer.text
    told = InclusionProof.model_validate_json(answer.text)
    told.verify()
    return told


async def published(rig: Rig, **params: Any) -> list[PublishedRoot]:
    answer = await rig.request("GET", "/api/v1/wallet/solvency", params=params)
    assert answer.status_code == 200, answer.text
    return [PublishedRoot.model_validate(each) for each in answer.json()["items"]]


async def crowd(rig: Rig, count: int) -> list[UUID]:
    """So many users with one, two, three ... cents, by the shortest way."""
    users = [new_id() for _ in range(count)]
    await rig.db.fetch(
        "INSERT INTO accounts (id, owner_id, kind, currency, balance, created_at) "
        "SELECT gen_random_uuid(), owner, 'available', 'USD', cents, now() "
        "FROM unnest($1::uuid[]) WITH ORDINALITY AS u(owner, cents)",
        users,
    )
    return users


async def test_everybodys_balance_available_and_held_is_in_what_is_published(rig: Rig, bank: Any) -> None:
    people = [await bank.user(f"{at}.50") for at in range(1, 6)]
    await rig.deliver(bank.order(people[4], "2.00").placed())
    await publish(rig)
    (root,) = await published(rig, currency="USD")
    root.verify()
    for at, person in enumerate(people, 1):
        told = await proven(rig, person)
        assert (told.balance, told.user_id) == (100 * at + 50, person)
        assert (told.day, told.root, told.total) == (root.day, root.root, root.total)
    assert (root.total, root.accounts, root.assets) == (1_750, 5, {"external": 1_750})


async def test_what_belongs_to_the_platform_is_assets_and_no_liability(rig: Rig, bank: Any) -> None:
    anna = await bank.user("100.00")
    order = bank.order(anna, "40.00", fee="1.00")
    await rig.deliver(order.placed(), order.fulfilled())
    await publish(rig)
    (root,) = await published(rig, currency="USD")
    assert (root.total, root.assets) == (6_000, {"external": 10_000})


@pytest.mark.parametrize("count", [0, 1, 2, 3, BOUGH - 1, BOUGH, BOUGH + 1, service.AT_ONCE + 2])
async def test_a_tree_of_any_size_proves_its_leaves(rig: Rig, count: int) -> None:
    users = await crowd(rig, count)
    await publish(rig)
    (root,) = await published(rig, currency="USD")
    assert (root.accounts, root.total) == (count, count * (count + 1) // 2)
    if not users:
        assert root.root == NOTHING.hash.hex()
    for at in {0, 1, count // 2, count - 1} & set(range(count)):
        told = await proven(rig, users[at])
        assert (told.balance, told.root, told.total) == (at + 1, root.root, root.total)


async def test_each_currency_has_a_tree_of_its_own(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("3.00"), await bank.user()
    await bank.credit(ben, "7.00", "EUR")
    await publish(rig)
    assert {root.currency: (root.total, root.accounts) for root in await published(rig)} == {
        "USD": (300, 2),
        "EUR": (700, 1),
        "GBP": (0, 0),
    }
    assert (await proven(rig, ben, currency="EUR")).balance == 700
    missing = await proof(rig, anna, currency="EUR")
    assert (missing.status_code, missing.json()["code"]) == (404, "proof_not_found")


async def test_publications_follow_on_each_other_and_the_days_before_can_still_be_proven(rig: Rig, bank: Any) -> None:
    anna = await bank.user("1.00")
    days = []
    for day in range(3):
        clock.set_offset(timedelta(days=day))
        await publish(rig)
        days.append(clock.now().date())
        await bank.credit(anna, "1.00")
    third, second, first = await published(rig, currency="USD")
    first.verify()
    second.verify(first)
    third.verify(second)
    assert [each.total for each in (first, second, third)] == [100, 200, 300]
    assert [(await proven(rig, anna, day=str(day))).balance for day in days] == [100, 200, 300]
    assert (await proven(rig, anna)).day == days[-1]


async def test_a_day_is_published_once(rig: Rig, bank: Any) -> None:
    anna = await bank.user("1.00")
    await publish(rig)
    await bank.credit(anna, "1.00")
    ben = await bank.user("9.00")
    await publish(rig)
    assert (await proven(rig, anna)).balance == 100
    assert (await proof(rig, ben)).json()["code"] == "proof_not_found"
    assert len(await published(rig)) == 3


async def test_a_moment_is_published_while_money_moves(rig: Rig, bank: Any) -> None:
    people = [await bank.user("100.00") for _ in range(6)]

    async def pay() -> None:
        for turn in range(24):
            await bank.transfer(people[turn % 6], people[(turn + 1) % 6], "0.07")

    await asyncio.gather(pay(), pay(), publish(rig))
    (root,) = await published(rig, currency="USD")
    assert root.total == root.assets["external"] == 60_000
    for person in people:
        await proven(rig, person)


async def test_leaves_are_forgotten_after_35_days_and_roots_never(rig: Rig, bank: Any) -> None:
    anna = await bank.user("1.00")
    await publish(rig)
    first = (await proven(rig, anna)).day
    for days, status in ((35, 200), (36, 404)):
        clock.set_offset(timedelta(days=days))
        await publish(rig)
        assert (await proof(rig, anna, day=str(first))).status_code == status
    assert [each.day for each in await published(rig, currency="USD")][-1] == first


async def test_the_leaf_of_a_user_tells_others_nothing(rig: Rig, bank: Any) -> None:
    """The same balance of the same user on two days has nothing in common but what the user is told."""
    people = [await bank.user("1.00") for _ in range(8)]
    proofs = []
    for day in range(2):
        clock.set_offset(timedelta(days=day))
        await publish(rig)
        proofs.append([await proven(rig, person) for person in people])
    assert len({told.leaf for told in (*proofs[0], *proofs[1])}) == 16
    assert len({told.nonce for told in (*proofs[0], *proofs[1])}) == 16
    orders = [
        [
            row["user_id"]
            for row in await rig.db.fetch(
                "SELECT user_id FROM solvency_leaves WHERE day = $1 AND currency = 'USD' ORDER BY position", told[0].day
            )
        ]
        for told in proofs
    ]
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1]) == sorted(people)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
async def test_days_without_a_publication_are_not_found(rig: Rig, bank: Any, day: str) -> None:
    anna = await bank.user("1.00")
    await publish(rig)
    assert (await proof(rig, anna, day=day)).json()["code"] == "proof_not_found"


@pytest.mark.parametrize("odd", [{"day": "20"}, {"day": "yesterday"}, {"currency": "XXX"}, {"currency": ""}])
async def test_odd_questions_are_refused(rig: Rig, odd: dict[str, str]) -> None:
    assert (await proof(rig, new_id(), **odd)).status_code == 422


async def test_the_published_are_paged(rig: Rig) -> None:
    for day in range(3):
        clock.set_offset(timedelta(days=day))
        await publish(rig)
    seen: list[Any] = []
    params: dict[str, Any] = {"limit": 4}
    while True:
        page = (await rig.request("GET", "/api/v1/wallet/solvency", params=params)).json()
        seen += [(each["day"], each["currency"]) for each in page["items"]]
        if page["next_cursor"] is None:
            break
        params["cursor"] = page["next_cursor"]
    assert len(seen) == len(set(seen)) == 9
    assert seen == sorted(seen, reverse=True)


@pytest.mark.parametrize("statement", ["UPDATE solvency_roots SET total = 0", "DELETE FROM solvency_roots"])
async def test_what_was_published_cannot_be_changed_by_mistake(rig: Rig, statement: str) -> None:
    await publish(rig)
    with pytest.raises(Exception, match="append-only"):
        await rig.db.fetch(statement)
