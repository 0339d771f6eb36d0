"""What the policy has to know, in one query."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, text

from amigok_chassis import clock
from amigok_chassis.needs import Ahead
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.models import account_id
from wallet.exits.rules import Facts
from wallet.exits.totals import hour, shifted

NEVER = Assurance(authenticated_at=datetime.fromtimestamp(0, UTC), multi_factor=False, device_since=None)
"""Assumed if a request does not say how sure it is who acts."""

_FACTS = text("""
    SELECT asked.place, account.exits, account.exits_hour, standing.registered_at, standing.credentials_changed_at,
        coalesce(standing.status, 'active') = 'active' AS is_active,
        (SELECT max(since) FROM payees WHERE user_id = asked.user_id
            AND recipient_id = ANY(CAST(asked.recipient_ids AS uuid[]))
            HAVING count(*) = cardinality(CAST(asked.recipient_ids AS uuid[]))) AS recipient_since,
        EXISTS (
            SELECT FROM user_standings WHERE user_id = ANY(CAST(asked.payee_ids AS uuid[])) AND status <> 'active'
            UNION ALL SELECT FROM exit_stops
            WHERE user_id = ANY(CAST(asked.payee_ids AS uuid[])) AND (until IS NULL OR until > :now)
        ) AS payee_closed,
        EXISTS (SELECT FROM exit_stops WHERE user_id = asked.user_id AND (until IS NULL OR until > :now)) AS is_stopped,
        EXISTS (SELECT FROM disputes WHERE user_id = asked.user_id AND state = 'opened') AS is_disputed
    FROM unnest(
        CAST(:user_ids AS uuid[]), CAST(:account_ids AS uuid[]), CAST(:recipients AS text[]), CAST(:payees AS text[])
    ) WITH ORDINALITY AS asked(user_id, account_id, recipient_ids, payee_ids, place)
    LEFT JOIN accounts AS account ON account.id = asked.account_id
    LEFT JOIN user_standings AS standing ON standing.user_id = asked.user_id
""")
"""PostgreSQL has no arrays of arrays of different lengths: those of people are given as texts."""


class Asked(NamedTuple):
    """What facts are asked by: whose account, to whom, and who of them must be open to be paid."""

    user_id: UUID
    account_id: UUID
    recipient_ids: tuple[UUID, ...]
    payee_ids: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class Exit:
    """Money that is about to leave a user's control: what for, to whom, and how sure it is that the user acts.

    `recipient_ids` is empty where it goes to nobody here: out of the platform. `to_platform`: everybody knows it.
    `asks_payees`: it is refused if one of the recipients is shut out or has stopped their wallet. `agreed_at`: when the
    user agreed to it, if that was before.
    """

    purpose: str
    reference_id: UUID
    user_id: UUID
    amount: Money
    assurance: Assurance | None
    recipient_ids: tuple[UUID, ...] = ()
    to_platform: bool = False
    asks_payees: bool = False
    agreed_at: datetime | None = None

    @property
    def account_id(self) -> UUID:
        return account_id(self.user_id, "available", self.amount.currency)

    @property
    def asked(self) -> Asked:
        recipients = tuple(dict.fromkeys(self.recipient_ids))
        return Asked(self.user_id, self.account_id, recipients, recipients if self.asks_payees else ())


@dataclass(frozen=True)
class Known:
    """The facts, and what has left by the hour until now."""

    facts: Facts
    counts: list[int]


async def _facts(db: UnitOfWork, asked: Collection[Asked]) -> dict[Asked, Row[Any]]:
    exits = list(asked)
    columns = {
        "user_ids": [each.user_id for each in exits],
        "account_ids": [each.account_id for each in exits],
        "recipients": [_array(each.recipient_ids) for each in exits],
        "payees": [_array(each.payee_ids) for each in exits],
    }
    return {exits[row.place - 1]: row for row in await db.execute(_FACTS, {**columns, "now": clock.now()})}


def _array(ids: Iterable[UUID]) -> str:
    return f"{{{','.join(map(str, ids))}}}"


FACTS = Ahead(_facts, under=ACCOUNTS, subject=attrgetter("user_id"))
"""What is known of exits, but for what their requests say."""


async def known(db: UnitOfWork, exit: Exit, now: datetime) -> Known:
    """What is known of an exit. It stays so for who holds the lock on the user's accounts."""
    row = await FACTS.get(db, exit.asked)
    assert row is not None
    counts = shifted(row.exits or [], row.exits_hour or 0, hour(now))
    said = exit.assurance or NEVER
    facts = Facts(
        amount=exit.amount.minor,
        used=sum(counts),
        registered_at=row.registered_at or now,
        authenticated_at=said.authenticated_at,
        agreed_at=exit.agreed_at,
        multi_factor=said.multi_factor,
        device_since=said.device_since,
        credentials_changed_at=row.credentials_changed_at,
        recipient_since=NEVER.authenticated_at if exit.to_platform else row.recipient_since,
        payee_closed=row.payee_closed,
        is_active=row.is_active,
        is_stopped=row.is_stopped,
        is_disputed=row.is_disputed,
    )
    return Known(facts, counts)
