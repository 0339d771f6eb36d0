from typing import Any

import httpx

from ...calls import Call
from ...models.reconciliation_out import ReconciliationOut


def read_reconciliation() -> Call[ReconciliationOut]:
    """Proves the ledger: transfers sum to zero, balances equal entries, held money equals open holds.

    Sent with `Client.send`, which returns `ReconciliationOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/wallet/reconciliation",
    }

    def parse(response: httpx.Response) -> ReconciliationOut:
        response_200 = ReconciliationOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
