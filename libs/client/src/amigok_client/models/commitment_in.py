from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CommitmentIn")


@_attrs_define
class CommitmentIn:
    """The digest of your marks: SHA-256 of `amigok.marks.1`, the contest's id, the nonce and the marks as canonical
    JSON (keys sorted, no blanks), with line breaks between them.

    """

    digest: str
    step: Literal["commit"] | Unset = "commit"

    def to_dict(self) -> dict[str, Any]:
        digest = self.digest

        step = self.step

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "digest": digest,
            }
        )
        if step is not UNSET:
            field_dict["step"] = step

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        digest = d.pop("digest")

        step = cast(Literal["commit"] | Unset, d.pop("step", UNSET))
        if step != "commit" and not isinstance(step, Unset):
            raise ValueError(f"step must match const 'commit', got '{step}'")

        commitment_in = cls(
            digest=digest,
            step=step,
        )

        return commitment_in
