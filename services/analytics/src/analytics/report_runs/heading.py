"""What stands at the head of every file: what was asked, of which time, and how complete the answer is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from analytics.custom_reports.asking import ReportQuery
from analytics.custom_reports.catalogue import Kind
from analytics.figures.links import link

Columns = Sequence[tuple[str, Kind]]


@dataclass(frozen=True)
class Heading:
    """A report's name and question, with the time that it is about and up to when facts are in it."""

    name: str
    query: ReportQuery
    since: datetime
    until: datetime
    as_of: datetime
    stale: bool
    made_at: datetime

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Each with what it is about. Times are those of the report's time zone."""
        return [
            ("report", self.name),
            ("data", self.query.dataset),
            ("of", self._of),
            ("from", self.local(self.since)),
            ("until", self.local(self.until)),
            ("time zone", self.query.time_zone),
            ("filters", self._filters or "none"),
            ("currency", "as each row says; nothing is converted" if self.query.of.has_money else "none"),
            ("as of", self.local(self.as_of)),
            ("agrees with the books", "no, see the differences" if self.stale else "yes, as far as they were compared"),
            ("rows", self._rows),
            ("made at", self.local(self.made_at)),
        ]

    @property
    def _rows(self) -> str:
        """Where the rows are that it was made of."""
        of = "financial" if self.query.of.has_money else "livestock"
        whose = {name: getattr(self.query, name) for name in ("scope", "farm_id", "livestock_id")}
        return link(f"/api/v1/analytics/{of}/explain", **whose, since=self.since, until=self.until)

    @property
    def _of(self) -> str:
        whose = {"mine": "your animals and money", "farm": f"farm {self.query.farm_id}", "platform": "the platform"}
        some = f", {len(self.query.livestock_id)} animals" if self.query.livestock_id else ""
        return whose[self.query.scope] + some

    @property
    def _filters(self) -> str:
        filters = [
            f"{each.dimension} is {'not ' if each.is_not else ''}{' or '.join(each.values)}"
            for each in self.query.filters
        ]
        animals = [f"animal is {' or '.join(map(str, self.query.livestock_id))}"] if self.query.livestock_id else []
        return "; ".join([*filters, *animals])

    def local(self, moment: datetime) -> str:
        """A moment in the report's time zone, with its offset."""
        return moment.astimezone(self.query.zone).isoformat(timespec="seconds")
