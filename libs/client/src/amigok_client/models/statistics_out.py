from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.registrations import Registrations
    from ..models.statistics_out_by_role import StatisticsOutByRole
    from ..models.statistics_out_by_status import StatisticsOutByStatus


T = TypeVar("T", bound="StatisticsOut")


@_attrs_define
class StatisticsOut:
    """How many users there are. Deleted ones count only in `by_status`."""

    by_role: StatisticsOutByRole
    by_status: StatisticsOutByStatus
    registrations: list[Registrations]
    """ Of the last 30 days in UTC, oldest first """
    total: int
    unverified: int
    verified: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        by_role = self.by_role.to_dict()

        by_status = self.by_status.to_dict()

        registrations = []
        for registrations_item_data in self.registrations:
            registrations_item = registrations_item_data.to_dict()
            registrations.append(registrations_item)

        total = self.total

        unverified = self.unverified

        verified = self.verified

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by_role": by_role,
                "by_status": by_status,
                "registrations": registrations,
                "total": total,
                "unverified": unverified,
                "verified": verified,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.registrations import Registrations  # noqa: PLC0415
        from ..models.statistics_out_by_role import StatisticsOutByRole  # noqa: PLC0415
        from ..models.statistics_out_by_status import StatisticsOutByStatus  # noqa: PLC0415

        d = dict(src_dict)
        by_role = StatisticsOutByRole.from_dict(d.pop("by_role"))

        by_status = StatisticsOutByStatus.from_dict(d.pop("by_status"))

        registrations = []
        _registrations = d.pop("registrations")
        for registrations_item_data in _registrations:
            registrations_item = Registrations.from_dict(registrations_item_data)

            registrations.append(registrations_item)

        total = d.pop("total")

        unverified = d.pop("unverified")

        verified = d.pop("verified")

        statistics_out = cls(
            by_role=by_role,
            by_status=by_status,
            registrations=registrations,
            total=total,
            unverified=unverified,
            verified=verified,
        )

        statistics_out.additional_properties = d
        return statistics_out

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
