"""How far indices of OpenSearch have been written."""

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.models import Base


class SearchIndex(Base):
    """An index has all documents up to the version `position`. There are two of them while one is rebuilt."""

    __tablename__ = "search_indices"

    name: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(BigInteger)
