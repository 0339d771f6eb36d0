"""Runs of reports while something is in their way."""

import asyncio
from datetime import timedelta
from typing import Any

from amigok_chassis import clock, files
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from analytics.engine import engine_of, schema
from analytics.main import service
from analytics.settings import Settings

ANNA = new_id()
MONEY = {
    "dataset": "money",
    "measures": ["amount"],
    "dimensions": ["month"],
    "since": "2025-01-01T00:00:00Z",
    "until": "2026-01-01T00:00:00Z",
    "time_zone": "UTC",
}


async def asked(rig: Rig) -> str:
    """A report that is to be made; the path of its run."""
    await rig.is_known(ANNA)
    report = {"name": "Money", "query": MONEY}
    saved = await rig.request("POST", "/api/v1/analytics/reports", user=ANNA, json=report)
    path = f"/api/v1/analytics/reports/{saved.json()['id']}/runs"
    run = await rig.request("POST", path, user=ANNA, json={})
    return f"/api/v1/analytics/report-runs/{run.json()['id']}"


async def test_a_report_waits_for_hours_until_facts_can_be_read_again() -> None:
    async with running(service) as rig:
        rig.context.use(Settings.model_validate({"clickhouse_url": "http://127.0.0.1:1/facts"}))
        path, states = await asked(rig), []
        for minutes in (*range(0, 240, 30), 361):
            clock.set_offset(timedelta(minutes=minutes))
            await rig.run_task("make_report")
            states.append((await rig.request("GET", path, user=ANNA)).json()["state"])
        assert states == ["making"] * 8 + ["failed"]


async def test_a_report_whose_file_is_being_erased_is_made_again(rig: Rig) -> None:
    path = await asked(rig)
    run = (await rig.request("GET", path, user=ANNA)).json()
    await schema.make(engine_of(rig.context))
    async with rig.db.unit_of_work() as db:
        await files.erase(db, f"reports/{run['id']}.csv")
    await rig.run_task("make_report")
    await rig.run_task("erase_file")
    clock.set_offset(timedelta(minutes=1))
    await rig.run_task("make_report")
    assert (await rig.request("GET", path, user=ANNA)).json()["state"] == "ready"


async def test_no_more_reports_are_made_at_once_also_if_all_are_asked_for_at_once(rig: Rig) -> None:
    await rig.is_known(ANNA)

    async def save() -> dict[str, Any]:
        report = {"name": "Money", "query": MONEY}
        return dict((await rig.request("POST", "/api/v1/analytics/reports", user=ANNA, json=report)).json())

    async def ask(report: dict[str, Any]) -> int:
        path = f"/api/v1/analytics/reports/{report['id']}/runs"
        return (await rig.request("POST", path, user=ANNA, json={})).status_code

    saved = [each for each in await asyncio.gather(*(save() for _ in range(53))) if "id" in each]
    assert len(saved) == 50
    assert sorted(await asyncio.gather(*map(ask, saved[:6]))) == [202] * 3 + [409] * 3
