from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.report_query_chart import ReportQueryChart, check_report_query_chart
from ..models.report_query_dataset import ReportQueryDataset, check_report_query_dataset
from ..models.report_query_dimensions_item import ReportQueryDimensionsItem, check_report_query_dimensions_item
from ..models.report_query_measures_item import ReportQueryMeasuresItem, check_report_query_measures_item
from ..models.report_query_scope import ReportQueryScope, check_report_query_scope
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.filter_ import Filter


T = TypeVar("T", bound="ReportQuery")


@_attrs_define
class ReportQuery:
    """What a report asks for: measures of one data set by dimensions, of rows that filters choose.

    The time is `last_days` whole days up to today, or from `since` until before `until`. Sums of money are always by
    currency.

    """

    dataset: ReportQueryDataset
    measures: list[ReportQueryMeasuresItem]
    chart: ReportQueryChart | Unset = "none"
    dimensions: list[ReportQueryDimensionsItem] | Unset = UNSET
    farm_id: None | Unset | UUID = UNSET
    """ Which farm, with the scope `farm` """
    filters: list[Filter] | Unset = UNSET
    last_days: int | None | Unset = UNSET
    livestock_id: list[UUID] | Unset = UNSET
    """ Only these animals; several times for a herd """
    scope: ReportQueryScope | Unset = "mine"
    """ `farm`: for its staff; `platform`: for administrators """
    since: datetime.datetime | None | Unset = UNSET
    time_zone: str | Unset = "UTC"
    until: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        dataset: str = self.dataset

        measures = []
        for measures_item_data in self.measures:
            measures_item: str = measures_item_data
            measures.append(measures_item)

        chart: str | Unset = UNSET
        if not isinstance(self.chart, Unset):
            chart = self.chart

        dimensions: list[str] | Unset = UNSET
        if not isinstance(self.dimensions, Unset):
            dimensions = []
            for dimensions_item_data in self.dimensions:
                dimensions_item: str = dimensions_item_data
                dimensions.append(dimensions_item)

        farm_id: None | str | Unset
        if isinstance(self.farm_id, Unset):
            farm_id = UNSET
        elif isinstance(self.farm_id, UUID):
            farm_id = str(self.farm_id)
        else:
            farm_id = self.farm_id

        filters: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.filters, Unset):
            filters = []
            for filters_item_data in self.filters:
                filters_item = filters_item_data.to_dict()
                filters.append(filters_item)

        last_days: int | None | Unset
        if isinstance(self.last_days, Unset):
            last_days = UNSET
        else:
            last_days = self.last_days

        livestock_id: list[str] | Unset = UNSET
        if not isinstance(self.livestock_id, Unset):
            livestock_id = []
            for livestock_id_item_data in self.livestock_id:
                livestock_id_item = str(livestock_id_item_data)
                livestock_id.append(livestock_id_item)

        scope: str | Unset = UNSET
        if not isinstance(self.scope, Unset):
            scope = self.scope

        since: None | str | Unset
        if isinstance(self.since, Unset):
            since = UNSET
        elif isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        time_zone = self.time_zone

        until: None | str | Unset
        if isinstance(self.until, Unset):
            until = UNSET
        elif isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "dataset": dataset,
                "measures": measures,
            }
        )
        if chart is not UNSET:
            field_dict["chart"] = chart
        if dimensions is not UNSET:
            field_dict["dimensions"] = dimensions
        if farm_id is not UNSET:
            field_dict["farm_id"] = farm_id
        if filters is not UNSET:
            field_dict["filters"] = filters
        if last_days is not UNSET:
            field_dict["last_days"] = last_days
        if livestock_id is not UNSET:
            field_dict["livestock_id"] = livestock_id
        if scope is not UNSET:
            field_dict["scope"] = scope
        if since is not UNSET:
            field_dict["since"] = since
        if time_zone is not UNSET:
            field_dict["time_zone"] = time_zone
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.filter_ import Filter  # noqa: PLC0415

        d = dict(src_dict)
        dataset = check_report_query_dataset(d.pop("dataset"))

        measures = []
        _measures = d.pop("measures")
        for measures_item_data in _measures:
            measures_item = check_report_query_measures_item(measures_item_data)

            measures.append(measures_item)

        _chart = d.pop("chart", UNSET)
        chart: ReportQueryChart | Unset
        if isinstance(_chart, Unset):
            chart = UNSET
        else:
            chart = check_report_query_chart(_chart)

        _dimensions = d.pop("dimensions", UNSET)
        dimensions: list[ReportQueryDimensionsItem] | Unset = UNSET
        if _dimensions is not UNSET:
            dimensions = []
            for dimensions_item_data in _dimensions:
                dimensions_item = check_report_query_dimensions_item(dimensions_item_data)

                dimensions.append(dimensions_item)

        def _parse_farm_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                farm_id_type_0 = UUID(data)

                return farm_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        farm_id = _parse_farm_id(d.pop("farm_id", UNSET))

        _filters = d.pop("filters", UNSET)
        filters: list[Filter] | Unset = UNSET
        if _filters is not UNSET:
            filters = []
            for filters_item_data in _filters:
                filters_item = Filter.from_dict(filters_item_data)

                filters.append(filters_item)

        def _parse_last_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        last_days = _parse_last_days(d.pop("last_days", UNSET))

        _livestock_id = d.pop("livestock_id", UNSET)
        livestock_id: list[UUID] | Unset = UNSET
        if _livestock_id is not UNSET:
            livestock_id = []
            for livestock_id_item_data in _livestock_id:
                livestock_id_item = UUID(livestock_id_item_data)

                livestock_id.append(livestock_id_item)

        _scope = d.pop("scope", UNSET)
        scope: ReportQueryScope | Unset
        if isinstance(_scope, Unset):
            scope = UNSET
        else:
            scope = check_report_query_scope(_scope)

        def _parse_since(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.datetime.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        since = _parse_since(d.pop("since", UNSET))

        time_zone = d.pop("time_zone", UNSET)

        def _parse_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        until = _parse_until(d.pop("until", UNSET))

        report_query = cls(
            dataset=dataset,
            measures=measures,
            chart=chart,
            dimensions=dimensions,
            farm_id=farm_id,
            filters=filters,
            last_days=last_days,
            livestock_id=livestock_id,
            scope=scope,
            since=since,
            time_zone=time_zone,
            until=until,
        )

        return report_query
