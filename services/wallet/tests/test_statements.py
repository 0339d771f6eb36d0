"""What users can ask their wallet about the past."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.money_requests import Share
from wallet.accounts.models import account_id
from wallet.statements import documents
from wallet.statements.schemas import KINDS


def types(page: dict[str, Any]) -> list[str]:
    return [line["type"] for line in page["items"]]


@pytest.fixture
async def history(rig: Rig, bank: Any) -> dict[str, Any]:
    """Anna is credited, pays Ben, buys his sheep, and gets back what was set aside for another."""
    anna, ben = await bank.user("500.00"), await bank.user("1.00")
    await bank.transfer(anna, ben, "20.00", note="for the hay")
    bought, lost = (bank.order(anna, "100.00", seller=ben, fee="5.00") for _ in range(2))
    await rig.deliver(bought.placed())
    await rig.deliver(bought.fulfilled())
    await rig.deliver(lost.placed())
    await rig.deliver(lost.cancelled())
    return {"anna": anna, "ben": ben, "bought": bought.id, "lost": lost.id}


async def test_each_side_of_a_movement_sees_it_as_its_own(bank: Any, history: dict[str, Any]) -> None:
    hers = await bank.get(history["anna"], "/transactions")
    assert types(hers) == ["release", "hold", "purchase", "hold", "transfer_out", "credit"]
    assert types(await bank.get(history["ben"], "/transactions")) == ["sale", "transfer_in", "credit"]


async def test_a_movement_names_the_other_party_and_not_what_was_written_for_auditors(
    rig: Rig, bank: Any, history: dict[str, Any]
) -> None:
    anna, ben = history["anna"], history["ben"]
    hers = {line["type"]: line for line in (await bank.get(anna, "/transactions"))["items"]}
    assert hers["transfer_out"]["counterparty"] == hers["purchase"]["counterparty"] == f"…{str(ben)[-8:]}"
    assert (hers["hold"]["counterparty"], hers["credit"]["counterparty"]) == (None, None)
    assert (hers["transfer_out"]["description"], hers["credit"]["description"]) == ("for the hay", "")
    his = {line["type"]: line["counterparty"] for line in (await bank.get(ben, "/transactions"))["items"]}
    assert his == {"sale": f"…{str(anna)[-8:]}", "transfer_in": f"…{str(anna)[-8:]}", "credit": None}
    ours = bank.order(anna, "10.00")
    await rig.deliver(ours.placed(), ours.fulfilled())
    assert (await bank.get(anna, "/transactions", limit=1))["items"][0]["counterparty"] == "Amigok"


async def test_who_is_paid_beside_others_sees_the_payer_only(rig: Rig, bank: Any) -> None:
    *payees, anna = [await bank.user(amount) for amount in ("0", "0", "0", "10.00")]
    dollar = Money.of_minor(100, "USD")
    charge = bank.bill(anna, dollar, new_id(), assurance=bank.sure())
    shares = tuple(Share(amount=dollar, payee_id=payee) for payee in payees)
    await rig.deliver(charge.model_copy(update={"shares": shares}))
    for payee in payees:
        [line] = (await bank.get(payee, "/transactions"))["items"]
        assert line["counterparty"] == f"…{str(anna)[-8:]}"


async def test_movements_are_found_by_type_reference_currency_and_time(bank: Any, history: dict[str, Any]) -> None:
    anna = history["anna"]
    assert types(await bank.get(anna, "/transactions", type="purchase")) == ["purchase"]
    assert types(await bank.get(anna, "/transactions", type="transfer_in")) == []
    assert types(await bank.get(anna, "/transactions", reference_id=str(history["lost"]))) == ["release", "hold"]
    assert types(await bank.get(anna, "/transactions", currency="EUR")) == []
    everything = (await bank.get(anna, "/transactions", currency="USD"))["items"]
    third, fourth = everything[2]["posted_at"], everything[3]["posted_at"]
    assert types(await bank.get(anna, "/transactions", since=fourth, until=third)) == ["hold"]
    pages, more = [], {}
    while True:
        page = await bank.get(anna, "/transactions", type="hold", limit=1, **more)
        pages.append(types(page))
        if page["next_cursor"] is None:
            break
        more = {"cursor": page["next_cursor"]}
    assert pages == [["hold"], ["hold"]]


async def test_a_balance_is_known_for_any_time(bank: Any, history: dict[str, Any]) -> None:
    anna = history["anna"]
    lines = (await bank.get(anna, "/transactions"))["items"]
    for newer, line in pairwise(lines):
        (balance,) = (await bank.get(anna, "/balance", as_of=newer["posted_at"]))["balances"]
        assert balance["available"] == line["available_after"]
    before = (datetime.fromisoformat(lines[-1]["posted_at"]) - timedelta(days=1)).isoformat()
    assert (await bank.get(anna, "/balance", as_of=before))["balances"][0]["available"]["amount"] == "0.00"
    purchase = (await bank.get(anna, "/balance", as_of=lines[2]["posted_at"]))["balances"]
    assert purchase[0]["held"]["amount"] == "100.00"


async def test_a_statement_begins_and_ends_with_the_balances_of_its_period(
    rig: Rig, bank: Any, history: dict[str, Any]
) -> None:
    anna = history["anna"]
    lines = (await bank.get(anna, "/transactions"))["items"]
    period = {"currency": "USD", "since": lines[-2]["posted_at"], "until": clock.now().isoformat(), "format": "csv"}
    answer = await rig.request("GET", "/api/v1/wallet/statement", user=anna, params=period)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["type"] for row in rows] == ["transfer_out", "hold", "purchase", "hold", "release"]
    assert [row["available_after"] for row in rows] == ["480.00", "380.00", "380.00", "280.00", "380.00"]
    assert (rows[0]["available_change"], rows[0]["description"]) == ("-20.00", "for the hay")
    pdf = await rig.request("GET", "/api/v1/wallet/statement", user=anna, params={**period, "format": "pdf"})
    assert (pdf.headers["content-type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")


async def test_notes_are_neither_formulas_nor_markup(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("5.00"), await bank.user()
    for note in ("=1+1", '#read("/etc/passwd")', "$x", '"]', "羊 🐑"):
        await bank.transfer(anna, ben, "1.00", note=note)
    period = {"currency": "USD", "since": "2020-01-01T00:00:00Z", "until": clock.now().isoformat()}
    pdf = await rig.request("GET", "/api/v1/wallet/statement", user=anna, params=period)
    assert (pdf.status_code, pdf.content[:5]) == (200, b"%PDF-")
    table = await rig.request("GET", "/api/v1/wallet/statement", user=anna, params={**period, "format": "csv"})
    assert ",'=1+1," in table.text


@pytest.mark.parametrize(
    ("path", "params", "code"),
    [
        ("balance", {"as_of": "2999-01-01T00:00:00Z"}, "in_the_future"),
        ("balance", {"as_of": "20240101"}, "invalid_request"),
        ("balance", {"as_of": "2024-01-01T00:00:00"}, "invalid_request"),
        ("transactions", {"type": "gift"}, "invalid_request"),
        ("transactions", {"kind": "hold"}, "invalid_request"),
        ("transactions", {"since": "yesterday"}, "invalid_request"),
        ("transactions", {"cursor": "WzFd"}, "invalid_cursor"),
        ("statement", {"currency": "USD", "since": "2024-01-01T00:00:00Z"}, "invalid_request"),
        (
            "statement",
            {"currency": "USD", "since": "2024-01-02T00:00:00Z", "until": "2024-01-01T00:00:00Z"},
            "invalid_request",
        ),
        (
            "statement",
            {"currency": "USD", "since": "2024-01-01T00:00:00Z", "until": "2999-01-01T00:00:00Z"},
            "in_the_future",
        ),
    ],
)
async def test_what_cannot_be_told_is_refused(rig: Rig, path: str, params: dict[str, str], code: str) -> None:
    answer = await rig.request("GET", f"/api/v1/wallet/{path}", user=new_id(), params=params)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_a_statement_of_too_many_lines_is_refused(
    rig: Rig, bank: Any, history: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wallet.statements.queries.MOST_LINES", 3)
    period = {"currency": "USD", "since": "2020-01-01T00:00:00Z", "until": datetime.now(UTC).isoformat()}
    answer = await rig.request("GET", "/api/v1/wallet/statement", user=history["anna"], params=period)
    assert (answer.status_code, answer.json()["code"]) == (422, "period_too_long")


MANY = 30_000
_HISTORY = """
WITH made AS (
    SELECT gen_random_uuid() AS id, n, now() - n * interval '1 minute' AS at FROM generate_series(1, {many}) AS n
), transferred AS (
    INSERT INTO transfers (id, kind, currency, description, created_at) SELECT id, 'credit', 'USD', '', at FROM made
)
INSERT INTO entries (transfer_id, account_id, amount, balance_after, posted_at)
SELECT id, '{account}'::uuid, 1, {many} - n + 1, at FROM made
UNION ALL SELECT id, '{external}'::uuid, -1, NULL, at FROM made
"""


async def test_a_long_history_is_read_along_its_index(rig: Rig, bank: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = await bank.user()
    account, external = account_id(anna, "available", "USD"), account_id(None, "external", "USD")
    async with rig.db.driver() as driver:
        await driver.execute("DISCARD PLANS")  # foreign keys were checked while the tables were empty: by reading all
        await driver.execute(_HISTORY.format(many=MANY, account=account, external=external))
        await driver.execute("VACUUM ANALYZE")
    asked: list[tuple[Any, ...]] = []
    fetch = rig.db.fetch
    monkeypatch.setattr(rig.db, "fetch", lambda *query: asked.append(query) or fetch(*query))
    page = await bank.get(anna, "/transactions")
    await bank.get(anna, "/transactions", cursor=page["next_cursor"])
    await bank.get(anna, "/transactions", since="2020-01-01T00:00:00Z", currency="USD")
    await bank.get(anna, "/transactions", reference_id=str(new_id()))
    await bank.get(anna, "/balance", as_of=page["items"][-1]["posted_at"])
    for sql, *parameters in asked:
        ((plan,),) = await fetch(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *parameters)
        read = [node for node in nodes(plan[0]["Plan"]) if node.get("Relation Name") in ("entries", "transfers")]
        assert "Seq Scan" not in {node["Node Type"] for node in read}, sql
        assert sum(node["Actual Rows"] * node["Actual Loops"] for node in read) < 500, sql


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)


def test_every_kind_of_movement_has_a_name_that_people_understand() -> None:
    template = Path(documents.__file__).with_name("statement.typ").read_text()
    names = re.search(r"#let names = \((.*?)\n\)", template, re.DOTALL)
    assert names is not None
    assert set(re.findall(r"(\w+): \"", names[1])) == set(KINDS)
