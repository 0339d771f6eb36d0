from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.evidence_out_verdict import EvidenceOutVerdict, check_evidence_out_verdict

T = TypeVar("T", bound="EvidenceOut")


@_attrs_define
class EvidenceOut:
    """A signed batch, and what was found of it when it arrived."""

    batch_digest: str
    count: int
    counter: int
    hash_: str
    id: UUID
    key: str
    model_digest: str
    previous: str
    received_at: datetime.datetime
    sent_at: datetime.datetime
    signature: str
    verdict: EvidenceOutVerdict
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        batch_digest = self.batch_digest

        count = self.count

        counter = self.counter

        hash_ = self.hash_

        id = str(self.id)

        key = self.key

        model_digest = self.model_digest

        previous = self.previous

        received_at = self.received_at.isoformat()

        sent_at = self.sent_at.isoformat()

        signature = self.signature

        verdict: str = self.verdict

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "batch_digest": batch_digest,
                "count": count,
                "counter": counter,
                "hash": hash_,
                "id": id,
                "key": key,
                "model_digest": model_digest,
                "previous": previous,
                "received_at": received_at,
                "sent_at": sent_at,
                "signature": signature,
                "verdict": verdict,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        batch_digest = d.pop("batch_digest")

        count = d.pop("count")

        counter = d.pop("counter")

        hash_ = d.pop("hash")

        id = UUID(d.pop("id"))

        key = d.pop("key")

        model_digest = d.pop("model_digest")

        previous = d.pop("previous")

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        sent_at = datetime.datetime.fromisoformat(d.pop("sent_at"))

        signature = d.pop("signature")

        verdict = check_evidence_out_verdict(d.pop("verdict"))

        evidence_out = cls(
            batch_digest=batch_digest,
            count=count,
            counter=counter,
            hash_=hash_,
            id=id,
            key=key,
            model_digest=model_digest,
            previous=previous,
            received_at=received_at,
            sent_at=sent_at,
            signature=signature,
            verdict=verdict,
        )

        evidence_out.additional_properties = d
        return evidence_out

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
