"""The tables of what is searched. Triggers, functions and the view that documents are made of are in the migration."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    DateTime,
    Double,
    ForeignKey,
    Identity,
    Index,
    Numeric,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.models import Base

_TIME = DateTime(timezone=True)
_WORDS = ARRAY(Text)
_SAID = "kind <> 'lexeme'"
_ALIKE = {"key": "gin_trgm_ops"}


class SearchChange(Base):
    """A listing, an animal, a farm or a seller has changed: documents are to be made again. Triggers add it."""

    __tablename__ = "search_changes"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    kind: Mapped[str]
    subject_id: Mapped[UUID]


class SearchDocument(Base):
    """What a listing is found by, as of a version; versions grow in the order of their commits.

    It is not for sale unless it is `shown`, `expires_at` lies ahead and `blocked_until` does not. Prices are in minor
    units. `slot` is a number of its own, for what has no room for ids.
    """

    __tablename__ = "search_documents"
    __table_args__ = (
        UniqueConstraint("slot"),
        Index("search_documents_version_idx", "version"),
        Index("search_documents_heading_idx", "heading", postgresql_using="gin", postgresql_where="shown"),
        Index("search_documents_words_idx", "words", postgresql_using="gin", postgresql_where="shown"),
    )

    listing_id: Mapped[UUID] = mapped_column(ForeignKey("listings.id"), primary_key=True)
    slot: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    version: Mapped[int] = mapped_column(BigInteger)
    livestock_id: Mapped[UUID]
    shown: Mapped[bool]
    expires_at: Mapped[datetime | None] = mapped_column(_TIME)
    blocked_until: Mapped[datetime | None] = mapped_column(_TIME)
    created_at: Mapped[datetime] = mapped_column(_TIME)
    currency: Mapped[str]
    price: Mapped[int] = mapped_column(BigInteger)
    price_per_kg: Mapped[int | None] = mapped_column(BigInteger)
    weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    date_of_birth: Mapped[date | None]
    examined_at: Mapped[datetime | None] = mapped_column(_TIME)
    type_name: Mapped[str | None]
    breed_name: Mapped[str | None]
    sex: Mapped[str | None]
    farm_id: Mapped[UUID | None]
    farm_name: Mapped[str | None]
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    rating: Mapped[float | None] = mapped_column(Double)
    resale: Mapped[bool]
    negotiable: Mapped[bool]
    featured: Mapped[bool]
    photos: Mapped[bool]
    heading: Mapped[list[str]] = mapped_column(_WORDS)
    words: Mapped[list[str]] = mapped_column(_WORDS)
    terms: Mapped[list[str]] = mapped_column(_WORDS)


class SearchTerm(Base):
    """A word of headings, or the name of a type, breed or farm, with the number of `listings` for sale that have it.

    `key` is folded, `shown` as people write it. A `lexeme` is what documents have as words, of which nothing is shown.
    """

    __tablename__ = "search_terms"
    __table_args__ = (
        CheckConstraint("kind IN ('type', 'breed', 'farm', 'word', 'lexeme')", name="kind"),
        Index("search_terms_prefix_idx", "key", postgresql_ops={"key": "text_pattern_ops"}, postgresql_where=_SAID),
        Index("search_terms_key_idx", "key", postgresql_using="gin", postgresql_ops=_ALIKE, postgresql_where=_SAID),
    )

    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    shown: Mapped[str]
    listings: Mapped[int] = mapped_column(BigInteger)
