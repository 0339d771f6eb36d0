from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.step import Step


T = TypeVar("T", bound="InclusionProof")


@_attrs_define
class InclusionProof:
    """That a user's balance of a day in a currency, available and held, is in the published sum of all of them.

    It is worth as much as the root: compare `root` and `total` with what is published for everybody.

    """

    balance: int
    """ In minor units """
    currency: str
    day: datetime.date
    leaf: str
    nonce: str
    path: list[Step]
    """ From the leaf's sibling up to the root's child """
    root: str
    total: int
    """ In minor units """
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        balance = self.balance

        currency = self.currency

        day = self.day.isoformat()

        leaf = self.leaf

        nonce = self.nonce

        path = []
        for path_item_data in self.path:
            path_item = path_item_data.to_dict()
            path.append(path_item)

        root = self.root

        total = self.total

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "balance": balance,
                "currency": currency,
                "day": day,
                "leaf": leaf,
                "nonce": nonce,
                "path": path,
                "root": root,
                "total": total,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.step import Step  # noqa: PLC0415

        d = dict(src_dict)
        balance = d.pop("balance")

        currency = d.pop("currency")

        day = datetime.date.fromisoformat(d.pop("day"))

        leaf = d.pop("leaf")

        nonce = d.pop("nonce")

        path = []
        _path = d.pop("path")
        for path_item_data in _path:
            path_item = Step.from_dict(path_item_data)

            path.append(path_item)

        root = d.pop("root")

        total = d.pop("total")

        user_id = UUID(d.pop("user_id"))

        inclusion_proof = cls(
            balance=balance,
            currency=currency,
            day=day,
            leaf=leaf,
            nonce=nonce,
            path=path,
            root=root,
            total=total,
            user_id=user_id,
        )

        inclusion_proof.additional_properties = d
        return inclusion_proof

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
