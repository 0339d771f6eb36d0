"""PayPal's formats: ids, amounts, refusals, bodies."""

import json
import secrets
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tests.simulators.double import Refused
from tests.simulators.idempotency import Rules

Row = dict[str, Any]
WITHOUT_DECIMALS = {"HUF", "JPY", "TWD"}
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


class Asked(BaseModel):
    """A request body. Unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


A = TypeVar("A", bound=BaseModel)


class Amount(Asked):
    """An amount in PayPal's format for orders and refunds."""

    currency_code: str = Field(pattern="^[A-Z]{3}$")
    value: str = Field(pattern=r"^[0-9]{1,7}(\.[0-9]{2})?$")

    @property
    def minor(self) -> int:
        return int(Decimal(self.value).scaleb(_digits(self.currency_code)))


def new_id(prefix: str = "", length: int = 17) -> str:
    return prefix + "".join(secrets.choice(LETTERS) for _ in range(length))


def now() -> str:
    return written(datetime.now(UTC))


def written(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _digits(currency: str) -> int:
    return 0 if currency in WITHOUT_DECIMALS else 2


def money(minor: int, currency: str) -> Row:
    return {"currency_code": currency, "value": format(Decimal(minor).scaleb(-_digits(currency)), "f")}


def minor(money: Row) -> int:
    return int(Decimal(money["value"]).scaleb(_digits(money.get("currency_code") or money["currency"])))


def _error(name: str, message: str, issue: str | None) -> Row:
    details = [{"issue": issue, "description": message}] if issue else []
    return {"name": name, "message": message, "debug_id": secrets.token_hex(6), "details": details, "links": []}


def refuse(status: int, name: str, message: str, issue: str | None = None, **more: Any) -> Refused:
    return Refused(status, _error(name, message, issue) | more)


def unprocessable(issue: str, message: str) -> Refused:
    """The request is well formed but cannot be carried out."""
    return refuse(422, "UNPROCESSABLE_ENTITY", message, issue)


def missing(what: str) -> Refused:
    return refuse(404, "RESOURCE_NOT_FOUND", f"There is no such {what}.", "INVALID_RESOURCE_ID")


def failure(status: int) -> JSONResponse:
    name = "RATE_LIMIT_REACHED" if status == 429 else "INTERNAL_SERVER_ERROR"
    return JSONResponse(_error(name, "Something went wrong.", None), status)


def _conflict(issue: str, message: str) -> Response:
    return JSONResponse(_error("UNPROCESSABLE_ENTITY", message, issue), 422)


RULES = Rules(
    header="paypal-request-id",
    keeps=lambda status: status < 300,
    replay=lambda kept: kept,
    in_use=lambda key: _conflict("PREVIOUS_REQUEST_IN_PROGRESS", "A request with this id is being carried out."),
    mismatch=lambda key: _conflict("REQUEST_ID_REUSED", "This id belongs to another request."),
)


async def asked(request: Request, shape: type[A]) -> A:
    """Parses the body. No body counts as an empty one."""
    try:
        return shape.model_validate(json.loads(await request.body() or b"{}"))
    except ValidationError as error:
        first = error.errors()[0]
        field = "/" + "/".join(str(part) for part in first["loc"])
        raise refuse(400, "INVALID_REQUEST", f"{field}: {first['msg']}", "INVALID_PARAMETER_SYNTAX") from None
    except (ValueError, RecursionError):
        raise refuse(400, "INVALID_REQUEST", "The body is not JSON.", "MALFORMED_REQUEST_JSON") from None
