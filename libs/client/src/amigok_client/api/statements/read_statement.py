import datetime
from io import BytesIO
from typing import Any

import httpx

from ...calls import Call
from ...models.read_statement_currency import ReadStatementCurrency
from ...models.read_statement_format import ReadStatementFormat
from ...types import UNSET, File, Unset


def read_statement(
    *,
    currency: ReadStatementCurrency,
    since: datetime.datetime,
    until: datetime.datetime,
    format_: ReadStatementFormat | Unset = "pdf",
) -> Call[File]:
    """A statement of a period in one currency, as PDF or CSV.

    Sent with `Client.send`, which returns `File`.
    """

    params: dict[str, Any] = {}

    json_currency: str = currency
    params["currency"] = json_currency

    json_since = since.isoformat()
    params["since"] = json_since

    json_until = until.isoformat()
    params["until"] = json_until

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_

    params["format"] = json_format_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/wallet/statement",
        "params": params,
    }

    def parse(response: httpx.Response) -> File:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    return Call(_kwargs, parse, True)
