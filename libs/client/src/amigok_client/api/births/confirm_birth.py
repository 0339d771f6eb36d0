from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.birth_record_out import BirthRecordOut


def confirm_birth(
    birth_id: UUID,
) -> Call[BirthRecordOut]:
    """Confirms offspring that somebody else recorded and that you have seen. From then on they may be sold.

    Sent with `Client.send`, which returns `BirthRecordOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/staff/births/{birth_id}/confirm".format(
            birth_id=quote(str(birth_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> BirthRecordOut:
        response_200 = BirthRecordOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
