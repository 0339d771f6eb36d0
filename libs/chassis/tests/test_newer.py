"""Read models keep the newest, in whatever order and how often they are told."""

import asyncio
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
from toy.models import Letter

from amigok_chassis import clock, newer
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig

NEW = {"created_at": clock.now()}


async def told(rig: Rig, id: UUID, version: int, text: str, **more: Any) -> bool:
    """A letter whose count of attempts is its version."""
    async with rig.db.unit_of_work() as db:
        return await newer.keep(db, Letter, {"id": id, "attempts": version, "text": text}, version="attempts", **more)


async def text(rig: Rig, id: UUID) -> str:
    return str((await rig.db.fetch("SELECT text FROM letters WHERE id = $1", id))[0][0])


@pytest.mark.parametrize("order", list(permutations([1, 2, 3])))
async def test_the_newest_is_kept_in_whatever_order_it_is_told(rig: Rig, order: tuple[int, ...]) -> None:
    id, newest = new_id(), 0
    for version in order:
        assert await told(rig, id, version, f"as of {version}", new=NEW) == (version > newest)
        newest = max(newest, version)
    assert await text(rig, id) == "as of 3"


async def test_the_same_version_told_again_changes_nothing(rig: Rig) -> None:
    id = new_id()
    assert await told(rig, id, 1, "first", new=NEW)
    assert not await told(rig, id, 1, "second", new=NEW)
    assert await text(rig, id) == "first"


async def test_of_many_that_tell_at_once_the_newest_is_kept(rig: Rig) -> None:
    id = new_id()
    await asyncio.gather(*(told(rig, id, version, f"as of {version}", new=NEW) for version in range(1, 20)))
    assert await text(rig, id) == "as of 19"


async def test_what_is_not_told_stays_and_a_new_row_has_its_own_values(rig: Rig) -> None:
    id, before = new_id(), clock.now()
    await told(rig, id, 1, "first", new=NEW)
    await told(rig, id, 2, "second", new={"created_at": before})
    ((created_at,),) = await rig.db.fetch("SELECT created_at FROM letters WHERE id = $1", id)
    assert created_at == NEW["created_at"]
