"""The stream over HTTP."""

from pydantic import BaseModel, Field


class TicketOut(BaseModel):
    """What opens the stream once, as the query parameter `ticket`."""

    ticket: str = Field(examples=["v1C0ZlGyDEkNBNxDKwGDe0nJ4vM9oXy1N1p3Zr0hYlE"])
    expires_in: int = Field(description="Seconds", examples=[30])
