"""Answers stored by key, so that a repeated request is not carried out again."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import Request, Response


@dataclass(frozen=True)
class Rules:
    """How a provider treats keys.

    `header` carries the key. `keeps` says whether the answer with a status stays. `replay` makes the answer that a
    repeated request gets from the kept one; `in_use` and `mismatch` refuse a key that is still at work or belongs to
    another request.
    """

    header: str
    keeps: Callable[[int], bool]
    replay: Callable[[Response], Response]
    in_use: Callable[[str], Response]
    mismatch: Callable[[str], Response]


@dataclass
class Entry:
    request: tuple[str, str, bytes]
    answer: Response | None = None


class Keys:
    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.reset()

    def reset(self) -> None:
        self._entries: dict[str, Entry] = {}

    async def once(self, request: Request, body: bytes, work: Callable[[], Awaitable[Response]]) -> Response:
        """Returns the answer of `work`, or the answer to the first request with the same key."""
        key = request.headers.get(self._rules.header)
        if key is None or request.method != "POST":
            return await work()
        asked = (request.method, request.url.path, body)
        if entry := self._entries.get(key):
            return self._again(key, entry, asked)
        entry = self._entries[key] = Entry(asked)
        try:
            answer = await work()
            if self._rules.keeps(answer.status_code):
                entry.answer = answer
            return answer
        finally:
            if entry.answer is None:
                del self._entries[key]

    def _again(self, key: str, entry: Entry, asked: tuple[str, str, bytes]) -> Response:
        if entry.request != asked:
            return self._rules.mismatch(key)
        if entry.answer is None:
            return self._rules.in_use(key)
        return self._rules.replay(entry.answer)
