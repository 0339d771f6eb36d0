from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="EvidenceIn")


@_attrs_define
class EvidenceIn:
    """What a device states of a batch and has signed: docs/evidence.md."""

    counter: int
    key: str
    model_digest: str
    previous: str
    signature: str

    def to_dict(self) -> dict[str, Any]:
        counter = self.counter

        key = self.key

        model_digest = self.model_digest

        previous = self.previous

        signature = self.signature

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "counter": counter,
                "key": key,
                "model_digest": model_digest,
                "previous": previous,
                "signature": signature,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        counter = d.pop("counter")

        key = d.pop("key")

        model_digest = d.pop("model_digest")

        previous = d.pop("previous")

        signature = d.pop("signature")

        evidence_in = cls(
            counter=counter,
            key=key,
            model_digest=model_digest,
            previous=previous,
            signature=signature,
        )

        return evidence_in
