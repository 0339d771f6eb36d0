"""The catalogue of medicines."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, Numeric, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from amigok_chassis.rows import Named
from amigok_contracts import Money
from amigok_contracts.medicines import WithdrawalPeriod
from care.models import Base


class Medicine(Named, Base):
    """A medicine. A retired one stays for what was prescribed with it; nothing new can name it.

    Its stock, its dose and its price count in `unit`, such as ml or tablets. It may be given to the types of animals
    that it has withdrawal periods for.
    """

    __tablename__ = "medicines"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200))
    active_substance: Mapped[str] = mapped_column(String(200))
    prescription_only: Mapped[bool]
    description: Mapped[str | None] = mapped_column(Text)
    manufacturer: Mapped[str | None] = mapped_column(String(200))
    storage_requirements: Mapped[str | None] = mapped_column(Text)
    strength: Mapped[str | None] = mapped_column(String(100))
    form: Mapped[str | None] = mapped_column(String(100))
    unit: Mapped[str] = mapped_column(String(20), default="ml")
    routes: Mapped[list[str]] = mapped_column(ARRAY(String(20)), default=list)
    dose_from: Mapped[Decimal | None] = mapped_column(Numeric(10, 4))
    dose_to: Mapped[Decimal | None] = mapped_column(Numeric(10, 4))
    antimicrobial_class: Mapped[str | None] = mapped_column(String(40))
    antimicrobial_mg: Mapped[Decimal | None] = mapped_column(Numeric(10, 3))
    withdrawal_periods: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    prices: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]

    __table_args__ = (
        Index("medicines_name_key", "name_key", unique=True, postgresql_where=text("retired_at IS NULL")),
        CheckConstraint("dose_from > 0 AND dose_from <= dose_to", name="dose"),
        CheckConstraint("num_nulls(dose_from, dose_to) <> 1", name="dose_range"),
        CheckConstraint("antimicrobial_mg > 0", name="antimicrobial_mg"),
        CheckConstraint("num_nulls(antimicrobial_class, antimicrobial_mg) <> 1", name="antimicrobial"),
    )

    def withdrawal_period(self, livestock_type_id: UUID | None) -> WithdrawalPeriod | None:
        """The withdrawal periods for a type of animal; None where it may not be given to such animals."""
        known = [WithdrawalPeriod.model_validate(each) for each in self.withdrawal_periods]
        return next((each for each in known if each.livestock_type_id == livestock_type_id), None)

    def price(self, currency: str) -> Money | None:
        """What a unit costs in a currency."""
        known = [Money.model_validate(each) for each in self.prices]
        return next((each for each in known if each.currency == currency), None)
