"""Reports from their question to the file."""

import csv
import io
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pypdf
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_contracts.analytics import ReportFailed, ReportReady
from amigok_contracts.farm import FarmChanged, FarmStaffChanged
from amigok_contracts.identity import UserDeleted
from analytics.custom_reports.asking import ReportQuery
from analytics.custom_reports.catalogue import DATASETS, FILTERED
from analytics.custom_reports.compiling import compiled
from analytics.engine import engine_of
from analytics.scopes.service import NIL, Scope
from services.analytics.tests.figures.barns import Barn, at

ANNA, BEN = new_id(), new_id()
QUERY = {
    "dataset": "money",
    "measures": ["amount", "movements"],
    "dimensions": ["month", "kind"],
    "since": "2025-01-01T00:00:00Z",
    "until": "2026-01-01T00:00:00Z",
    "time_zone": "Europe/Madrid",
    "chart": "bars",
}


async def made(barn: Barn, report: dict[str, Any], user: UUID = ANNA, role: str = "investor") -> dict[str, Any]:
    """A report that was saved and made: its run."""
    await barn.rig.is_known(user, role=role)
    saved = await barn.rig.request("POST", "/api/v1/analytics/reports", user=user, role=role, json=report)
    assert saved.status_code == 201, saved.text
    path = f"/api/v1/analytics/reports/{saved.json()['id']}/runs"
    run = await barn.rig.request("POST", path, user=user, role=role, json={})
    assert run.status_code == 202, run.text
    await barn.rig.run_task("make_report")
    return dict((await barn.get(f"analytics/report-runs/{run.json()['id']}", user, role)).json())


async def file(barn: Barn, run: dict[str, Any], user: UUID = ANNA) -> bytes:
    answer = await barn.get(f"analytics/report-runs/{run['id']}/file", user)
    assert answer.status_code == 200, answer.text
    return answer.content


async def bought_and_sold(barn: Barn) -> None:
    sheep = new_id()
    await barn.happens(
        barn.registered("2025-01-02", sheep, "240.00"),
        *barn.sold("2025-01-31T23:30:00", sheep, "240.00", buyer=ANNA, seller=None),
        barn.weighed("2025-04-01", sheep, "48.00", "290.00"),
        *barn.sold("2025-05-10", sheep, "310.00", buyer=BEN, seller=ANNA, fee="7.75"),
    )


async def test_a_report_is_made_as_csv_workbook_and_pdf_with_what_it_is_about(barn: Barn) -> None:
    await bought_and_sold(barn)
    report = {"name": "=cmd|' /C calc'!A0", "query": QUERY, "format": "csv"}
    run = await made(barn, report)
    assert (run["state"], run["rows_done"], run["rows_total"]) == ("ready", 3, 3)
    rows = list(csv.reader(io.StringIO((await file(barn, run)).decode("utf-8-sig"))))
    told = {row[0]: row[1] for row in rows[:12]}
    assert (told["report"], told["time zone"], told["filters"]) == ("'=cmd|' /C calc'!A0", "Europe/Madrid", "none")
    assert told["from"] == "2025-01-01T01:00:00+01:00"
    behind = await barn.rig.request("GET", told["rows"], user=ANNA)
    assert sorted(row["kind"] for row in behind.json()["items"]) == ["purchase", "sale", "sale_fee"]
    assert rows[13:] == [
        ["month", "kind", "currency", "amount", "movements"],
        ["2025-02-01", "purchase", "USD", "-240.00", "1"],
        ["2025-05-01", "sale", "USD", "310.00", "1"],
        ["2025-05-01", "sale_fee", "USD", "-7.75", "1"],
    ]

    book = zipfile.ZipFile(io.BytesIO(await file(barn, await made(barn, {**report, "format": "xlsx"}))))
    sheets = "".join(book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name)
    assert "<f>" not in sheets
    assert "<v>-240</v>" in sheets
    assert "Europe/Madrid" in sheets

    paper = pypdf.PdfReader(io.BytesIO(await file(barn, await made(barn, {**report, "format": "pdf"}))))
    text = "".join(page.extract_text() for page in paper.pages)
    assert "Europe/Madrid" in text
    assert text.count("-240.00") == 2, "once in the chart, and once in the table"
    ready = await barn.rig.events(ReportReady)
    assert [(each.format, each.rows, each.user_id) for each in ready] == [
        (each, 3, ANNA) for each in ("csv", "xlsx", "pdf")
    ]


async def test_rows_are_those_that_the_owner_of_a_report_may_see(barn: Barn) -> None:
    await bought_and_sold(barn)
    weights = {**QUERY, "dataset": "weights", "measures": ["weighings", "average_kg"], "dimensions": ["type"]}
    mine = await made(barn, {"name": "Weights", "query": weights})
    assert "Sheep,1,48.000" in (await file(barn, mine)).decode()
    theirs = await made(barn, {"name": "Weights", "query": weights}, BEN)
    assert "Sheep" not in (await file(barn, theirs, BEN)).decode(), "Ben did not own it then"
    assert (await barn.get(f"analytics/report-runs/{mine['id']}/file", BEN)).status_code == 404

    hand = await barn.rig.is_known(new_id(), role="farm_staff")
    where = {"time_zone": "Europe/Madrid", "latitude": 40.4, "longitude": -3.7}
    farm = FarmChanged(farm_id=barn.farm_id, name="Hill Farm", **where)
    staff = FarmStaffChanged(farm_id=barn.farm_id, user_ids=(hand,))
    await barn.happens((at("2025-01-01"), farm), (at("2025-01-01"), staff))
    of_farm = {"name": "Weights", "query": {**weights, "scope": "farm", "farm_id": str(barn.farm_id)}}
    there = await made(barn, of_farm, hand, "farm_staff")
    assert "Sheep,1,48.000" in (await barn.get(f"analytics/report-runs/{there['id']}/file", hand, "farm_staff")).text
    refused = await barn.rig.request("POST", "/api/v1/analytics/reports", user=ANNA, json=of_farm)
    assert refused.status_code == 403

    await barn.happens((at("2025-01-03"), FarmStaffChanged(farm_id=barn.farm_id, user_ids=())))
    path = f"/api/v1/analytics/reports/{there['report_id']}/runs"
    again = await barn.rig.request("POST", path, user=hand, role="farm_staff", json={})
    await barn.rig.run_task("make_report")
    run = (await barn.get(f"analytics/report-runs/{again.json()['id']}", hand)).json()
    assert (run["state"], run["reason"]) == ("failed", "not_allowed")
    [failed] = await barn.rig.events(ReportFailed)
    assert failed.reason == "not_allowed"
    assert (await barn.get(f"analytics/report-runs/{there['id']}/file", hand, "farm_staff")).status_code == 404


async def test_a_report_of_nothing_says_that_there_is_nothing(barn: Barn) -> None:
    for dataset, measures in (("weights", ["average_kg", "lightest_kg", "heaviest_kg"]), ("meals", ["fed_kg"])):
        query = {**QUERY, "dataset": dataset, "measures": measures, "dimensions": [], "chart": "none"}
        run = await made(barn, {"name": "Nothing", "query": query})
        assert run["state"] == "ready", run
        assert list(csv.reader(io.StringIO((await file(barn, run)).decode())))[-1] == [""] * len(measures)


async def test_filters_choose_rows_and_never_become_sql(barn: Barn) -> None:
    await bought_and_sold(barn)
    chosen = {**QUERY, "dimensions": ["kind"], "filters": [{"dimension": "kind", "values": ["sale", "x') OR 1=1 --"]}]}
    rows = (await file(barn, await made(barn, {"name": "Sales", "query": chosen}))).decode().splitlines()
    assert rows[13:] == ["kind,currency,amount,movements", "sale,USD,310.00,1"]
    sales = {**QUERY, "dataset": "sales", "measures": ["sales", "price", "fees"], "dimensions": ["side"]}
    rows = (await file(barn, await made(barn, {"name": "Sales", "query": sales}))).decode().splitlines()
    assert rows[13:] == ["side,currency,sales,price,fees", "bought,USD,1,240.00,0.00", "sold,USD,1,310.00,7.75"]
    for wrong in (
        {"measures": ["sum(amount_minor)"]},
        {"measures": ["fed_kg"]},
        {"dimensions": ["owner"]},
        {"filters": [{"dimension": "month", "values": ["2025-01-01"]}]},
        {"since": None},
        {"time_zone": "Mars/Olympus"},
    ):
        body = {"name": "Wrong", "query": {**QUERY, **wrong}}
        answer = await barn.rig.request("POST", "/api/v1/analytics/reports", user=ANNA, json=body)
        assert answer.status_code == 422, wrong


@pytest.mark.parametrize("whose", ["mine", "farm", "platform"])
async def test_everything_in_the_catalogue_can_be_asked(barn: Barn, whose: Any) -> None:
    facts, now = engine_of(barn.rig.context), clock.now()
    owners = {"mine": "owner = {owner:UUID}", "farm": "true", "platform": "owner = {nil:UUID}"}
    scope = Scope(whose, owners[whose], "true", {"nil": NIL, "owner": ANNA, "farm": barn.farm_id})
    for name, dataset in DATASETS.items():
        filters = [{"dimension": each, "values": [str(new_id())]} for each in dataset.dimensions if each in FILTERED]
        for part in range(0, len(dataset.dimensions), 4):
            asked = {"dimensions": list(dataset.dimensions)[part : part + 4], "filters": filters[part : part + 4]}
            body = {"dataset": name, "measures": list(dataset.measures), "last_days": 7, **asked}
            statement = compiled(ReportQuery.model_validate(body), scope, since=now, until=now, most=1)
            assert await facts.query(statement.sql, statement.params) == []


async def test_a_scheduled_report_is_made_by_itself_and_forgotten_with_its_owner(barn: Barn) -> None:
    await barn.rig.is_known(ANNA)
    query = {**QUERY, "since": None, "until": None, "last_days": 30}
    body = {"name": "Daily", "query": query, "schedule": {"every": "day", "at": "06:00"}}
    report = (await barn.rig.request("POST", "/api/v1/analytics/reports", user=ANNA, json=body)).json()
    assert datetime.fromisoformat(report["next_at"]) > datetime.now(UTC)
    clock.set_offset(timedelta(days=3))
    await barn.rig.run_job("run_scheduled_reports")
    await barn.rig.run_job("run_scheduled_reports")
    await barn.rig.run_task("make_report")
    runs = (await barn.get(f"analytics/reports/{report['id']}/runs", ANNA)).json()["items"]
    assert [(run["scheduled"], run["state"]) for run in runs] == [(True, "ready")], "once for three days"

    await barn.rig.deliver(UserDeleted(user_id=ANNA, role="investor", status="deleted"))
    assert (await barn.get(f"analytics/reports/{report['id']}", ANNA)).status_code == 404
    assert (await barn.get(f"analytics/report-runs/{runs[0]['id']}/file", ANNA)).status_code == 404

    async def erased() -> bool:
        await barn.rig.run_task("erase_file")
        return not await barn.rig.db.fetch("SELECT FROM erased_files")

    await until(erased)


async def test_a_run_can_be_cancelled_and_its_file_expires(barn: Barn) -> None:
    await bought_and_sold(barn)
    ready = await made(barn, {"name": "Money", "query": QUERY})
    path = f"/api/v1/analytics/reports/{ready['report_id']}/runs"
    asked = [(await barn.rig.request("POST", path, user=ANNA, json={})).json() for _ in range(3)]
    full = await barn.rig.request("POST", path, user=ANNA, json={})
    assert full.json()["code"] == "too_many_report_runs"
    cancelled = await barn.rig.request("POST", f"/api/v1/analytics/report-runs/{asked[0]['id']}/cancel", user=ANNA)
    assert cancelled.json()["state"] == "cancelled"
    clock.set_offset(timedelta(days=31))
    await barn.rig.run_job("expire_reports")
    gone = await barn.get(f"analytics/report-runs/{ready['id']}/file", ANNA)
    assert (gone.status_code, gone.json()["state"]) == (409, "expired")
