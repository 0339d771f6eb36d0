"""What payment knows of orders. Its own nouns have their tables in their folders."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from amigok_chassis.tables import CONVENTION
from amigok_contracts import Money


def one_of(column: str, values: Iterable[str]) -> str:
    """The SQL condition that a column has one of these values."""
    return f"{column} IN ({', '.join(repr(value) for value in sorted(values))})"


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map = {datetime: DateTime(timezone=True)}


class Order(Base):
    """What the marketplace has said of an order: what to ask for it, and what was bought.

    `state` goes from `placed` to `completed` or `cancelled`; what is heard too early leaves a row without details.
    `hold` is what the wallet has said of its price: `placed`, `refused`, `released` or `captured`.
    """

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint("state IN ('placed', 'completed', 'cancelled')", name="state"),
        CheckConstraint("hold IN ('placed', 'refused', 'released', 'captured')", name="hold"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    state: Mapped[str]
    livestock_id: Mapped[UUID | None]
    buyer_id: Mapped[UUID | None]
    seller_id: Mapped[UUID | None]
    price: Mapped[int | None] = mapped_column(BigInteger)
    fee: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None]
    pay_with: Mapped[str | None]
    title: Mapped[str | None]
    hold: Mapped[str | None]
    hold_reason: Mapped[str | None]

    @property
    def known(self) -> bool:
        """Whether its placing was heard of, which tells all but how it ended."""
        return self.buyer_id is not None

    @property
    def money(self) -> Money:
        """The price. Only of an order that is known."""
        assert self.price is not None
        assert self.currency is not None
        return Money.of_minor(self.price, self.currency)
