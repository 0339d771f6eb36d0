"""Runs of reports while something is in their way."""

from datetime import timedelta

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
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
