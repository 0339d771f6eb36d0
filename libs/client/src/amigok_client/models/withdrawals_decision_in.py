from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.withdrawals_decision_in_seen import WithdrawalsDecisionInSeen, check_withdrawals_decision_in_seen
from ..models.withdrawals_decision_in_status import WithdrawalsDecisionInStatus, check_withdrawals_decision_in_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="WithdrawalsDecisionIn")


@_attrs_define
class WithdrawalsDecisionIn:
    """An administrator's decision on what they saw; the user reads the note."""

    seen: WithdrawalsDecisionInSeen
    """ The state that you saw the withdrawal in """
    status: WithdrawalsDecisionInStatus
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        seen: str = self.seen

        status: str = self.status

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "seen": seen,
                "status": status,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seen = check_withdrawals_decision_in_seen(d.pop("seen"))

        status = check_withdrawals_decision_in_status(d.pop("status"))

        note = d.pop("note", UNSET)

        withdrawals_decision_in = cls(
            seen=seen,
            status=status,
            note=note,
        )

        return withdrawals_decision_in
