"""Medicines over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, field_validator

from farm.schemas import In, LongName, LongProperName, Out, Version

Days = Annotated[int, Field(ge=0, le=730, strict=True)]


class WithdrawalPeriodIn(In):
    """How many days after the last administration such an animal gives no meat and no milk for people."""

    livestock_type_id: UUID
    meat_days: Days
    milk_days: Days


class MedicineIn(In):
    """A medicine. It may be given to the types of animals that it has withdrawal periods for."""

    name: LongProperName
    active_substance: LongName
    prescription_only: bool = Field(strict=True)
    withdrawal_periods: list[WithdrawalPeriodIn] = Field(min_length=1, max_length=50)

    @field_validator("withdrawal_periods")
    @classmethod
    def _each_type_once(cls, periods: list[WithdrawalPeriodIn]) -> list[WithdrawalPeriodIn]:
        if len({each.livestock_type_id for each in periods}) < len(periods):
            raise ValueError("a livestock type has one withdrawal period")
        return periods


class MedicineChange(MedicineIn):
    """The whole medicine as it is to be."""

    version: Version


class WithdrawalPeriodOut(Out):
    livestock_type_id: UUID
    meat_days: int
    milk_days: int


class MedicineOut(Out):
    id: UUID
    name: str
    active_substance: str
    prescription_only: bool
    version: int
    withdrawal_periods: list[WithdrawalPeriodOut]
