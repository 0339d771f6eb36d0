"""Problems that many operations answer alike stand once in the document, under `components.responses`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from amigok_chassis.errors import MEDIA_TYPE

Json = dict[str, Any]

LONGEST = 3
"""Of how many codes a shared response may be: its name consists of them."""


def shared(document: Json) -> Json:
    """The same document, in which operations refer to the responses with problems that they share."""
    uses = Counter(_text(response) for _, _, response in _problems(document))
    names = _named([json.loads(text) for text, times in uses.items() if times > 1])
    for responses, status, response in list(_problems(document)):
        if name := names.get(_text(response)):
            responses[status] = {"$ref": f"#/components/responses/{name}"}
    components = document["components"] | {"responses": {name: json.loads(text) for text, name in names.items()}}
    return {**document, "components": components}


def _problems(document: Json) -> Iterator[tuple[Json, str, Json]]:
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                if MEDIA_TYPE in response.get("content", {}):
                    yield operation["responses"], status, response


def _named(repeated: list[Json]) -> dict[str, str]:
    """Names of responses by their text: of their codes, unless these are many or mean something else elsewhere."""
    wanted = {_text(response): _name(response) for response in repeated}
    taken = Counter(wanted.values())
    return {text: name for text, name in wanted.items() if name and taken[name] == 1}


def _name(response: Json) -> str:
    schema = response["content"][MEDIA_TYPE]["schema"]
    codes = schema["allOf"][1]["properties"]["code"]["enum"] if "allOf" in schema else ["any_other_problem"]
    return "Or".join(code.title().replace("_", "") for code in codes) if len(codes) <= LONGEST else ""


def _text(response: Json) -> str:
    return json.dumps(response, sort_keys=True)
