"""The steps of the demonstration in which an owner reads what they earned, down to the ledger, and has a report."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from uuid import UUID

from amigok.client import Person
from amigok.demo_feed import keep
from amigok.errors import Failure
from amigok.stage import Stage
from amigok.state import State
from amigok_chassis.patience import until
from amigok_client.api import custom_reports, report_runs, returns, statements
from amigok_client.models import LineOut, ProfitLossOfCurrency, ReportIn, ReportQuery, RunIn, RunOut


async def explain(stage: Stage, owner: Person) -> None:
    """Shows profit and loss line by line, and what the ledger booked for the feed."""
    account = await until(partial(_account, owner))
    for entry in account.entries:
        if Decimal(entry.amount.amount):
            stage.fact(f"{entry.entry:<10} {entry.amount.amount:>10} {account.currency}")
    stage.fact(f"realised {account.realised.amount}, unrealised {account.unrealised.amount}")
    [roi] = (await owner.send(returns.read_roi())).currencies
    yearly = roi.money_weighted.total.yearly
    share = roi.simple.total.value
    stage.fact(f"of {roi.invested.amount} {roi.currency} invested: {share}, money-weighted {_told(yearly)}")
    rows = (await owner.send(returns.explain_financial(entry="feed"))).items
    await _compare(stage, owner, rows)


def _told(rate: object) -> str:
    value = getattr(rate, "value", None)
    return f"{value} a year" if value is not None else f"none ({getattr(rate, 'absent', '')})"


async def _account(owner: Person) -> ProfitLossOfCurrency | None:
    """The owner's account, once feed, care and their prize are in it."""
    told = await owner.send(returns.read_profit_and_loss())
    complete = [each for each in told.currencies if _amount(each, "feed") and _amount(each, "care")]
    return complete[0] if complete and not told.completeness.waiting else None


def _amount(account: ProfitLossOfCurrency, name: str) -> Decimal:
    return sum((Decimal(each.amount.amount) for each in account.entries if each.entry == name), Decimal())


async def _compare(stage: Stage, owner: Person, rows: list[LineOut]) -> None:
    """`Failure` where the owner's own statement does not have a transfer that a figure leads to."""
    moved = {each.transfer_id for each in (await owner.send(statements.list_transactions(limit=100))).items}
    for row in rows:
        for booked in row.transfers:
            if booked.transfer_id not in moved:
                raise Failure(f"the ledger does not know transfer {booked.transfer_id}")
            stage.fact(f"{row.kind} of {row.amount.amount}: event {row.event_id}, transfer {booked.transfer_id}")


async def report(stage: Stage, state: State, owner: Person) -> None:
    """Saves a report of money by month and kind as PDF, made in the background."""
    query = ReportQuery(
        dataset="money", measures=["amount", "movements"], dimensions=["month", "kind"], last_days=60, chart="bars"
    )
    saved = await owner.send(custom_reports.save_report(body=ReportIn("My animals", query, format_="pdf")))
    run = await owner.send(report_runs.make_report(saved.id, body=RunIn()))
    ready = await until(partial(_ready, owner, run.id))
    pdf = await owner.send(report_runs.download_report(ready.id))
    stage.fact(f"{ready.rows_done} rows, as of {ready.as_of}: {await keep(state, 'reports', f'{ready.id}.pdf', pdf)}")


async def _ready(owner: Person, run_id: UUID) -> RunOut | None:
    run = await owner.send(report_runs.read_run(run_id))
    if run.state == "failed":
        raise Failure(f"the report failed: {run.reason}")
    return run if run.state == "ready" else None
