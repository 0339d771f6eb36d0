from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.appeal_answer_in_decision import AppealAnswerInDecision, check_appeal_answer_in_decision

T = TypeVar("T", bound="AppealAnswerIn")


@_attrs_define
class AppealAnswerIn:
    """What you decide on an appeal, and why."""

    decision: AppealAnswerInDecision
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
        decision = check_appeal_answer_in_decision(d.pop("decision"))

        note = d.pop("note")

        appeal_answer_in = cls(
            decision=decision,
            note=note,
        )

        return appeal_answer_in
