from typing import Any

import httpx

from ...calls import Call
from ...models.import_livestock_files_body import ImportLivestockFilesBody
from ...models.import_out import ImportOut
from ...types import UNSET, File, Unset


def import_livestock(
    *,
    body: ImportLivestockFilesBody | File | Unset = UNSET,
    dry_run: bool | Unset = False,
) -> Call[ImportOut]:
    """Accepts a CSV file of up to 20,000 animals, which is imported soon. A dry run only reports.

    Columns: farm, breed and optionally type (each by name or id), tag_number, unique_id_card, eid, sex, date_of_birth,
    weight_kg, price_per_kg, currency. An animal that exists with the same data is skipped, so a file may be sent again.
    Columns without a name are ignored.

    Sent with `Client.send`, which returns `ImportOut`.
    """
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["dry_run"] = dry_run

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/livestock/imports",
        "params": params,
    }
    if isinstance(body, ImportLivestockFilesBody):
        _kwargs["files"] = body.to_multipart()

    if isinstance(body, File):
        _kwargs["content"] = body.payload

        headers["Content-Type"] = "text/csv"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> ImportOut:
        response_202 = ImportOut.from_dict(response.json())

        return response_202

    return Call(_kwargs, parse, True)
