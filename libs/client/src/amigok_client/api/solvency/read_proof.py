import datetime
from typing import Any

import httpx

from ...calls import Call
from ...models.inclusion_proof import InclusionProof
from ...models.read_proof_currency import ReadProofCurrency
from ...types import UNSET, Unset


def read_proof(
    *,
    currency: ReadProofCurrency,
    day: datetime.date | None | Unset = UNSET,
) -> Call[InclusionProof]:
    """Proves that your balance is in the liabilities that were published on a day.

    To check it offline: `amigok ledger verify-proof FILE`, or `amigok_contracts.proofs`.

    Sent with `Client.send`, which returns `InclusionProof`.
    """

    params: dict[str, Any] = {}

    json_currency: str = currency
    params["currency"] = json_currency

    json_day: None | str | Unset
    if isinstance(day, Unset):
        json_day = UNSET
    elif isinstance(day, datetime.date):
        json_day = day.isoformat()
    else:
        json_day = day
    params["day"] = json_day

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/wallet/proof",
        "params": params,
    }

    def parse(response: httpx.Response) -> InclusionProof:
        response_200 = InclusionProof.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
