"""Which fields of events are about people. Pure rules: the text of an event without the people in it."""

import re
from collections.abc import Callable, Iterator, Mapping
from uuid import UUID

PEOPLE = frozenset(
    {
        "acknowledged_by",
        "author_id",
        "buyer_id",
        "corrected_by",
        "credited_by",
        "debtor_id",
        "entrant_id",
        "given_by",
        "judge_id",
        "owner_id",
        "owner_ids",
        "payee_id",
        "payee_ids",
        "payer_id",
        "previous_owner_id",
        "previous_veterinarian_id",
        "recipient_id",
        "recipient_ids",
        "recorded_by",
        "requested_by",
        "seller_id",
        "sender_id",
        "subject_id",
        "user_id",
        "user_ids",
        "veterinarian_id",
    }
)
"""Fields that hold users' ids, or lists of them, in any event."""

WITHHELD = frozenset(
    {
        "code_digest",
        "email_digest",
        "username_digest",
        "sealed_destination",
        "sealed_email",
        "sealed_name",
        "sealed_phone",
    }
)
"""Fields by which who has the fleet's key can tell who somebody is, or what they own. Nothing of them is kept."""

_FIELD = re.compile(rf'"({"|".join(sorted(PEOPLE | WITHHELD))})":("[^"]*"|\[[^\]]*\])')
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def people_in(data: str) -> Iterator[UUID]:
    """The users whose ids are in the JSON of an event."""
    for name, value in _FIELD.findall(data):
        if name in PEOPLE:
            yield from map(UUID, _ID.findall(value))


def renamed(data: str, names: Mapping[UUID, UUID]) -> str:
    """The JSON with other ids in place of users', and nothing in fields that are withheld."""

    def rename(found: re.Match[str]) -> str:
        name, value = found.groups()
        return f'"{name}":{_ID.sub(_by(names), value) if name in PEOPLE else _NOTHING}'

    return _FIELD.sub(rename, data)


def has_withheld(data: str) -> bool:
    """Whether something was taken from this event, so that it cannot be said again."""
    return any(name in WITHHELD and value == _NOTHING for name, value in _FIELD.findall(data))


_NOTHING = '""'


def _by(names: Mapping[UUID, UUID]) -> Callable[[re.Match[str]], str]:
    return lambda found: str(names.get(UUID(found[0]), found[0]))
