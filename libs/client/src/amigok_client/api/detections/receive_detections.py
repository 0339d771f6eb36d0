from typing import Any

import httpx

from ...calls import Call
from ...models.detection_batch_in import DetectionBatchIn
from ...models.detection_batch_out import DetectionBatchOut
from ...models.detection_in import DetectionIn


def receive_detections(
    *,
    body: DetectionBatchIn | DetectionIn,
) -> Call[DetectionBatchOut]:
    """Stores detections of a device, one or up to 1,000 in a batch. What it has sent before has no further effect.

    Whatever is doubtful about a detection is kept with it as marks. A batch may be signed: docs/evidence.md.

    Sent with `Client.send`, which returns `DetectionBatchOut`.
    """
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jetson/detection-events",
    }

    if isinstance(body, DetectionBatchIn):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers

    def parse(response: httpx.Response) -> DetectionBatchOut:
        response_200 = DetectionBatchOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
