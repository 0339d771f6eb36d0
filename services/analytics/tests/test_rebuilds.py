"""How facts that are made anew are compared with those that are there."""

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from analytics.engine import engine_of, schema
from analytics.rebuilds.service import checksum


async def test_a_checksum_counts_what_stands_beside_a_value_that_nobody_knows(rig: Rig) -> None:
    engine = engine_of(rig.context)
    await schema.make(engine)
    found = set()
    for version in range(2):
        await engine.insert("births", [{"livestock_id": new_id(), "born_on": None, "version": version}])
        found.add(await checksum(engine, "births"))
        await engine.execute("TRUNCATE TABLE births")
    assert len(found) == 2
