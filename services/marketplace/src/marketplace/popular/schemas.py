"""Popular searches over HTTP."""

from pydantic import BaseModel, Field


class Popular(BaseModel):
    """What several people have searched in the last seven days, what most people have searched first."""

    items: list[str] = Field(examples=[["merino ewe", "kıvırcık"]])  # noqa: RUF001
