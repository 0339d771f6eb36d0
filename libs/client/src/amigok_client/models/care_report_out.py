from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.care_report_out_care_type import CareReportOutCareType, check_care_report_out_care_type

if TYPE_CHECKING:
    from ..models.care_cost_out import CareCostOut
    from ..models.care_file_out import CareFileOut
    from ..models.money import Money


T = TypeVar("T", bound="CareReportOut")


@_attrs_define
class CareReportOut:
    """What was found and done, and what it cost. While the care is in progress it may still change."""

    breed_name: None | str
    care_type: CareReportOutCareType
    completed_at: datetime.datetime | None
    cost: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    costs: list[CareCostOut]
    diagnosis: str
    farm_name: None | str
    files: list[CareFileOut]
    findings: str
    follow_up_on: datetime.date | None
    livestock_id: UUID
    request_id: UUID
    service_name: str
    sex: None | str
    """ Known: `female`, `male` """
    started_at: datetime.datetime
    tag_number: None | str
    treatment: str
    type_name: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        breed_name: None | str
        breed_name = self.breed_name

        care_type: str = self.care_type

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        cost = self.cost.to_dict()

        costs = []
        for costs_item_data in self.costs:
            costs_item = costs_item_data.to_dict()
            costs.append(costs_item)

        diagnosis = self.diagnosis

        farm_name: None | str
        farm_name = self.farm_name

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        findings = self.findings

        follow_up_on: None | str
        if isinstance(self.follow_up_on, datetime.date):
            follow_up_on = self.follow_up_on.isoformat()
        else:
            follow_up_on = self.follow_up_on

        livestock_id = str(self.livestock_id)

        request_id = str(self.request_id)

        service_name = self.service_name

        sex: None | str
        sex = self.sex

        started_at = self.started_at.isoformat()

        tag_number: None | str
        tag_number = self.tag_number

        treatment = self.treatment

        type_name: None | str
        type_name = self.type_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "breed_name": breed_name,
                "care_type": care_type,
                "completed_at": completed_at,
                "cost": cost,
                "costs": costs,
                "diagnosis": diagnosis,
                "farm_name": farm_name,
                "files": files,
                "findings": findings,
                "follow_up_on": follow_up_on,
                "livestock_id": livestock_id,
                "request_id": request_id,
                "service_name": service_name,
                "sex": sex,
                "started_at": started_at,
                "tag_number": tag_number,
                "treatment": treatment,
                "type_name": type_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.care_cost_out import CareCostOut  # noqa: PLC0415
        from ..models.care_file_out import CareFileOut  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_breed_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        breed_name = _parse_breed_name(d.pop("breed_name"))

        care_type = check_care_report_out_care_type(d.pop("care_type"))

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        cost = Money.from_dict(d.pop("cost"))

        costs = []
        _costs = d.pop("costs")
        for costs_item_data in _costs:
            costs_item = CareCostOut.from_dict(costs_item_data)

            costs.append(costs_item)

        diagnosis = d.pop("diagnosis")

        def _parse_farm_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        farm_name = _parse_farm_name(d.pop("farm_name"))

        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = CareFileOut.from_dict(files_item_data)

            files.append(files_item)

        findings = d.pop("findings")

        def _parse_follow_up_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                follow_up_on_type_0 = datetime.date.fromisoformat(data)

                return follow_up_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        follow_up_on = _parse_follow_up_on(d.pop("follow_up_on"))

        livestock_id = UUID(d.pop("livestock_id"))

        request_id = UUID(d.pop("request_id"))

        service_name = d.pop("service_name")

        def _parse_sex(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sex = _parse_sex(d.pop("sex"))

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        def _parse_tag_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag_number = _parse_tag_number(d.pop("tag_number"))

        treatment = d.pop("treatment")

        def _parse_type_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        type_name = _parse_type_name(d.pop("type_name"))

        care_report_out = cls(
            breed_name=breed_name,
            care_type=care_type,
            completed_at=completed_at,
            cost=cost,
            costs=costs,
            diagnosis=diagnosis,
            farm_name=farm_name,
            files=files,
            findings=findings,
            follow_up_on=follow_up_on,
            livestock_id=livestock_id,
            request_id=request_id,
            service_name=service_name,
            sex=sex,
            started_at=started_at,
            tag_number=tag_number,
            treatment=treatment,
            type_name=type_name,
        )

        care_report_out.additional_properties = d
        return care_report_out

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
