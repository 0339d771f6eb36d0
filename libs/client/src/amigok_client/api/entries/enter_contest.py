from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.entry_in import EntryIn
from ...models.entry_out import EntryOut


def enter_contest(
    contest_id: UUID,
    *,
    body: EntryIn,
    idempotency_key: str | None = None,
) -> Call[EntryOut]:
    """Enters your animal in a contest, under the terms that you have seen.

    A fee is held in your wallet until the contest starts. Contests with cash prizes are for verified persons (KYC).

    Sent with `Client.send`, which returns `EntryOut`.
    """
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key or Call.key()

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/contests/{contest_id}/register".format(
            contest_id=quote(str(contest_id), safe=""),
        ),
    }
    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> EntryOut:
        response_201 = EntryOut.from_dict(response.json())

        return response_201

    return Call(_kwargs, parse, True)
