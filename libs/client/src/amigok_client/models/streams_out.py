from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.stream_out import StreamOut


T = TypeVar("T", bound="StreamsOut")


@_attrs_define
class StreamsOut:
    """The cameras that show an animal, and by which right you see them."""

    basis: str
    livestock_id: UUID
    streams: list[StreamOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        basis = self.basis

        livestock_id = str(self.livestock_id)

        streams = []
        for streams_item_data in self.streams:
            streams_item = streams_item_data.to_dict()
            streams.append(streams_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "basis": basis,
                "livestock_id": livestock_id,
                "streams": streams,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.stream_out import StreamOut  # noqa: PLC0415

        d = dict(src_dict)
        basis = d.pop("basis")

        livestock_id = UUID(d.pop("livestock_id"))

        streams = []
        _streams = d.pop("streams")
        for streams_item_data in _streams:
            streams_item = StreamOut.from_dict(streams_item_data)

            streams.append(streams_item)

        streams_out = cls(
            basis=basis,
            livestock_id=livestock_id,
            streams=streams,
        )

        streams_out.additional_properties = d
        return streams_out

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
