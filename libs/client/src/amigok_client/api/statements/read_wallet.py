from typing import Any

import httpx

from ...calls import Call
from ...models.wallet_out import WalletOut


def read_wallet() -> Call[WalletOut]:
    """Your balances, open holds and what you owe, read at one moment.

    Sent with `Client.send`, which returns `WalletOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/wallet",
    }

    def parse(response: httpx.Response) -> WalletOut:
        response_200 = WalletOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
