from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.achieved_out import AchievedOut
    from ..models.level_out import LevelOut
    from ..models.my_challenge_out import MyChallengeOut
    from ..models.owned_out import OwnedOut
    from ..models.place_out import PlaceOut
    from ..models.player_out import PlayerOut
    from ..models.streak_out import StreakOut
    from ..models.today_out import TodayOut


T = TypeVar("T", bound="DashboardOut")


@_attrs_define
class DashboardOut:
    """All at one glance. `week` is your place among all this week, null until you have won something."""

    achievements: list[AchievedOut]
    boost: None | OwnedOut
    challenges: list[MyChallengeOut]
    coins: int
    friend_requests: int
    level: LevelOut
    """ A level, the experience that it begins with, and that of the next one; null: there is none. """
    player: PlayerOut
    """ How you play, and the day that it is for you. """
    streak: StreakOut
    """ Days in a row on which you did something by hand. One missed day is forgiven once in seven. """
    today: list[TodayOut]
    week: None | PlaceOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.owned_out import OwnedOut  # noqa: PLC0415
        from ..models.place_out import PlaceOut  # noqa: PLC0415

        achievements = []
        for achievements_item_data in self.achievements:
            achievements_item = achievements_item_data.to_dict()
            achievements.append(achievements_item)

        boost: dict[str, Any] | None
        if isinstance(self.boost, OwnedOut):
            boost = self.boost.to_dict()
        else:
            boost = self.boost

        challenges = []
        for challenges_item_data in self.challenges:
            challenges_item = challenges_item_data.to_dict()
            challenges.append(challenges_item)

        coins = self.coins

        friend_requests = self.friend_requests

        level = self.level.to_dict()

        player = self.player.to_dict()

        streak = self.streak.to_dict()

        today = []
        for today_item_data in self.today:
            today_item = today_item_data.to_dict()
            today.append(today_item)

        week: dict[str, Any] | None
        if isinstance(self.week, PlaceOut):
            week = self.week.to_dict()
        else:
            week = self.week

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "achievements": achievements,
                "boost": boost,
                "challenges": challenges,
                "coins": coins,
                "friend_requests": friend_requests,
                "level": level,
                "player": player,
                "streak": streak,
                "today": today,
                "week": week,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.achieved_out import AchievedOut  # noqa: PLC0415
        from ..models.level_out import LevelOut  # noqa: PLC0415
        from ..models.my_challenge_out import MyChallengeOut  # noqa: PLC0415
        from ..models.owned_out import OwnedOut  # noqa: PLC0415
        from ..models.place_out import PlaceOut  # noqa: PLC0415
        from ..models.player_out import PlayerOut  # noqa: PLC0415
        from ..models.streak_out import StreakOut  # noqa: PLC0415
        from ..models.today_out import TodayOut  # noqa: PLC0415

        d = dict(src_dict)
        achievements = []
        _achievements = d.pop("achievements")
        for achievements_item_data in _achievements:
            achievements_item = AchievedOut.from_dict(achievements_item_data)

            achievements.append(achievements_item)

        def _parse_boost(data: object) -> None | OwnedOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                boost_type_0 = OwnedOut.from_dict(data)

                return boost_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OwnedOut, data)

        boost = _parse_boost(d.pop("boost"))

        challenges = []
        _challenges = d.pop("challenges")
        for challenges_item_data in _challenges:
            challenges_item = MyChallengeOut.from_dict(challenges_item_data)

            challenges.append(challenges_item)

        coins = d.pop("coins")

        friend_requests = d.pop("friend_requests")

        level = LevelOut.from_dict(d.pop("level"))

        player = PlayerOut.from_dict(d.pop("player"))

        streak = StreakOut.from_dict(d.pop("streak"))

        today = []
        _today = d.pop("today")
        for today_item_data in _today:
            today_item = TodayOut.from_dict(today_item_data)

            today.append(today_item)

        def _parse_week(data: object) -> None | PlaceOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                week_type_0 = PlaceOut.from_dict(data)

                return week_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PlaceOut, data)

        week = _parse_week(d.pop("week"))

        dashboard_out = cls(
            achievements=achievements,
            boost=boost,
            challenges=challenges,
            coins=coins,
            friend_requests=friend_requests,
            level=level,
            player=player,
            streak=streak,
            today=today,
            week=week,
        )

        dashboard_out.additional_properties = d
        return dashboard_out

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
