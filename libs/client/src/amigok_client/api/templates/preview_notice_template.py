from typing import Any
from urllib.parse import quote

import httpx

from ...calls import Call
from ...models.language import Language
from ...models.preview_out import PreviewOut
from ...types import UNSET, Unset


def preview_notice_template(
    kind: str,
    *,
    language: Language | Unset = UNSET,
    size: int | Unset = 1,
) -> Call[PreviewOut]:
    """Shows a notice in a language, and as a mail; `size` is how many facts it stands for.

    Sent with `Client.send`, which returns `PreviewOut`.
    """

    params: dict[str, Any] = {}

    json_language: str | Unset = UNSET
    if not isinstance(language, Unset):
        json_language = language

    params["language"] = json_language

    params["size"] = size

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/notifications/templates/{kind}/preview".format(
            kind=quote(str(kind), safe=""),
        ),
        "params": params,
    }

    def parse(response: httpx.Response) -> PreviewOut:
        response_200 = PreviewOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
