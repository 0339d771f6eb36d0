from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.on_loss_died import OnLossDied, check_on_loss_died
from ..models.on_loss_removed import OnLossRemoved, check_on_loss_removed
from ..models.on_loss_sold import OnLossSold, check_on_loss_sold
from ..types import UNSET, Unset

T = TypeVar("T", bound="OnLoss")


@_attrs_define
class OnLoss:
    """What becomes of an entry whose owner loses the animal while the contest runs.

    `scored`: what happened until then counts. `withdrawn`: it keeps its place until the end, and then leaves; those
    behind it move up.

    """

    died: OnLossDied | Unset = "withdrawn"
    removed: OnLossRemoved | Unset = "withdrawn"
    sold: OnLossSold | Unset = "scored"

    def to_dict(self) -> dict[str, Any]:
        died: str | Unset = UNSET
        if not isinstance(self.died, Unset):
            died = self.died

        removed: str | Unset = UNSET
        if not isinstance(self.removed, Unset):
            removed = self.removed

        sold: str | Unset = UNSET
        if not isinstance(self.sold, Unset):
            sold = self.sold

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if died is not UNSET:
            field_dict["died"] = died
        if removed is not UNSET:
            field_dict["removed"] = removed
        if sold is not UNSET:
            field_dict["sold"] = sold

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _died = d.pop("died", UNSET)
        died: OnLossDied | Unset
        if isinstance(_died, Unset):
            died = UNSET
        else:
            died = check_on_loss_died(_died)

        _removed = d.pop("removed", UNSET)
        removed: OnLossRemoved | Unset
        if isinstance(_removed, Unset):
            removed = UNSET
        else:
            removed = check_on_loss_removed(_removed)

        _sold = d.pop("sold", UNSET)
        sold: OnLossSold | Unset
        if isinstance(_sold, Unset):
            sold = UNSET
        else:
            sold = check_on_loss_sold(_sold)

        on_loss = cls(
            died=died,
            removed=removed,
            sold=sold,
        )

        return on_loss
