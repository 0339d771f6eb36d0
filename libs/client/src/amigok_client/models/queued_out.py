from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.listing_for_admin_out import ListingForAdminOut
    from ..models.listing_report_out import ListingReportOut


T = TypeVar("T", bound="QueuedOut")


@_attrs_define
class QueuedOut:
    """A listing that waits for a decision: what rules found in its text, and what users report."""

    flags: list[str]
    listing: ListingForAdminOut
    """ A listing as administrators see it. `refusal` is the code by which the farm did not register a draft's
    animal. """
    reports: list[ListingReportOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        flags = self.flags

        listing = self.listing.to_dict()

        reports = []
        for reports_item_data in self.reports:
            reports_item = reports_item_data.to_dict()
            reports.append(reports_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "flags": flags,
                "listing": listing,
                "reports": reports,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.listing_for_admin_out import ListingForAdminOut  # noqa: PLC0415
        from ..models.listing_report_out import ListingReportOut  # noqa: PLC0415

        d = dict(src_dict)
        flags = cast(list[str], d.pop("flags"))

        listing = ListingForAdminOut.from_dict(d.pop("listing"))

        reports = []
        _reports = d.pop("reports")
        for reports_item_data in _reports:
            reports_item = ListingReportOut.from_dict(reports_item_data)

            reports.append(reports_item)

        queued_out = cls(
            flags=flags,
            listing=listing,
            reports=reports,
        )

        queued_out.additional_properties = d
        return queued_out

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
