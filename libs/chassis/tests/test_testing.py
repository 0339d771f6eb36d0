"""What tests begin with."""

from toy.main import service

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running


async def test_what_was_prepared_is_there_for_each_rig_and_was_done_once() -> None:
    done = []

    async def prepare(rig: Rig) -> str:
        done.append(await rig.administrator())
        return "prepared"

    for _ in range(3):
        async with running(service, prepare=prepare) as rig:
            assert (rig.prepared, len(done)) == ("prepared", 1)
            assert [row["user_id"] for row in await rig.db.fetch("SELECT user_id FROM user_standings")] == done
            await rig.is_known(new_id())
    async with running(service) as rig:
        assert (rig.prepared, await rig.db.fetch("SELECT FROM user_standings")) == (None, [])
