"""The animal of `docs/figures.md`: bought, partly refunded, fed, treated, sold. Every number here is there, too."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from amigok_chassis.ids import new_id
from amigok_contracts.care import REQUEST, CareCaptureRequested, CareCompleted
from amigok_contracts.feed import CORRECTION, PERIOD, MealCorrected, PeriodSettled
from amigok_contracts.money_requests import Share
from amigok_contracts.payment import OrderRefunded
from amigok_contracts.wallet import RewardPaid
from analytics.returns.rates import money_weighted
from services.analytics.tests.figures.barns import Barn, at, captured, usd

ANNA, BEN, SHEEP = new_id(), new_id(), new_id()

ENTRIES = {
    "sales": "310.00",
    "cost_of_sold": "-200.00",
    "sale_fees": "-7.75",
    "feed": "-114.00",
    "care": "-35.00",
}


def fed(day: str, amount: str, period: UUID) -> list[Any]:
    settled = PeriodSettled(
        period_id=period,
        subscription_id=new_id(),
        livestock_id=SHEEP,
        owner_id=ANNA,
        kind="package",
        price=usd(amount),
        charged=usd(amount),
        planned_meals=60,
        fed_meals=60,
        reason="end",
        starts_at=at("2025-01-10"),
        closed_at=at(day),
    )
    return [(at(day), settled), (at(day), captured(PERIOD, period, amount, payer_id=ANNA))]


def corrected(day: str, amount: str) -> list[Any]:
    correction = new_id()
    told = MealCorrected(
        correction_id=correction,
        period_id=new_id(),
        meal_id=new_id(),
        livestock_id=SHEEP,
        owner_id=ANNA,
        due_at=at(day),
        before="fed",
        after="missed",
        amount=usd(f"-{amount}"),
    )
    paid = RewardPaid(
        purpose=CORRECTION, reference_id=correction, transfer_id=new_id(), payee_id=ANNA, amount=usd(amount)
    )
    return [(at(day), told), (at(day), paid)]


def treated(day: str, amount: str) -> list[Any]:
    request, payment = new_id(), new_id()
    done = CareCompleted(
        request_id=request,
        livestock_id=SHEEP,
        farm_id=None,
        owner_id=ANNA,
        veterinarian_id=new_id(),
        care_type="treatment",
        cost=usd(amount),
    )
    asked = CareCaptureRequested(
        reference_id=payment, request_id=request, payer_id=ANNA, shares=(Share(amount=usd(amount), fee="care"),)
    )
    return [(at(day), done), (at(day), asked), (at(day), captured(REQUEST, payment, amount, payer_id=ANNA))]


def refunded(day: str, order: UUID, amount: str) -> Any:
    refund = OrderRefunded(
        refund_id=new_id(), order_id=order, livestock_id=SHEEP, buyer_id=ANNA, amount=usd(amount), animal="stays"
    )
    return at(day), refund


async def until_april(barn: Barn) -> None:
    bought = barn.sold("2025-01-10", SHEEP, "240.00", buyer=ANNA, seller=None)
    await barn.happens(
        barn.registered("2025-01-02", SHEEP, "240.00"),
        *bought,
        refunded("2025-02-01", bought[1][1].reference_id, "40.00"),
        *fed("2025-02-10", "58.00", new_id()),
        *treated("2025-02-20", "35.00"),
        *fed("2025-03-10", "58.00", new_id()),
        *corrected("2025-03-12", "2.00"),
        barn.weighed("2025-04-01", SHEEP, "48.00", "290.00"),
    )


async def of_usd(barn: Barn, path: str, **params: Any) -> dict[str, Any]:
    answer = await barn.get(f"analytics/financial/{path}", ANNA, **params)
    assert answer.status_code == 200, answer.text
    [only] = answer.json()["currencies"]
    return {"answer": answer.json(), **only}


async def test_one_animal_comes_to_what_was_computed_by_hand(barn: Barn) -> None:
    await until_april(barn)

    april = await of_usd(barn, "profit-loss", until="2025-04-02T00:00:00Z")
    assert {each["entry"]: each["amount"]["amount"] for each in april["entries"]} == {
        "feed": "-114.00",
        "care": "-35.00",
    }
    assert (april["after"]["value"]["amount"], april["after"]["cost"]["amount"]) == ("290.00", "200.00")
    assert [april[name]["amount"] for name in ("realised", "unrealised", "total")] == ["-149.00", "90.00", "-59.00"]
    [held] = (await barn.rig.request("GET", april["after"]["explain"], user=ANNA)).json()["items"]
    assert (held["livestock_id"], held["costs"][0]["amount"], held["how"]) == (str(SHEEP), "200.00", "weighed")

    await barn.happens(*barn.sold("2025-05-10", SHEEP, "310.00", buyer=BEN, seller=ANNA, fee="7.75"))
    account = await of_usd(barn, "profit-loss", livestock_id=str(SHEEP))
    assert {each["entry"]: each["amount"]["amount"] for each in account["entries"]} == ENTRIES
    assert [account[name]["amount"] for name in ("realised", "unrealised", "total")] == ["-46.75", "0.00", "-46.75"]

    roi = await of_usd(barn, "roi")
    assert roi["invested"]["amount"] == "398.75"
    assert roi["simple"]["total"] == {"value": "-0.117241", "absent": None}
    whole = {"yearly": {"value": "-0.398094", "absent": None}, "whole": {"value": "-0.153716", "absent": None}}
    assert roi["money_weighted"] == {"total": {**whole, "days": 120}, "realised": {**whole, "days": 120}}

    refused = (await barn.get("analytics/financial/roi", ANNA, into="EUR")).json()
    assert (refused["code"], refused["currency"]) == ("rate_missing", "USD")
    rates = {"into": "EUR", "rate": ["USD:0.5:2025-01-01", "USD:1:2025-05-01"]}
    converted = (await barn.get("analytics/financial/roi", ANNA, **rates)).json()
    [euros] = converted["currencies"]
    assert (euros["currency"], euros["total"]["amount"], converted["rates"]) == ("EUR", "127.75", rates["rate"])

    [tax] = (await barn.get("analytics/financial/tax-statement", ANNA, year=2025)).json()["disposals"]
    assert {name: tax[name]["amount"] for name in ("cost", "proceeds", "fees", "insurance", "gain")} == {
        "cost": "200.00",
        "proceeds": "310.00",
        "fees": "-7.75",
        "insurance": "0.00",
        "gain": "102.25",
    }


async def test_every_line_leads_to_its_events_and_to_the_transfers_of_the_ledger(barn: Barn) -> None:
    await until_april(barn)
    await barn.happens(*barn.sold("2025-05-10", SHEEP, "310.00", buyer=BEN, seller=ANNA, fee="7.75"))
    account = await of_usd(barn, "profit-loss")
    rows: dict[str, list[dict[str, Any]]] = {}
    for entry in account["entries"]:
        answer = await barn.rig.request("GET", entry["explain"], user=ANNA)
        assert answer.status_code == 200, answer.text
        rows[entry["entry"]] = answer.json()["items"]
    sums = {name: sum(Decimal(row["amount"]["amount"]) for row in each) for name, each in rows.items()}
    assert sums == {name: Decimal(amount) for name, amount in ENTRIES.items()}
    booked = {name: [len(row["transfers"]) for row in each] for name, each in rows.items()}
    assert booked == {"sales": [1], "cost_of_sold": [0, 1], "sale_fees": [1], "feed": [1, 1, 1], "care": [1]}
    [transfer] = rows["care"][0]["transfers"]
    assert transfer["amount"]["amount"] == "35.00"
    kept = await barn.rig.request("GET", f"{account['answer']['explain']}&limit=3", user=ANNA)
    assert len(kept.json()["items"]) == 3
    more = await barn.rig.request(
        "GET", f"{account['answer']['explain']}&cursor={kept.json()['next_cursor']}", user=ANNA
    )
    assert len(more.json()["items"]) == 5
    assert not {row["event_id"] for row in kept.json()["items"]} & {row["event_id"] for row in more.json()["items"][1:]}


async def test_the_lines_of_a_converted_account_lead_to_what_was_booked(barn: Barn) -> None:
    await until_april(barn)
    euros = await of_usd(barn, "profit-loss", into="EUR", rate="USD:0.5:2025-01-01")
    [feed] = [each for each in euros["entries"] if each["entry"] == "feed"]
    assert feed["amount"] == {"amount": "-57.00", "currency": "EUR"}
    rows = (await barn.rig.request("GET", feed["explain"], user=ANNA)).json()["items"]
    assert [row["amount"]["amount"] for row in rows] == ["2.00", "-58.00", "-58.00"]


def test_the_rate_of_the_example_discounts_its_flows_to_nothing() -> None:
    flows = [
        (date(2025, 1, 10), -24000),
        (date(2025, 2, 1), 4000),
        (date(2025, 2, 10), -5800),
        (date(2025, 2, 20), -3500),
        (date(2025, 3, 10), -5800),
        (date(2025, 3, 12), 200),
        (date(2025, 5, 10), 30225),
    ]
    rate = money_weighted(flows).yearly.value
    assert rate is not None
    discounted = [minor / float(1 + rate) ** ((day - flows[0][0]).days / 365) for day, minor in flows]
    assert abs(sum(discounted)) < 0.5
