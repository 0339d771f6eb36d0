"""Refreshing in several tabs, after lost answers, and beside a thief."""

import asyncio
from datetime import timedelta

import jwt
import pytest

from amigok_chassis import clock


async def test_refresh_gives_a_new_pair_and_keeps_the_session(visitor):
    body = await visitor.signed_in()
    clock.set_offset(timedelta(minutes=11))
    assert (await visitor.me(body["access_token"])).status_code == 401
    answer = await visitor.post("refresh", {"refresh_token": body["refresh_token"]})
    pair = answer.json()
    assert answer.status_code == 200
    assert pair["refresh_token"] != body["refresh_token"]
    assert (await visitor.me(pair["access_token"])).status_code == 200
    old, new = (
        jwt.decode(token, options={"verify_signature": False}) for token in (body["access_token"], pair["access_token"])
    )
    assert old["sid"] == new["sid"]
    assert old["auth_time"] == new["auth_time"]


async def trade(visitor, pair):
    return await visitor.post("refresh", {"refresh_token": pair["refresh_token"]})


async def ends_the_session(visitor, pair, *, of):
    """Whether the refresh token is refused, and with it all that the session `of` has."""
    answers = [await trade(visitor, pair), await trade(visitor, of)]
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(401, "invalid_refresh_token")] * 2
    return (await visitor.me(of["access_token"])).status_code == 401


async def test_a_refresh_token_that_comes_again_late_ends_the_session(visitor):
    first = await visitor.signed_in()
    second = (await trade(visitor, first)).json()
    clock.set_offset(timedelta(seconds=60))
    assert await ends_the_session(visitor, first, of=second)


async def test_a_late_refresh_token_ends_the_session_however_far_it_has_gone_on(visitor):
    first = await visitor.signed_in()
    second = (await trade(visitor, first)).json()
    third = (await trade(visitor, second)).json()
    clock.set_offset(timedelta(seconds=60))
    assert await ends_the_session(visitor, first, of=third)


async def test_a_thief_who_traded_first_is_out_when_the_owner_comes_after_the_window(visitor):
    owners = await visitor.signed_in()
    thiefs = (await trade(visitor, owners)).json()
    clock.set_offset(timedelta(minutes=9))
    assert await ends_the_session(visitor, owners, of=thiefs)


async def test_a_thief_who_got_the_same_pair_is_out_when_both_go_on_with_it(visitor):
    first = await visitor.signed_in()
    owners, thiefs = (await trade(visitor, first)).json(), (await trade(visitor, first)).json()
    assert owners["refresh_token"] == thiefs["refresh_token"]
    clock.set_offset(timedelta(minutes=9))
    owners = (await trade(visitor, owners)).json()
    clock.set_offset(timedelta(minutes=11))
    assert await ends_the_session(visitor, thiefs, of=owners)


async def test_who_has_lost_the_answer_to_a_refresh_gets_the_same_token_again(visitor):
    first = await visitor.signed_in()
    lost = {(await trade(visitor, first)).json()["refresh_token"] for _ in range(2)}
    clock.set_offset(timedelta(seconds=59))
    pair = (await trade(visitor, first)).json()
    assert lost == {pair["refresh_token"]}
    for _ in range(2):
        clock.set_offset(clock.offset() + timedelta(minutes=2))
        pair = (await trade(visitor, pair)).json()
    assert (await visitor.me(pair["access_token"])).status_code == 200


@pytest.mark.parametrize("tabs", [2, 20])
async def test_tabs_that_refresh_at_once_get_the_same_token_and_stay_signed_in(visitor, tabs):
    pairs = [await visitor.signed_in()] * tabs
    for _ in range(3):
        answers = await asyncio.gather(*(trade(visitor, pair) for pair in pairs))
        assert {answer.status_code for answer in answers} == {200}
        pairs = [answer.json() for answer in answers]
        assert len({pair["refresh_token"] for pair in pairs}) == 1
        for pair in pairs:
            assert (await visitor.me(pair["access_token"])).status_code == 200
        clock.set_offset(clock.offset() + timedelta(minutes=10))
    unused = await visitor.rig.db.fetch("SELECT FROM refresh_tokens WHERE rotated_at IS NULL")
    assert len(unused) == 1


async def test_a_tab_that_is_late_by_less_than_a_minute_follows_one_that_has_gone_on(visitor):
    first = await visitor.signed_in()
    ahead = (await trade(visitor, first)).json()
    ahead = (await trade(visitor, ahead)).json()
    clock.set_offset(timedelta(seconds=59))
    behind = (await trade(visitor, first)).json()
    assert behind["refresh_token"] == ahead["refresh_token"]
    clock.set_offset(timedelta(minutes=10))
    for tab in (ahead, behind):
        assert (await trade(visitor, tab)).status_code == 200


async def test_the_database_keeps_no_refresh_token(visitor):
    pair = (await trade(visitor, await visitor.signed_in())).json()
    tables = await visitor.rig.db.fetch(
        "SELECT r::text AS row FROM refresh_tokens r UNION SELECT s::text FROM sessions s"
    )
    assert tables
    assert not any(pair["refresh_token"] in row["row"] for row in tables)


async def test_a_refresh_token_of_an_ended_session_gets_nothing_within_the_window(visitor):
    first = await visitor.signed_in()
    second = (await trade(visitor, first)).json()
    await visitor.post("logout", access=second["access_token"])
    for pair in (first, second):
        assert (await trade(visitor, pair)).json()["code"] == "invalid_refresh_token"
