"""Hides leaves with the data key, differently each day."""

import hmac
from datetime import date
from uuid import UUID

from amigok_chassis.sealing import derive
from amigok_contracts.proofs import Node, leaf


def order(key: bytes, day: date) -> bytes:
    """Decides the order of a day's leaves, so that it changes daily and reveals nothing about the users."""
    return hmac.digest(derive(key, "order of liabilities"), str(day).encode(), "sha256")


def nonce(key: bytes, day: date, currency: str, user_id: UUID) -> bytes:
    """What blinds a user's leaf of a day; only the user is shown it."""
    return hmac.digest(derive(key, "nonces of liabilities"), f"{day}\0{currency}\0{user_id}".encode(), "sha256")


def hidden(key: bytes, day: date, currency: str, *, user_id: UUID, balance: int) -> Node:
    """The leaf of a user."""
    blind = nonce(key, day, currency, user_id)
    return leaf(day=day, currency=currency, user_id=user_id, balance=balance, nonce=blind)
