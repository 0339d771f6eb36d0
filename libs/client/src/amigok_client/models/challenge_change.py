from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ChallengeChange")


@_attrs_define
class ChallengeChange:
    """What can be changed of a challenge that players may have joined: how it is described."""

    name: str
    version: int
    """ The version that you have read """
    description: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        version = self.version

        description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "version": version,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        version = d.pop("version")

        description = d.pop("description", UNSET)

        challenge_change = cls(
            name=name,
            version=version,
            description=description,
        )

        return challenge_change
