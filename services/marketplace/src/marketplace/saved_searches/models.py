"""The tables of saved searches."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, DateTime, ForeignKey, Index, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.models import Base


class SavedSearch(Base):
    """What a user looks for: `wanted` as they said it, `asked` as listings are compared with it.

    A listing can only fit if it has one of the `keys`, by which searches are found.
    """

    __tablename__ = "saved_searches"
    __table_args__ = (
        Index("saved_searches_keys_idx", "keys", postgresql_using="gin"),
        Index("saved_searches_user_id_idx", "user_id", "saved_at", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    name: Mapped[str]
    saved_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    wanted: Mapped[dict[str, Any]] = mapped_column(JSONB)
    asked: Mapped[dict[str, Any]] = mapped_column(JSONB)
    keys: Mapped[list[str]] = mapped_column(ARRAY(String))


class SearchMatch(Base):
    """A listing that a saved search was told of, once."""

    __tablename__ = "saved_search_matches"
    __table_args__ = (Index("saved_search_matches_listing_id_idx", "listing_id"),)

    search_id: Mapped[UUID] = mapped_column(ForeignKey("saved_searches.id", ondelete="CASCADE"), primary_key=True)
    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"), primary_key=True)
    matched_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
