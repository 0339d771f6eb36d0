from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.decision_in_decision import DecisionInDecision, check_decision_in_decision
from ..types import UNSET, Unset

T = TypeVar("T", bound="DecisionIn")


@_attrs_define
class DecisionIn:
    """What you decide, and why."""

    decision: DecisionInDecision
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        decision: str = self.decision

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = check_decision_in_decision(d.pop("decision"))

        note = d.pop("note", UNSET)

        decision_in = cls(
            decision=decision,
            note=note,
        )

        return decision_in
