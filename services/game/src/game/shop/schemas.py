"""The shop over HTTP."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from amigok_chassis.schemas import In, Out, ProperName, Prose, Version

Kind = Literal["badge", "title", "boost"]
Price = Annotated[int, Field(strict=True, ge=1, le=1_000_000, description="Coins")]


class ShopItemIn(In):
    """Something that coins buy. A boost raises the experience of tasks by `percent` for so many `days`."""

    kind: Kind
    name: ProperName
    description: Prose = ""
    price: Price
    percent: int | None = Field(None, strict=True, ge=1, le=200)
    days: int | None = Field(None, strict=True, ge=1, le=30)

    @model_validator(mode="after")
    def _only_boosts_boost(self) -> Self:
        if (self.kind == "boost") != (self.percent is not None) or (self.kind == "boost") != (self.days is not None):
            raise ValueError("a boost, and nothing else, has percent and days")
        return self


class ShopItemChange(In):
    """The item as it is to be. Whoever has bought it keeps what they have."""

    version: Version
    name: ProperName
    description: Prose = ""
    price: Price


class ShopItemOut(Out):
    """Something that coins buy."""

    id: UUID
    version: int
    kind: Kind
    name: str = Field(examples=["Bell"])
    description: str = Field(examples=["A cow bell beside your handle."])
    price: int
    percent: int | None
    days: int | None
    is_active: bool


class CoinPriceIn(In):
    """The price that you have seen, in coins."""

    price: Price


class PurchaseOut(Out):
    """What you have bought, and how many coins you have left. A boost counts from `first_day` to `last_day`."""

    id: UUID
    item_id: UUID
    price: int
    first_day: date | None
    last_day: date | None
    bought_at: datetime
    balance: int


class OwnedOut(Out):
    """Something that you have bought."""

    id: UUID
    item_id: UUID
    kind: Kind
    name: str = Field(examples=["Bell"])
    price: int
    percent: int | None
    first_day: date | None
    last_day: date | None
    bought_at: datetime


class WornIn(In):
    """The badge and the title that others see beside your handle; null: none."""

    badge_id: UUID | None
    title_id: UUID | None
