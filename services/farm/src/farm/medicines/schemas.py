"""What clients send and get about medicines."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, field_validator

from farm.schemas import In, LongName, LongProperName, Out, Version

Days = Annotated[int, Field(ge=0, le=730, strict=True)]


class WithdrawalIn(In):
    """How many days after the last administration there is no meat, and no milk, of such an animal for people."""

    livestock_type_id: UUID
    meat_days: Days
    milk_days: Days


class MedicineIn(In):
    """A medicine; it may be given to the types of animals that it has withdrawal periods for."""

    name: LongProperName
    active_substance: LongName
    prescription_only: bool = Field(strict=True)
    withdrawals: list[WithdrawalIn] = Field(min_length=1, max_length=50)

    @field_validator("withdrawals")
    @classmethod
    def _each_type_once(cls, withdrawals: list[WithdrawalIn]) -> list[WithdrawalIn]:
        if len({each.livestock_type_id for each in withdrawals}) < len(withdrawals):
            raise ValueError("a livestock type has one withdrawal period")
        return withdrawals


class MedicineChange(MedicineIn):
    """The whole medicine as it shall be."""

    version: Version


class WithdrawalOut(Out):
    livestock_type_id: UUID
    meat_days: int
    milk_days: int


class MedicineOut(Out):
    id: UUID
    name: str
    active_substance: str
    prescription_only: bool
    version: int
    withdrawals: list[WithdrawalOut]
