"""The staff of farms over HTTP. Only ids are shown: identity owns the people."""

from datetime import datetime
from uuid import UUID

from amigok_chassis.schemas import Out


class StaffOut(Out):
    user_id: UUID
    added_at: datetime
