"""What administrators read."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, literal_column, select

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from identity.administration.schemas import Registrations, StatisticsOut, UserOut
from identity.administrators.errors import UserNotFound
from identity.users.models import ROLES, SEARCHED, STATUSES, User

DAYS = 30

_STATISTICS = """
SELECT role, status, NULL::date AS day, count(*) AS count FROM users GROUP BY role, status
UNION ALL
SELECT NULL, 'unverified', NULL, count(*) FROM users WHERE email_verified_at IS NULL AND status <> 'deleted'
UNION ALL
SELECT NULL, NULL, (created_at AT TIME ZONE 'UTC')::date AS day, count(*) FROM users WHERE created_at >= $1 GROUP BY day
"""


_UNVERIFIED = User.email_verified_at.is_(None) & (User.status != literal_column("'deleted'"))


@dataclass(frozen=True)
class Wanted:
    """The filters of a list of users; None filters nothing. `q` is a part of the address or of a name."""

    role: str | None = None
    status: str | None = None
    verified: bool | None = None
    since: datetime | None = None
    until: datetime | None = None
    q: str | None = None


async def users(db: UnitOfWork, paging: Paging, wanted: Wanted) -> Page[UserOut]:
    """The users, newest first. Raises InvalidCursor."""
    rows, cursor = await paginate(db, matching(wanted), paging, key=[User.created_at, User.id])
    return Page(items=[UserOut.model_validate(row) for row in rows], next_cursor=cursor)


def matching(wanted: Wanted) -> Select[User]:
    """The users that pass the filters."""
    query = select(User)
    if wanted.role is not None:
        query = query.where(User.role == wanted.role)
    if wanted.status is not None:
        query = query.where(User.status == wanted.status)
    if wanted.verified is not None:
        query = query.where(User.email_verified_at.is_not(None) if wanted.verified else _UNVERIFIED)
    if wanted.since is not None:
        query = query.where(User.created_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(User.created_at < wanted.until)
    if wanted.q is not None:
        query = query.where(literal_column(f"({SEARCHED})").ilike(_containing(wanted.q)))
    return query


def _containing(part: str) -> str:
    for special in "\\%_":
        part = part.replace(special, f"\\{special}")
    return f"%{part}%"


async def user(db: UnitOfWork, user_id: UUID) -> User:
    """One user. Raises UserNotFound."""
    found = await db.get(User, user_id)
    if found is None:
        raise UserNotFound
    return found


async def statistics(db: Database) -> StatisticsOut:
    """How many users there are of each kind, and how many registered on each of the last days."""
    today = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    first = today - timedelta(days=DAYS - 1)
    rows = await db.fetch(_STATISTICS, first)
    registered = {row["day"]: row["count"] for row in rows if row["day"]}
    roles, statuses = Counter[str](), Counter[str]()
    for row in rows:
        statuses[row["status"]] += row["count"]
        if row["role"] and row["status"] != "deleted":
            roles[row["role"]] += row["count"]
    days = [(first + timedelta(days=number)).date() for number in range(DAYS)]
    return StatisticsOut(
        total=roles.total(),
        by_role={role: roles[role] for role in ROLES},
        by_status={status: statuses[status] for status in STATUSES},
        verified=roles.total() - statuses["unverified"],
        unverified=statuses["unverified"],
        registrations=[Registrations(day=day, count=registered.get(day, 0)) for day in days],
    )
