from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="FarmConfirmationIn")


@_attrs_define
class FarmConfirmationIn:
    """`death_id` is the report that you have read."""

    death_id: UUID
    findings: str

    def to_dict(self) -> dict[str, Any]:
        death_id = str(self.death_id)

        findings = self.findings

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "death_id": death_id,
                "findings": findings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        death_id = UUID(d.pop("death_id"))

        findings = d.pop("findings")

        farm_confirmation_in = cls(
            death_id=death_id,
            findings=findings,
        )

        return farm_confirmation_in
