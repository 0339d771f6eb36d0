"""The tables of saved searches."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, ForeignKey, Index, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.models import Base


class SavedSearch(Base):
    """What a user looks for. An empty text, and a null, is anything. Prices are in minor units of the currency."""

    __tablename__ = "saved_searches"
    __table_args__ = (
        Index("saved_searches_wanted_idx", "currency", "type_name", "breed_name", "id"),
        Index("saved_searches_user_id_idx", "user_id", "saved_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    name: Mapped[str]
    currency: Mapped[str]
    type_name: Mapped[str]
    breed_name: Mapped[str]
    sex: Mapped[str]
    min_price: Mapped[int | None] = mapped_column(BigInteger)
    max_price: Mapped[int | None] = mapped_column(BigInteger)
    min_weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    max_weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    saved_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class SearchMatch(Base):
    """A listing that a saved search was told of, once."""

    __tablename__ = "saved_search_matches"
    __table_args__ = (Index("saved_search_matches_listing_id_idx", "listing_id"),)

    search_id: Mapped[UUID] = mapped_column(ForeignKey("saved_searches.id", ondelete="CASCADE"), primary_key=True)
    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"), primary_key=True)
    matched_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
