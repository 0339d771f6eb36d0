"""The report of what moved the account's money."""

from datetime import datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from tests.simulators.paypal import wire
from tests.simulators.paypal.account import Account
from tests.simulators.paypal.wire import Row

LONGEST = timedelta(days=31)


class Period(BaseModel):
    model_config = ConfigDict(extra="forbid")

    start_date: AwareDatetime
    end_date: AwareDatetime
    fields: str = "transaction_info"
    page_size: int = Field(default=100, ge=1, le=500)
    page: int = Field(default=1, ge=1)
    transaction_status: str | None = None
    transaction_currency: str | None = None

    def holds(self, row: Row) -> bool:
        info: dict[str, Any] = row["transaction_info"]
        within = self.start_date <= datetime.fromisoformat(info["transaction_initiation_date"]) <= self.end_date
        currency, status = info["transaction_amount"]["currency_code"], info["transaction_status"]
        return within and self.transaction_currency in (None, currency) and self.transaction_status in (None, status)


def reporting(account: Account) -> APIRouter:
    router = APIRouter()

    @router.get("/v1/reporting/transactions")
    async def list_all(request: Request) -> Row:
        try:
            asked = Period.model_validate(dict(request.query_params))
        except ValidationError as error:
            raise wire.refuse(400, "INVALID_REQUEST", error.errors()[0]["msg"]) from None
        if not timedelta() <= asked.end_date - asked.start_date <= LONGEST:
            raise wire.refuse(400, "INVALID_REQUEST", "Date range is greater than 31 days.")
        rows = [row for row in account.transactions if asked.holds(row)]
        begin = (asked.page - 1) * asked.page_size
        return {
            "transaction_details": rows[begin : begin + asked.page_size],
            "page": asked.page,
            "total_items": len(rows),
            "total_pages": -(-len(rows) // asked.page_size),
        }

    return router
