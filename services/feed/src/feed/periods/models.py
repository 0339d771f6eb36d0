"""The table of periods."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from feed.models import Base
from feed.periods.machine import LIVE, PERIODS

Kind = Literal["package", "welfare"]

_LIVE = PERIODS.check("state", LIVE)


class Period(Base):
    """What is paid for at once: a subscription's meals between two times. Its id is the reference of the wallet's hold.

    The price of a `package` period is held at its start. A `welfare` period is the basic ration of an animal whose
    owner has too little money: it is charged at its end. `closed_at` is when it really ended, `charged_minor` what the
    meals until then come to.
    """

    __tablename__ = "periods"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    subscription_id: Mapped[UUID] = mapped_column(ForeignKey("subscriptions.id"))
    livestock_id: Mapped[UUID]
    farm_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    package_version_id: Mapped[UUID] = mapped_column(ForeignKey("package_versions.id"))
    kind: Mapped[Kind] = mapped_column(String)
    state: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    time_zone: Mapped[str] = mapped_column(String(64))
    price_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    planned_meals: Mapped[int]
    asked_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    close_reason: Mapped[str | None]
    charged_minor: Mapped[int | None] = mapped_column(BigInteger)
    settled_at: Mapped[datetime | None]
    refusal: Mapped[str | None]
    refused_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("kind IN ('package', 'welfare')", name="kind"),
        CheckConstraint(PERIODS.check("state"), name="state"),
        CheckConstraint("starts_at < ends_at", name="times"),
        CheckConstraint("price_minor > 0", name="price_minor"),
        CheckConstraint("charged_minor BETWEEN 0 AND price_minor", name="charged_minor"),
        CheckConstraint(f"closed_at IS NOT NULL OR {_LIVE}", name="closed_at"),
        CheckConstraint("(closed_at IS NULL) = (close_reason IS NULL)", name="close_reason"),
        CheckConstraint("(state = 'settled') = (settled_at IS NOT NULL)", name="settled_at"),
        CheckConstraint("charged_minor IS NOT NULL OR state NOT IN ('settling', 'settled')", name="settled_charge"),
        Index(
            "periods_live_key",
            "subscription_id",
            "kind",
            unique=True,
            postgresql_where=f"closed_at IS NULL AND {_LIVE}",
        ),
        Index("periods_due_idx", "ends_at", postgresql_where=f"closed_at IS NULL AND {_LIVE}"),
        Index(None, "subscription_id", "id"),
        Index(None, "owner_id", "id"),
        Index("periods_asked_idx", "owner_id", postgresql_where="state = 'asked'"),
        Index(None, "package_version_id"),
        Index(
            "periods_settling_idx",
            "closed_at",
            postgresql_where="closed_at IS NOT NULL AND state IN ('asked', 'open', 'settling')",
        ),
    )

    @property
    def price(self) -> Money:
        return Money.of_minor(self.price_minor, self.currency)

    @property
    def charged(self) -> Money:
        """What the meals that were fed come to; nothing as long as it has not ended."""
        return Money.of_minor(self.charged_minor or 0, self.currency)
