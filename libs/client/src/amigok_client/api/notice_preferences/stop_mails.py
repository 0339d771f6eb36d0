from typing import Any
from urllib.parse import quote

import httpx

from ...calls import Call
from ...models.stopped_out import StoppedOut


def stop_mails(
    token: str,
) -> Call[StoppedOut]:
    """Ends mails of one kind, by the link in such a mail (RFC 8058). Nobody has to sign in.

    Sent with `Client.send`, which returns `StoppedOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/notifications/stop-mails/{token}".format(
            token=quote(str(token), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> StoppedOut:
        response_200 = StoppedOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, False)
