"""What animals cost per kg, and since when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CHAR, BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from farm.livestock.models import Livestock
from farm.models import Base


class Price(Base):
    """A price per kg, valid until the animal's next price. `set_by` and `reason` are null for the first one."""

    __tablename__ = "livestock_prices"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    price_per_kg_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(CHAR(3))
    since: Mapped[datetime]
    set_by: Mapped[UUID | None]
    reason: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        CheckConstraint("price_per_kg_minor > 0", name="price_per_kg_minor"),
        CheckConstraint("(set_by IS NULL) = (reason IS NULL)", name="reason"),
        Index(None, "livestock_id", "since", "id"),
    )

    @property
    def price_per_kg(self) -> Money:
        return Money.of_minor(self.price_per_kg_minor, self.currency)


def at_registration(animal: Livestock) -> Price:
    """Returns the first price of an animal that is being registered."""
    return Price(
        livestock_id=animal.id,
        price_per_kg_minor=animal.price_per_kg_minor,
        currency=animal.currency,
        since=animal.registered_at,
    )
