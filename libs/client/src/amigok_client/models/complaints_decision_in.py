from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.complaints_decision_in_outcome import ComplaintsDecisionInOutcome, check_complaints_decision_in_outcome
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="ComplaintsDecisionIn")


@_attrs_define
class ComplaintsDecisionIn:
    """What is to become of the price. `version` is that of the complaint as it was read.

    `release`: the seller gets it. `part`: of it only `part` is paid, the fee in proportion. `refund`: the animal goes
    back to the seller and the price to the buyer; the farm may refuse.

    """

    outcome: ComplaintsDecisionInOutcome
    version: int
    part: MoneyAsked | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        outcome: str = self.outcome

        version = self.version

        part: dict[str, Any] | None | Unset
        if isinstance(self.part, Unset):
            part = UNSET
        elif isinstance(self.part, MoneyAsked):
            part = self.part.to_dict()
        else:
            part = self.part

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "version": version,
            }
        )
        if part is not UNSET:
            field_dict["part"] = part

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        outcome = check_complaints_decision_in_outcome(d.pop("outcome"))

        version = d.pop("version")

        def _parse_part(data: object) -> MoneyAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                part_type_0 = MoneyAsked.from_dict(data)

                return part_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyAsked | None | Unset, data)

        part = _parse_part(d.pop("part", UNSET))

        complaints_decision_in = cls(
            outcome=outcome,
            version=version,
            part=part,
        )

        return complaints_decision_in
