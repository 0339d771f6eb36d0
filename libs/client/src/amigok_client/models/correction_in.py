from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.correction_in_direction import CorrectionInDirection, check_correction_in_direction
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="CorrectionIn")


@_attrs_define
class CorrectionIn:
    """Money that is put into a user's wallet or taken out of it; `corrects` is the transfer that was wrong."""

    amount: MoneyAsked
    """ An exact amount. Never a float. """
    direction: CorrectionInDirection
    reason: str
    user_id: UUID
    corrects: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        direction: str = self.direction

        reason = self.reason

        user_id = str(self.user_id)

        corrects: None | str | Unset
        if isinstance(self.corrects, Unset):
            corrects = UNSET
        elif isinstance(self.corrects, UUID):
            corrects = str(self.corrects)
        else:
            corrects = self.corrects

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "direction": direction,
                "reason": reason,
                "user_id": user_id,
            }
        )
        if corrects is not UNSET:
            field_dict["corrects"] = corrects

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        amount = MoneyAsked.from_dict(d.pop("amount"))

        direction = check_correction_in_direction(d.pop("direction"))

        reason = d.pop("reason")

        user_id = UUID(d.pop("user_id"))

        def _parse_corrects(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                corrects_type_0 = UUID(data)

                return corrects_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        corrects = _parse_corrects(d.pop("corrects", UNSET))

        correction_in = cls(
            amount=amount,
            direction=direction,
            reason=reason,
            user_id=user_id,
            corrects=corrects,
        )

        return correction_in
