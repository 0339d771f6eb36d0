"""Emergencies over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

State = Literal["asking", "unanswered", "taken", "ended"]


class EmergencyOut(BaseModel):
    """An emergency. `veterinarian_id` was asked last, and has until `answer_by` while it is `asking`."""

    request_id: UUID
    state: State
    raised_at: datetime
    calls: int
    veterinarian_id: UUID | None
    answer_by: datetime | None
    service_name: str = Field(examples=["Yearly checkup"])
    livestock_id: UUID
    tag_number: str | None
    farm_id: UUID | None
    farm_name: str | None
    area_name: str | None = Field(examples=["North barn, pen 3"])
