"""What the API answers when it refuses (RFC 9457)."""

from typing import Any

import httpx

_OF_ANY = frozenset({"type", "title", "status", "instance"})
"""Members that say nothing about this one problem that its code and detail do not."""


class Problem(Exception):
    """A refusal: its HTTP `status` and its stable `code`. Branch on the code; `detail` is for people.

    `members` are further members of the problem, such as `errors` of an `invalid_request`. `retry_after` is after how
    many seconds it makes sense to try again, or None.
    """

    def __init__(self, response: httpx.Response) -> None:
        body = response.json() if "json" in response.headers.get("content-type", "") else {}
        self.status = response.status_code
        self.code = str(body.pop("code", "no_problem_json"))
        self.detail = str(body.pop("detail", response.text[:200]))
        self.members: dict[str, Any] = {name: value for name, value in body.items() if name not in _OF_ANY}
        self.retry_after = _seconds(response.headers.get("retry-after", ""))
        super().__init__(f"{self.status} {self.code}: {self.detail}{_values(self.members.get('errors'))}")


def _values(errors: Any) -> str:
    """What is wrong with which value, for people; nothing unless the problem lists it."""
    if not isinstance(errors, list):
        return ""
    named = (each for each in errors if isinstance(each, dict) and isinstance(each.get("location"), list))
    return "".join(f" {'.'.join(map(str, each['location'][1:]))}: {each.get('message')}." for each in named)


def _seconds(header: str) -> float | None:
    return float(header) if header.isdigit() else None
