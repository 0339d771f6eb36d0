from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.proposal_out import ProposalOut


T = TypeVar("T", bound="DistributionOut")


@_attrs_define
class DistributionOut:
    """What is given now, and what two administrators have to agree to first."""

    due: int
    """ How many prizes are given or looked at now """
    proposal: None | ProposalOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.proposal_out import ProposalOut  # noqa: PLC0415

        due = self.due

        proposal: dict[str, Any] | None
        if isinstance(self.proposal, ProposalOut):
            proposal = self.proposal.to_dict()
        else:
            proposal = self.proposal

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "due": due,
                "proposal": proposal,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.proposal_out import ProposalOut  # noqa: PLC0415

        d = dict(src_dict)
        due = d.pop("due")

        def _parse_proposal(data: object) -> None | ProposalOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                proposal_type_0 = ProposalOut.from_dict(data)

                return proposal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProposalOut, data)

        proposal = _parse_proposal(d.pop("proposal"))

        distribution_out = cls(
            due=due,
            proposal=proposal,
        )

        distribution_out.additional_properties = d
        return distribution_out

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
