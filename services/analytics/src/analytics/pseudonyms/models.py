"""The only place where a person and their facts are together."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from analytics.models import Base


class Pseudonym(Base):
    """The id by which a user stands in facts and in the archive: null once they were deleted, when nobody can tell."""

    __tablename__ = "pseudonyms"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    pseudonym: Mapped[UUID | None] = mapped_column(unique=True)
