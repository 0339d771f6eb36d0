"""What devices sign: the chain, and what is found of whatever does not fit into it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from services.stream.tests.conftest import Yard
from services.stream.tests.seeing import Chain, Signing, seen
from stream.devices.models import Device
from stream.evidence.canonical import NOTHING, Statement, digest, line, ten_thousandths


@pytest.fixture
async def signing(yard: Yard) -> Signing:
    return await Signing.made(yard)


async def test_a_chain_is_accepted_and_a_replay_has_no_effect(signing: Signing) -> None:
    batches = [signing.batch() for _ in range(3)]
    assert [await signing.send(each) for each in batches] == [("accepted", False)] * 3
    assert await signing.send(batches[1]) == ("accepted", True)
    listed = await signing.listed()
    assert [each["counter"] for each in listed["items"]] == [3, 2, 1]
    assert (listed["gaps"], await signing.disputed()) == ([], 0)


async def test_a_gap_is_named_and_closed_by_what_comes_late(signing: Signing) -> None:
    first, *lost, last = [signing.batch() for _ in range(5)]
    assert [await signing.send(each) for each in (first, last)] == [("accepted", False)] * 2
    assert await signing.gaps() == [(2, 4)]
    assert await signing.send(lost[1]) == ("accepted", False)
    assert await signing.gaps() == [(2, 2), (4, 4)]
    assert [await signing.send(each) for each in (lost[2], lost[0])] == [("accepted", False)] * 2
    assert await signing.gaps() == []


async def test_what_would_close_a_gap_and_does_not_fit_is_refused(signing: Signing) -> None:
    first, second, third = [signing.batch() for _ in range(3)]
    await signing.send(first)
    await signing.send(third)
    forged = Chain(signing.machine.id, signing.machine.key)
    forged.counter, forged.previous = 1, first_hash(second)
    assert await signing.send(forged.sign([seen(signing.camera, "X")])) == ("broken_link", False)
    assert await signing.gaps() == [(2, 2)]
    assert (await signing.send(second), await signing.disputed()) == (("accepted", False), 1)


def first_hash(second: dict[str, Any]) -> str:
    return str(second["evidence"]["previous"])


async def test_a_fork_and_a_rollback_are_told_apart(signing: Signing) -> None:
    batches = [signing.batch() for _ in range(3)]
    for each in batches:
        await signing.send(each)
    image = Chain(signing.machine.id, signing.machine.key)
    image.counter, image.previous = 1, first_hash(batches[1])
    assert await signing.send(image.sign([seen(signing.camera, "X")])) == ("fork", False)
    image.counter, image.previous = 1, signing.chain.previous
    assert await signing.send(image.sign([seen(signing.camera, "X")])) == ("rollback", False)
    assert await signing.disputed() == 2


async def test_a_first_batch_has_none_before_it(signing: Signing) -> None:
    assert await signing.send(signing.batch(previous="ab" * 32)) == ("broken_link", False)


async def test_another_key_is_named(signing: Signing) -> None:
    signing.chain.key = Ed25519PrivateKey.generate()
    assert await signing.send(signing.batch()) == ("wrong_key", False)
    assert await signing.disputed() == 2


async def test_a_batch_that_was_damaged_on_the_way_is_proven_by_its_second_copy(signing: Signing) -> None:
    good = signing.batch()
    signature = good["evidence"]["signature"]
    damaged = good | {"evidence": good["evidence"] | {"signature": "00" + signature[2:]}}
    assert await signing.send(damaged) == ("bad_signature", False)
    assert await signing.send(damaged) == ("bad_signature", True)
    assert await signing.disputed() == 2
    assert await signing.send(good) == ("accepted", False)
    assert (await signing.disputed(), await signing.send(damaged)) == (0, ("accepted", True))


CHANGES: list[Callable[[dict[str, Any]], Any]] = [
    lambda body: body["detections"].reverse(),
    lambda body: body["detections"].pop(),
    lambda body: body["detections"][0].update(confidence=0.94),
    lambda body: body["detections"][0].update(card="CARD-2"),
    lambda body: body["detections"][0].update(area="Barn 2"),
    lambda body: body["detections"][1].update(event_id=str(new_id())),
    lambda body: body["detections"][1].update(detected_at=(clock.now() - timedelta(seconds=1)).isoformat()),
    lambda body: body["evidence"].update(model_digest="00" * 32),
    lambda body: body.update(sent_at=(clock.now() - timedelta(seconds=1)).isoformat()),
]


async def test_nothing_that_is_signed_can_be_changed(signing: Signing) -> None:
    for change in CHANGES:
        body = signing.batch()
        change(body)
        assert await signing.send(body) == ("bad_signature", False)


def test_the_example_of_the_page_is_what_is_signed() -> None:
    page = (Path(__file__).parents[3] / "docs" / "evidence.md").read_text()
    example = page[page.index("line       ") :].split("```")[0]
    shown, signed, signature, hash = re.split(r"^(?:signed|signature|hash) +", example, flags=re.MULTILINE)
    fields = [each.strip() for each in shown.removeprefix("line").split("<tab>")]
    known: dict[str, Any] = dict(zip(("event_id", "camera_id"), map(UUID, fields), strict=False))
    known |= {"card": fields[2], "confidence": ten_thousandths(0.93), "box": tuple(map(int, fields[4:8]))}
    at = datetime(2026, 3, 1, 12, 0, 0, 250_000, UTC)
    one = line(area=fields[8], model_version=None, device_at=at, **known)
    assert one.decode() == "\t".join(fields) + "\n"
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    model, device_id = bytes.fromhex(signed.split()[5]), UUID(signed.split()[1])
    sent_at = at + timedelta(milliseconds=750)
    public = key.public_key().public_bytes_raw()
    stated = Statement(device_id, public, 1, NOTHING, model, sent_at, 1, digest([one]))
    assert stated.signed.decode().split() == signed.split()
    assert (key.sign(stated.signed).hex(), stated.hash.hex()) == (signature.strip(), hash.strip())


async def test_what_came_before_in_another_batch_cannot_be_signed_again(signing: Signing) -> None:
    first = signing.batch()
    await signing.send(first)
    again = signing.chain.sign([first["detections"][0], seen(signing.camera, "X")])
    assert await signing.send(again) == ("overlap", False)
    assert await signing.send(again) == ("overlap", True)


async def test_a_new_key_begins_a_chain_and_the_old_one_only_closes_its_gaps(signing: Signing) -> None:
    first, second, third = [signing.batch() for _ in range(3)]
    await signing.send(first)
    await signing.send(third)
    fourth = signing.batch()
    new = Chain(signing.machine.id, Ed25519PrivateKey.generate())
    async with signing.yard.rig.db.unit_of_work() as db:
        public = new.key.public_key().public_bytes_raw()
        await db.execute(update(Device).where(Device.id == signing.machine.id).values(public_key=public))
    assert await signing.send(new.sign([seen(signing.camera, "N")])) == ("accepted", False)
    assert await signing.send(fourth) == ("former_key", False)
    assert await signing.send(second) == ("accepted", False)
    listed = await signing.listed()
    assert len({each["key"] for each in listed["items"]}) == 2
    assert listed["gaps"] == []


async def test_evidence_is_for_administrators(signing: Signing) -> None:
    path = f"admin/jetson/devices/{signing.machine.id}/evidence"
    assert (await signing.yard.as_hand("GET", path)).status_code == 403
    assert (await signing.yard.as_admin("GET", f"admin/jetson/devices/{new_id()}/evidence")).json()["items"] == []


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(6)), repeats=st.lists(st.integers(0, 5), max_size=3))
async def test_a_chain_is_whole_in_whatever_order_it_arrives(yard: Yard, order: list[int], repeats: list[int]) -> None:
    signing = await Signing.made(yard)
    batches = [signing.batch(1) for _ in range(6)]
    for at in [*order, *repeats]:
        assert (await signing.send(batches[at]))[0] == "accepted"
    assert await signing.gaps() == []
