from typing import Any

import httpx

from ...calls import Call
from ...models.catalogue_out import CatalogueOut


def read_catalogue() -> Call[CatalogueOut]:
    """Returns what reports can ask for: data sets, measures and dimensions.

    Sent with `Client.send`, which returns `CatalogueOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analytics/reports/catalogue",
    }

    def parse(response: httpx.Response) -> CatalogueOut:
        response_200 = CatalogueOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
