"""Reversions of deaths over HTTP."""

from uuid import UUID

from pydantic import BaseModel

from amigok_chassis.schemas import In, Reason


class ReversionIn(In):
    """`death_id` is the report that you have read."""

    death_id: UUID
    reason: Reason


class Reversion(BaseModel):
    """A report of a death that was wrong, and who proposes to revert it."""

    livestock_id: UUID
    death_id: UUID
    reason: str
    proposed_by: UUID
