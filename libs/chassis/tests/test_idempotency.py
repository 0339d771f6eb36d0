"""A request that was sent twice does its work once."""

import asyncio
from collections import Counter

from test_http import problem

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig

ONCE = "/api/v1/toy/notes/once"
KEY = {"Idempotency-Key": "key-0000001"}


async def count(rig: Rig) -> int:
    notes = (await rig.db.fetch("SELECT count(*) FROM notes"))[0][0]
    assert notes == (await rig.db.fetch("SELECT count(*) FROM outbox"))[0][0]
    return int(notes)


async def test_a_replay_answers_as_the_first_time_and_does_nothing(rig: Rig) -> None:
    user = new_id()
    first = await rig.request("POST", ONCE, user=user, headers=KEY, json={"text": "a"})
    again = await rig.request("POST", ONCE, user=user, headers=KEY, json={"text": "a"})
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert await count(rig) == 1


async def test_one_key_with_another_body_is_refused(rig: Rig) -> None:
    user = new_id()
    await rig.request("POST", ONCE, user=user, headers=KEY, json={"text": "a"})
    other = await rig.request("POST", ONCE, user=user, headers=KEY, json={"text": "b"})
    assert problem(other, 422)["code"] == "idempotency_key_reused"
    assert await count(rig) == 1


async def test_keys_belong_to_their_user(rig: Rig) -> None:
    for text in ("a", "b"):
        assert (await rig.request("POST", ONCE, user=new_id(), headers=KEY, json={"text": text})).status_code == 201
    assert await count(rig) == 2


async def test_of_twenty_requests_at_once_one_does_the_work_and_all_get_its_answer(rig: Rig) -> None:
    user = new_id()
    requests = [rig.request("POST", ONCE, user=user, headers=KEY, json={"text": "a"}) for _ in range(20)]
    answers = await asyncio.gather(*requests)
    assert Counter(answer.status_code for answer in answers) == {201: 20}
    assert len({answer.content for answer in answers}) == 1
    assert sum("idempotency-replayed" not in answer.headers for answer in answers) == 1
    assert await count(rig) == 1


async def test_a_refused_request_may_be_sent_again_with_its_key(rig: Rig) -> None:
    user = new_id()
    refused = await rig.request("POST", ONCE, user=user, headers=KEY, json={"text": "no"})
    assert problem(refused, 409)["code"] == "refused"
    assert await count(rig) == 0
    await rig.request("POST", ONCE, user=new_id(), json={"text": "yes"})
    assert (await rig.request("POST", ONCE, user=user, headers=KEY, json={"text": "no"})).status_code == 201
    assert await count(rig) == 2


async def test_a_missing_or_malformed_key_is_a_problem(rig: Rig) -> None:
    user = new_id()
    for key in ("", "short", "x" * 201, "with a space"):
        problem(await rig.request("POST", ONCE, user=user, headers={"Idempotency-Key": key}, json={}), 422)
    assert await count(rig) == 0
