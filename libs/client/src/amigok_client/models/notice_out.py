from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.notice_out_data import NoticeOutData


T = TypeVar("T", bound="NoticeOut")


@_attrs_define
class NoticeOut:
    """What you were told, in your language. It stands for `size` facts; `data` are the words of the first."""

    category: str
    created_at: datetime.datetime
    data: NoticeOutData
    id: UUID
    kind: str
    read_at: datetime.datetime | None
    size: int
    text: str
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        category = self.category

        created_at = self.created_at.isoformat()

        data = self.data.to_dict()

        id = str(self.id)

        kind = self.kind

        read_at: None | str
        if isinstance(self.read_at, datetime.datetime):
            read_at = self.read_at.isoformat()
        else:
            read_at = self.read_at

        size = self.size

        text = self.text

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "category": category,
                "created_at": created_at,
                "data": data,
                "id": id,
                "kind": kind,
                "read_at": read_at,
                "size": size,
                "text": text,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.notice_out_data import NoticeOutData  # noqa: PLC0415

        d = dict(src_dict)
        category = d.pop("category")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        data = NoticeOutData.from_dict(d.pop("data"))

        id = UUID(d.pop("id"))

        kind = d.pop("kind")

        def _parse_read_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                read_at_type_0 = datetime.datetime.fromisoformat(data)

                return read_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        read_at = _parse_read_at(d.pop("read_at"))

        size = d.pop("size")

        text = d.pop("text")

        title = d.pop("title")

        notice_out = cls(
            category=category,
            created_at=created_at,
            data=data,
            id=id,
            kind=kind,
            read_at=read_at,
            size=size,
            text=text,
            title=title,
        )

        notice_out.additional_properties = d
        return notice_out

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
