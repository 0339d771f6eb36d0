from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_rule_out_evidence_item import TaskRuleOutEvidenceItem, check_task_rule_out_evidence_item
from ..models.task_rule_out_kind import TaskRuleOutKind, check_task_rule_out_kind

T = TypeVar("T", bound="TaskRuleOut")


@_attrs_define
class TaskRuleOut:
    """How a kind of task is done and what it gives: by one of these records, or by hand."""

    by_hand: bool
    coins: int
    evidence: list[TaskRuleOutEvidenceItem]
    is_active: bool
    is_daily: bool
    kind: TaskRuleOutKind
    title: str
    version: int
    xp: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        by_hand = self.by_hand

        coins = self.coins

        evidence = []
        for evidence_item_data in self.evidence:
            evidence_item: str = evidence_item_data
            evidence.append(evidence_item)

        is_active = self.is_active

        is_daily = self.is_daily

        kind: str = self.kind

        title = self.title

        version = self.version

        xp = self.xp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by_hand": by_hand,
                "coins": coins,
                "evidence": evidence,
                "is_active": is_active,
                "is_daily": is_daily,
                "kind": kind,
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
            evidence_item = check_task_rule_out_evidence_item(evidence_item_data)

            evidence.append(evidence_item)

        is_active = d.pop("is_active")

        is_daily = d.pop("is_daily")

        kind = check_task_rule_out_kind(d.pop("kind"))

        title = d.pop("title")

        version = d.pop("version")

        xp = d.pop("xp")

        task_rule_out = cls(
            by_hand=by_hand,
            coins=coins,
            evidence=evidence,
            is_active=is_active,
            is_daily=is_daily,
            kind=kind,
            title=title,
            version=version,
            xp=xp,
        )

        task_rule_out.additional_properties = d
        return task_rule_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
