from typing import Any

import httpx

from ...calls import Call
from ...models.templates_out import TemplatesOut


def list_notice_templates() -> Call[TemplatesOut]:
    """Lists what people are told, kind by kind.

    Sent with `Client.send`, which returns `TemplatesOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/notifications/templates",
    }

    def parse(response: httpx.Response) -> TemplatesOut:
        response_200 = TemplatesOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
