"""Requests as values: the functions of `amigok_client.api` make them, a client sends them."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import httpx

T_co = TypeVar("T_co", covariant=True)

_HARMLESS = frozenset({"get", "put", "delete"})
"""Methods that may be repeated: doing it twice leaves things as doing it once."""


@dataclass(frozen=True)
class Call(Generic[T_co]):
    """One request. `parse` reads its answer; `secured` says that it needs somebody who is signed in."""

    request: Mapping[str, Any]
    parse: Callable[[httpx.Response], T_co]
    secured: bool

    @property
    def repeatable(self) -> bool:
        """Whether it may be sent again when nobody knows what became of it. With an idempotency key it has no further
        effect."""
        return self.request["method"] in _HARMLESS or "Idempotency-Key" in self.request.get("headers", {})

    @staticmethod
    def key() -> str:
        """An idempotency key that nobody else has."""
        return secrets.token_hex(16)
