from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.board_out_scope import BoardOutScope, check_board_out_scope

if TYPE_CHECKING:
    from ..models.board_entry_out import BoardEntryOut
    from ..models.place_out import PlaceOut
    from ..models.season_out import SeasonOut


T = TypeVar("T", bound="BoardOut")


@_attrs_define
class BoardOut:
    """A page of a board, and your own place on it, null until you have won something in this season."""

    items: list[BoardEntryOut]
    me: None | PlaceOut
    next_cursor: None | str
    scope: BoardOutScope
    season: SeasonOut
    """ A season. Once it is closed its ranks stay as they are; `players` had won experience in it by then. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.place_out import PlaceOut  # noqa: PLC0415

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        me: dict[str, Any] | None
        if isinstance(self.me, PlaceOut):
            me = self.me.to_dict()
        else:
            me = self.me

        next_cursor: None | str
        next_cursor = self.next_cursor

        scope: str = self.scope

        season = self.season.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "me": me,
                "next_cursor": next_cursor,
                "scope": scope,
                "season": season,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.board_entry_out import BoardEntryOut  # noqa: PLC0415
        from ..models.place_out import PlaceOut  # noqa: PLC0415
        from ..models.season_out import SeasonOut  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = BoardEntryOut.from_dict(items_item_data)

            items.append(items_item)

        def _parse_me(data: object) -> None | PlaceOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                me_type_0 = PlaceOut.from_dict(data)

                return me_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PlaceOut, data)

        me = _parse_me(d.pop("me"))

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        scope = check_board_out_scope(d.pop("scope"))

        season = SeasonOut.from_dict(d.pop("season"))

        board_out = cls(
            items=items,
            me=me,
            next_cursor=next_cursor,
            scope=scope,
            season=season,
        )

        board_out.additional_properties = d
        return board_out

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
