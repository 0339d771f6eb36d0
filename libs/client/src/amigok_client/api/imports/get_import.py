from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.import_out import ImportOut


def get_import(
    import_id: UUID,
) -> Call[ImportOut]:
    """Returns the progress of an import.

    Sent with `Client.send`, which returns `ImportOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/admin/livestock/imports/{import_id}".format(
            import_id=quote(str(import_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ImportOut:
        response_200 = ImportOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
