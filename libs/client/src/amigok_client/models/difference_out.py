from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.difference_out_kind import DifferenceOutKind, check_difference_out_kind
from ..models.difference_out_subject import DifferenceOutSubject, check_difference_out_subject

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="DifferenceOut")


@_attrs_define
class DifferenceOut:
    """A difference: `expected` from our row, `found` as the sum of all movements at the provider (negative: money out).

    `missing_here`: the provider has something that we do not know. `missing_there`: nothing ever moved for our row.
    `state`: nothing should have moved in our row's state. `amount`: another amount should have moved.

    """

    expected: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    found: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    id: UUID
    kind: DifferenceOutKind
    our_id: None | UUID
    our_state: None | str
    """ Known: `created`, `requires_action`, `declined`, `processing`, `unknown`, `cancelled`, `completed`,
    `requested`, `held`, `failed`, `returned`, `paid_after_all` """
    reference: str
    subject: DifferenceOutSubject
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        expected = self.expected.to_dict()

        found = self.found.to_dict()

        id = str(self.id)

        kind: str = self.kind

        our_id: None | str
        if isinstance(self.our_id, UUID):
            our_id = str(self.our_id)
        else:
            our_id = self.our_id

        our_state: None | str
        our_state = self.our_state

        reference = self.reference

        subject: str = self.subject

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "expected": expected,
                "found": found,
                "id": id,
                "kind": kind,
                "our_id": our_id,
                "our_state": our_state,
                "reference": reference,
                "subject": subject,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        expected = Money.from_dict(d.pop("expected"))

        found = Money.from_dict(d.pop("found"))

        id = UUID(d.pop("id"))

        kind = check_difference_out_kind(d.pop("kind"))

        def _parse_our_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                our_id_type_0 = UUID(data)

                return our_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        our_id = _parse_our_id(d.pop("our_id"))

        def _parse_our_state(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        our_state = _parse_our_state(d.pop("our_state"))

        reference = d.pop("reference")

        subject = check_difference_out_subject(d.pop("subject"))

        difference_out = cls(
            expected=expected,
            found=found,
            id=id,
            kind=kind,
            our_id=our_id,
            our_state=our_state,
            reference=reference,
            subject=subject,
        )

        difference_out.additional_properties = d
        return difference_out

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
