from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.appeal_decision_in_decision import AppealDecisionInDecision, check_appeal_decision_in_decision
from ..types import UNSET, Unset

T = TypeVar("T", bound="AppealDecisionIn")


@_attrs_define
class AppealDecisionIn:
    """What you decide, and why.

    If it is upheld, `entry_ids` are disqualified, the marks of `judge_ids` do not count, and the result is computed
    anew from what is known now.

    """

    decision: AppealDecisionInDecision
    reason: str
    entry_ids: list[UUID] | Unset = UNSET
    judge_ids: list[UUID] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        decision: str = self.decision

        reason = self.reason

        entry_ids: list[str] | Unset = UNSET
        if not isinstance(self.entry_ids, Unset):
            entry_ids = []
            for entry_ids_item_data in self.entry_ids:
                entry_ids_item = str(entry_ids_item_data)
                entry_ids.append(entry_ids_item)

        judge_ids: list[str] | Unset = UNSET
        if not isinstance(self.judge_ids, Unset):
            judge_ids = []
            for judge_ids_item_data in self.judge_ids:
                judge_ids_item = str(judge_ids_item_data)
                judge_ids.append(judge_ids_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
                "reason": reason,
            }
        )
        if entry_ids is not UNSET:
            field_dict["entry_ids"] = entry_ids
        if judge_ids is not UNSET:
            field_dict["judge_ids"] = judge_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = check_appeal_decision_in_decision(d.pop("decision"))

        reason = d.pop("reason")

        _entry_ids = d.pop("entry_ids", UNSET)
        entry_ids: list[UUID] | Unset = UNSET
        if _entry_ids is not UNSET:
            entry_ids = []
            for entry_ids_item_data in _entry_ids:
                entry_ids_item = UUID(entry_ids_item_data)

                entry_ids.append(entry_ids_item)

        _judge_ids = d.pop("judge_ids", UNSET)
        judge_ids: list[UUID] | Unset = UNSET
        if _judge_ids is not UNSET:
            judge_ids = []
            for judge_ids_item_data in _judge_ids:
                judge_ids_item = UUID(judge_ids_item_data)

                judge_ids.append(judge_ids_item)

        appeal_decision_in = cls(
            decision=decision,
            reason=reason,
            entry_ids=entry_ids,
            judge_ids=judge_ids,
        )

        return appeal_decision_in
