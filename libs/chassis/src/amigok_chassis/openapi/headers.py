"""The headers that responses of the fleet have, as documents state them."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

_HEADERS: Mapping[str, tuple[str, Json]] = {
    "ETag": ("The version of what was answered, for `If-None-Match`", {"type": "string"}),
    "Idempotency-Replayed": (
        "Sent when this key was used before: nothing was done again",
        {"type": "string", "const": "true"},
    ),
    "Location": (
        "Where to find what was made, or to follow what was begun",
        {"type": "string", "format": "uri-reference"},
    ),
    "Retry-After": ("After how many seconds it makes sense to ask again", {"type": "integer", "minimum": 0}),
    "WWW-Authenticate": ("How to authenticate", {"type": "string", "examples": ["Bearer"]}),
    "X-Request-Id": ("Names this request in logs and events", {"type": "string"}),
}


def header(name: str) -> Json:
    """A header as OpenAPI describes it. Raises KeyError for one that no response of the fleet has."""
    description, schema = _HEADERS[name]
    return {"description": description, "schema": schema}
