"""The status as it is shown."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

State = Literal["up", "degraded", "down"]
"""Degraded: it answers, but what it does in the background waits."""


class StatusOut(BaseModel):
    """The worst state of any service, and that of each."""

    status: State
    services: dict[str, State]
    checked_at: datetime
