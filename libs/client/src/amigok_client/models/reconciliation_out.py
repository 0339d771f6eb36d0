from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.difference import Difference
    from ..models.reconciliation_out_fees import ReconciliationOutFees
    from ..models.reconciliation_out_platform import ReconciliationOutPlatform


T = TypeVar("T", bound="ReconciliationOut")


@_attrs_define
class ReconciliationOut:
    """Whether the ledger proves itself: how much was checked, and every difference found."""

    differences: list[Difference]
    entries: int
    fees: ReconciliationOutFees
    """ What of `revenue` came from fees, by kind of fee and currency """
    holds_placed: int
    platform: ReconciliationOutPlatform
    """ By account and currency; `receivables` are what users owe """
    total: int
    transfers: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        differences = []
        for differences_item_data in self.differences:
            differences_item = differences_item_data.to_dict()
            differences.append(differences_item)

        entries = self.entries

        fees = self.fees.to_dict()

        holds_placed = self.holds_placed

        platform = self.platform.to_dict()

        total = self.total

        transfers = self.transfers

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "differences": differences,
                "entries": entries,
                "fees": fees,
                "holds_placed": holds_placed,
                "platform": platform,
                "total": total,
                "transfers": transfers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.difference import Difference  # noqa: PLC0415
        from ..models.reconciliation_out_fees import ReconciliationOutFees  # noqa: PLC0415
        from ..models.reconciliation_out_platform import ReconciliationOutPlatform  # noqa: PLC0415

        d = dict(src_dict)
        differences = []
        _differences = d.pop("differences")
        for differences_item_data in _differences:
            differences_item = Difference.from_dict(differences_item_data)

            differences.append(differences_item)

        entries = d.pop("entries")

        fees = ReconciliationOutFees.from_dict(d.pop("fees"))

        holds_placed = d.pop("holds_placed")

        platform = ReconciliationOutPlatform.from_dict(d.pop("platform"))

        total = d.pop("total")

        transfers = d.pop("transfers")

        reconciliation_out = cls(
            differences=differences,
            entries=entries,
            fees=fees,
            holds_placed=holds_placed,
            platform=platform,
            total=total,
            transfers=transfers,
        )

        reconciliation_out.additional_properties = d
        return reconciliation_out

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
