"""Keyset pages go through everything once, also while rows are added."""

import asyncio
import base64
import json
from uuid import UUID

import httpx
import pytest
from test_http import problem

from amigok_chassis.ids import new_id
from amigok_chassis.pagination import encode
from amigok_chassis.testing import Rig

AN_ID = UUID(int=7)
NOTES = "/api/v1/toy/notes"


async def insert(rig: Rig, numbers: list[int]) -> list[UUID]:
    ids = [new_id() for _ in numbers]
    await rig.db.fetch(
        "INSERT INTO notes (note_id, number, text) SELECT *, '' FROM unnest($1::uuid[], $2::bigint[])",
        ids,
        numbers,
    )
    return ids


async def page(rig: Rig, limit: int, cursor: str | None) -> httpx.Response:
    return await rig.http.get(NOTES, params={"limit": limit} | ({"cursor": cursor} if cursor else {}))


async def test_every_row_comes_once_and_in_order(rig: Rig) -> None:
    ids = await insert(rig, [number // 5 for number in range(21)])
    for limit in (1, 3, 7, 100):
        await read_through(rig, limit, ids)


async def read_through(rig: Rig, limit: int, ids: list[UUID]) -> None:
    seen: list[tuple[int, UUID]] = []
    cursor = None
    while True:
        body = (await page(rig, limit, cursor)).json()
        assert len(body["items"]) <= limit
        seen += [(item["number"], UUID(item["note_id"])) for item in body["items"]]
        cursor = body["next_cursor"]
        if cursor is None:
            break
    assert seen == sorted(seen, reverse=True)
    assert {note_id for _, note_id in seen} == set(ids)
    assert len(seen) == len(ids)


async def test_rows_that_were_there_come_once_while_others_are_added(rig: Rig) -> None:
    ids = set(await insert(rig, list(range(60))))
    seen: list[UUID] = []

    async def add() -> None:
        for round_ in range(20):
            await insert(rig, [round_ * 3, 1000 + round_, -round_])
            await asyncio.sleep(0)

    async def read() -> None:
        cursor = None
        while True:
            body = (await page(rig, 4, cursor)).json()
            seen.extend(UUID(item["note_id"]) for item in body["items"])
            cursor = body["next_cursor"]
            if cursor is None:
                return

    await asyncio.gather(add(), read())
    assert len(seen) == len(set(seen))
    assert ids <= set(seen)


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "\u0660",
        encode(1),
        encode(1, AN_ID, 2),
        encode("one", AN_ID),
        encode(1, "no uuid"),
        encode(None, None),
        encode(2**63, AN_ID),
        encode(10**400, AN_ID),
        base64.urlsafe_b64encode(b"\xff\xff").decode(),
        base64.urlsafe_b64encode(b"[" * 370).decode()[:500],
        base64.urlsafe_b64encode(json.dumps({"a": 1}).encode()).decode(),
        base64.urlsafe_b64encode(b"NaN").decode(),
    ],
)
async def test_a_made_up_cursor_is_a_problem(edge: Rig, cursor: str) -> None:
    problem(await page(edge, 10, cursor), 422)


@pytest.mark.parametrize("limit", ["0", "101", "-1", "x", "1e9", "9" * 5000])
async def test_a_limit_out_of_bounds_is_a_problem(edge: Rig, limit: str) -> None:
    problem(await edge.http.get(NOTES, params={"limit": limit}), 422)
