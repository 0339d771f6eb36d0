from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.care_follow_up_in import CareFollowUpIn


T = TypeVar("T", bound="CareReportIn")


@_attrs_define
class CareReportIn:
    findings: str
    diagnosis: str | Unset = ""
    follow_up: CareFollowUpIn | None | Unset = UNSET
    treatment: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        from ..models.care_follow_up_in import CareFollowUpIn  # noqa: PLC0415

        findings = self.findings

        diagnosis = self.diagnosis

        follow_up: dict[str, Any] | None | Unset
        if isinstance(self.follow_up, Unset):
            follow_up = UNSET
        elif isinstance(self.follow_up, CareFollowUpIn):
            follow_up = self.follow_up.to_dict()
        else:
            follow_up = self.follow_up

        treatment = self.treatment

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "findings": findings,
            }
        )
        if diagnosis is not UNSET:
            field_dict["diagnosis"] = diagnosis
        if follow_up is not UNSET:
            field_dict["follow_up"] = follow_up
        if treatment is not UNSET:
            field_dict["treatment"] = treatment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.care_follow_up_in import CareFollowUpIn  # noqa: PLC0415

        d = dict(src_dict)
        findings = d.pop("findings")

        diagnosis = d.pop("diagnosis", UNSET)

        def _parse_follow_up(data: object) -> CareFollowUpIn | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                follow_up_type_0 = CareFollowUpIn.from_dict(data)

                return follow_up_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CareFollowUpIn | None | Unset, data)

        follow_up = _parse_follow_up(d.pop("follow_up", UNSET))

        treatment = d.pop("treatment", UNSET)

        care_report_in = cls(
            findings=findings,
            diagnosis=diagnosis,
            follow_up=follow_up,
            treatment=treatment,
        )

        return care_report_in
