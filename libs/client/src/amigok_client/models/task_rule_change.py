from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.task_rule_change_evidence_item import TaskRuleChangeEvidenceItem, check_task_rule_change_evidence_item

T = TypeVar("T", bound="TaskRuleChange")


@_attrs_define
class TaskRuleChange:
    """The rule as it is to be, for days that begin later. What can be done by hand gives little."""

    by_hand: bool
    coins: int
    evidence: list[TaskRuleChangeEvidenceItem]
    is_active: bool
    title: str
    version: int
    """ The version that you have read """
    xp: int

    def to_dict(self) -> dict[str, Any]:
        by_hand = self.by_hand

        coins = self.coins

        evidence = []
        for evidence_item_data in self.evidence:
            evidence_item: str = evidence_item_data
            evidence.append(evidence_item)

        is_active = self.is_active

        title = self.title

        version = self.version

        xp = self.xp

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "by_hand": by_hand,
                "coins": coins,
                "evidence": evidence,
                "is_active": is_active,
                "title": title,
                "version": version,
                "xp": xp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by_hand = d.pop("by_hand")

        coins = d.pop("coins")

        evidence = []
        _evidence = d.pop("evidence")
        for evidence_item_data in _evidence:
            evidence_item = check_task_rule_change_evidence_item(evidence_item_data)

            evidence.append(evidence_item)

        is_active = d.pop("is_active")

        title = d.pop("title")

        version = d.pop("version")

        xp = d.pop("xp")

        task_rule_change = cls(
            by_hand=by_hand,
            coins=coins,
            evidence=evidence,
            is_active=is_active,
            title=title,
            version=version,
            xp=xp,
        )

        return task_rule_change
