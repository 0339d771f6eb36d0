from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.detection_in import DetectionIn
    from ..models.evidence_in import EvidenceIn


T = TypeVar("T", bound="DetectionBatchIn")


@_attrs_define
class DetectionBatchIn:
    """Detections in the order of the device. `sent_at` is its clock when it sends them: from it follows its skew."""

    detections: list[DetectionIn]
    evidence: EvidenceIn | None | Unset = UNSET
    sent_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.evidence_in import EvidenceIn  # noqa: PLC0415

        detections = []
        for detections_item_data in self.detections:
            detections_item = detections_item_data.to_dict()
            detections.append(detections_item)

        evidence: dict[str, Any] | None | Unset
        if isinstance(self.evidence, Unset):
            evidence = UNSET
        elif isinstance(self.evidence, EvidenceIn):
            evidence = self.evidence.to_dict()
        else:
            evidence = self.evidence

        sent_at: None | str | Unset
        if isinstance(self.sent_at, Unset):
            sent_at = UNSET
        elif isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "detections": detections,
            }
        )
        if evidence is not UNSET:
            field_dict["evidence"] = evidence
        if sent_at is not UNSET:
            field_dict["sent_at"] = sent_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.detection_in import DetectionIn  # noqa: PLC0415
        from ..models.evidence_in import EvidenceIn  # noqa: PLC0415

        d = dict(src_dict)
        detections = []
        _detections = d.pop("detections")
        for detections_item_data in _detections:
            detections_item = DetectionIn.from_dict(detections_item_data)

            detections.append(detections_item)

        def _parse_evidence(data: object) -> EvidenceIn | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                evidence_type_0 = EvidenceIn.from_dict(data)

                return evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EvidenceIn | None | Unset, data)

        evidence = _parse_evidence(d.pop("evidence", UNSET))

        def _parse_sent_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_at_type_0 = datetime.datetime.fromisoformat(data)

                return sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        sent_at = _parse_sent_at(d.pop("sent_at", UNSET))

        detection_batch_in = cls(
            detections=detections,
            evidence=evidence,
            sent_at=sent_at,
        )

        return detection_batch_in
