"""The staff of farms over HTTP: ids only, for people are identity's."""

from datetime import datetime
from uuid import UUID

from farm.schemas import Out


class StaffOut(Out):
    user_id: UUID
    added_at: datetime
