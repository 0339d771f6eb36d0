"""A log as CSV for spreadsheets: the days, the excursions and the gaps, one under the other."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from amigok_chassis import spreadsheets
from stream.equipment_logs.schemas import EquipmentLogOut, LogDay
from stream.excursions.schemas import ExcursionOut

_DAY = [name for name in LogDay.model_fields if name != "day"]
_EXCURSION = (
    "lowest",
    "highest",
    "mean",
    "mean_kinetic",
    "minutes_above",
    "minutes_below",
    "verdict",
    "note",
)


def csv(log: EquipmentLogOut) -> str:
    """The log as CSV. Times are those of the farm, with their offset from UTC."""
    return spreadsheets.BOM + spreadsheets.lines(_rows(log))


def _rows(log: EquipmentLogOut) -> Iterable[Sequence[object]]:
    zone = ZoneInfo(log.time_zone)
    yield ["equipment", log.equipment.name, log.equipment.manufacturer, log.equipment.model, log.equipment.serial]
    yield ["range", log.equipment.low, log.equipment.high, "°C"]
    yield ["period", log.first_day, log.last_day, log.time_zone]
    yield ["generated_at", _local(log.generated_at, zone)]
    yield ["complete", "yes" if log.complete else "no"]
    yield ["day", *_DAY]
    yield from ([each.day, *(getattr(each, name) for name in _DAY)] for each in log.days)
    yield ["excursion", "began_at", "ended_at", *_EXCURSION]
    yield from (_excursion(each, zone) for each in log.excursions)
    yield ["gap", "began_at", "ended_at"]
    yield from (
        [each.sensor_id or "no sensor", _local(each.began_at, zone), _local(each.ended_at, zone)] for each in log.gaps
    )


def _excursion(each: ExcursionOut, zone: ZoneInfo) -> list[object]:
    times = _local(each.began_at, zone), _local(each.ended_at, zone)
    return [each.sensor_id, *times, *(getattr(each, name) for name in _EXCURSION)]


def _local(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return None if moment is None else moment.astimezone(zone).isoformat(timespec="seconds")
