"""HTTP questions to our own parts, over connections that stay open."""

from __future__ import annotations

from functools import cache

import httpx


@cache
def _client() -> httpx.Client:
    return httpx.Client(timeout=3, trust_env=False)


def get(url: str) -> httpx.Response | None:
    """The answer, or None where nobody answers."""
    try:
        return _client().get(url)
    except httpx.HTTPError:
        return None


def is_success(url: str) -> bool:
    """Whether it answers with a 2xx."""
    answer = get(url)
    return answer is not None and answer.is_success
