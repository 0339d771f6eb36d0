from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.farm_settlement_in_decision import FarmSettlementInDecision, check_farm_settlement_in_decision

T = TypeVar("T", bound="FarmSettlementIn")


@_attrs_define
class FarmSettlementIn:
    """`return`: the platform owns the animal again. `keep`: its owner keeps it. `settle`: what was owed is settled.

    The money is settled elsewhere; `note` says how.

    """

    decision: FarmSettlementInDecision
    note: str

    def to_dict(self) -> dict[str, Any]:
        decision: str = self.decision

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = check_farm_settlement_in_decision(d.pop("decision"))

        note = d.pop("note")

        farm_settlement_in = cls(
            decision=decision,
            note=note,
        )

        return farm_settlement_in
