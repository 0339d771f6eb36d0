from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CommitmentIn")


@_attrs_define
class CommitmentIn:
    """The digest of your marks: SHA-256 of `amigok.marks.1`, the contest's id, the nonce and the marks as canonical
    JSON (keys sorted, no blanks), with line breaks between them.

    """

    digest: str

    def to_dict(self) -> dict[str, Any]:
        digest = self.digest

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "digest": digest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        digest = d.pop("digest")

        commitment_in = cls(
            digest=digest,
        )

        return commitment_in
