"""A request that was sent twice does its work once."""

import asyncio
from collections import Counter

from test_http import problem

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, token

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


PROMISED = "/api/v1/toy/notes/promised"


async def test_the_same_request_in_another_spelling_is_the_same_request(rig: Rig) -> None:
    user = new_id()
    spellings = [
        '{"text": "a", "price": "1.00"}',
        '{"price": "1.0", "text": "a"}',
        '{"text":"\\u0061"}',
        '{"price": 1, "text": "a"}',
    ]
    for spelling in spellings:
        headers = {**KEY, "Content-Type": "application/json"}
        answer = await rig.request("POST", PROMISED, user=user, headers=headers, content=spelling)
        assert answer.status_code == 202, answer.text
    assert await count(rig) == 1
    other = await rig.request("POST", PROMISED, user=user, headers=KEY, json={"text": "a", "price": "1.01"})
    assert problem(other, 422)["code"] == "idempotency_key_reused"
    elsewhere = await rig.request("POST", f"{PROMISED}?x=1", user=user, headers=KEY, json={"text": "a"})
    assert problem(elsewhere, 422)["code"] == "idempotency_key_reused"


async def test_the_replay_of_a_promise_tells_how_it_is_now(rig: Rig) -> None:
    user = new_id()
    first = await rig.request("POST", PROMISED, user=user, headers=KEY, json={"text": "a"})
    await rig.db.fetch("UPDATE notes SET text = 'kept'")
    again = await rig.request("POST", PROMISED, user=user, headers=KEY, json={"text": "a"})
    assert (first.status_code, first.json()["text"]) == (202, "a")
    assert (again.status_code, again.json()) == (202, {"id": first.json()["id"], "text": "kept"})
    assert again.headers["idempotency-replayed"] == "true"


async def test_two_keys_are_refused(rig: Rig) -> None:
    headers = [("Authorization", f"Bearer {token(new_id())}"), *[("Idempotency-Key", f"key-000000{n}") for n in (1, 2)]]
    refused = await rig.http.post(ONCE, headers=headers, json={"text": "a"})
    assert problem(refused, 422)["code"] == "idempotency_key_repeated"
    assert await count(rig) == 0


async def test_a_body_that_is_missing_or_no_json_is_refused_as_ever(rig: Rig) -> None:
    for content in (b"", b"null", b"{", b'"text"', b"[]", b'{"text": 1}', b"\xff"):
        for kind in ("application/json", "text/plain", ""):
            headers = {**KEY, "Content-Type": kind}
            answer = await rig.request("POST", PROMISED, user=new_id(), headers=headers, content=content)
            assert answer.status_code in (400, 422), (content, kind, answer.text)
