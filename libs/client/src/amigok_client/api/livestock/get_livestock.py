from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.livestock_details import LivestockDetails
from ...models.livestock_out import LivestockOut


def get_livestock(
    livestock_id: UUID,
) -> Call[LivestockDetails | LivestockOut]:
    """Returns one animal; its owner and the farm's people see all of it.

    Sent with `Client.send`, which returns `LivestockDetails | LivestockOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/livestock/{livestock_id}".format(
            livestock_id=quote(str(livestock_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> LivestockDetails | LivestockOut:
        def _parse_response_200(data: object) -> LivestockDetails | LivestockOut:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = LivestockDetails.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = LivestockOut.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    return Call(_kwargs, parse, True)
