from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.criterion import Criterion


T = TypeVar("T", bound="Beauty")


@_attrs_define
class Beauty:
    """What judges say, from 0 to 100 for each criterion. Of each entry the `trim` highest and lowest are left out."""

    criteria: list[Criterion]
    kind: Literal["beauty"] = "beauty"
    least_judges: int | Unset = 3
    trim: int | Unset = 1

    def to_dict(self) -> dict[str, Any]:
        criteria = []
        for criteria_item_data in self.criteria:
            criteria_item = criteria_item_data.to_dict()
            criteria.append(criteria_item)

        kind = self.kind

        least_judges = self.least_judges

        trim = self.trim

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "criteria": criteria,
                "kind": kind,
            }
        )
        if least_judges is not UNSET:
            field_dict["least_judges"] = least_judges
        if trim is not UNSET:
            field_dict["trim"] = trim

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.criterion import Criterion  # noqa: PLC0415

        d = dict(src_dict)
        criteria = []
        _criteria = d.pop("criteria")
        for criteria_item_data in _criteria:
            criteria_item = Criterion.from_dict(criteria_item_data)

            criteria.append(criteria_item)

        kind = cast(Literal["beauty"], d.pop("kind"))
        if kind != "beauty":
            raise ValueError(f"kind must match const 'beauty', got '{kind}'")

        least_judges = d.pop("least_judges", UNSET)

        trim = d.pop("trim", UNSET)

        beauty = cls(
            criteria=criteria,
            kind=kind,
            least_judges=least_judges,
            trim=trim,
        )

        return beauty
