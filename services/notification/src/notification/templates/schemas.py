"""Templates over HTTP."""

from typing import Annotated

from pydantic import BaseModel, Field

KindName = Annotated[str, Field(min_length=1, max_length=40, examples=["order_completed"])]


class TemplateOut(BaseModel):
    """A kind of notice: by which event, with which words its texts are made, and how it is told by default."""

    kind: KindName
    category: str = Field(examples=["orders"])
    mandatory: bool
    urgent: bool
    event: str | None = Field(examples=["marketplace.order.placed"])
    arguments: list[str] = Field(examples=[["title", "price"]])
    channels: list[str] = Field(examples=[["email", "push"]])


class TemplatesOut(BaseModel):
    """All kinds, in the order of the table."""

    items: list[TemplateOut]


class PreviewOut(BaseModel):
    """A notice of a kind about the example of its event."""

    title: str = Field(examples=["Order placed"])
    text: str = Field(examples=["You ordered “Dorper ewe” for $240.00."])
    html: str = Field(examples=["<!doctype html>..."])
