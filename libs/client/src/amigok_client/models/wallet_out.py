from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.balance import Balance
    from ..models.open_debt import OpenDebt
    from ..models.open_hold import OpenHold


T = TypeVar("T", bound="WalletOut")


@_attrs_define
class WalletOut:
    """Everything in a wallet, read at one moment."""

    balances: list[Balance]
    debts: list[OpenDebt]
    holds: list[OpenHold]
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        balances = []
        for balances_item_data in self.balances:
            balances_item = balances_item_data.to_dict()
            balances.append(balances_item)

        debts = []
        for debts_item_data in self.debts:
            debts_item = debts_item_data.to_dict()
            debts.append(debts_item)

        holds = []
        for holds_item_data in self.holds:
            holds_item = holds_item_data.to_dict()
            holds.append(holds_item)

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "balances": balances,
                "debts": debts,
                "holds": holds,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.balance import Balance  # noqa: PLC0415
        from ..models.open_debt import OpenDebt  # noqa: PLC0415
        from ..models.open_hold import OpenHold  # noqa: PLC0415

        d = dict(src_dict)
        balances = []
        _balances = d.pop("balances")
        for balances_item_data in _balances:
            balances_item = Balance.from_dict(balances_item_data)

            balances.append(balances_item)

        debts = []
        _debts = d.pop("debts")
        for debts_item_data in _debts:
            debts_item = OpenDebt.from_dict(debts_item_data)

            debts.append(debts_item)

        holds = []
        _holds = d.pop("holds")
        for holds_item_data in _holds:
            holds_item = OpenHold.from_dict(holds_item_data)

            holds.append(holds_item)

        user_id = UUID(d.pop("user_id"))

        wallet_out = cls(
            balances=balances,
            debts=debts,
            holds=holds,
            user_id=user_id,
        )

        wallet_out.additional_properties = d
        return wallet_out

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
