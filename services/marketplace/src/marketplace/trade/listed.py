"""What became of listings in a period."""

from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.fees.rules import LISTING_TYPE_SQL
from marketplace.trade.schemas import ListingDayOut, ListingSalesOut, ListingStateOut, ListingStatisticsOut, Period

_TYPE = f"{LISTING_TYPE_SQL} AS listing_type"

_STATES = text(f"""
SELECT {_TYPE}, state, count(*) AS listings FROM listings l
WHERE created_at >= :since AND created_at < :until GROUP BY 1, state ORDER BY 1, state
""")

_DAYS = text(f"""
SELECT listing_type, day, sum(listed) AS listed, sum(sold) AS sold, sum(expired) AS expired, sum(removed) AS removed
FROM (
    SELECT {_TYPE}, (created_at AT TIME ZONE 'UTC')::date AS day, 1 AS listed, 0 AS sold, 0 AS expired, 0 AS removed
    FROM listings l WHERE created_at >= :since AND created_at < :until
    UNION ALL
    SELECT {_TYPE}, (ended_at AT TIME ZONE 'UTC')::date, 0, (state = 'sold')::int, (state = 'expired')::int,
        (state = 'removed')::int
    FROM listings l WHERE ended_at >= :since AND ended_at < :until
) AS happened
GROUP BY listing_type, day ORDER BY day, listing_type
""")

_SALES = text(f"""
SELECT {_TYPE}, count(*) AS ended, count(*) FILTER (WHERE state = 'sold') AS sold,
    round(count(*) FILTER (WHERE state = 'sold') / count(*)::numeric, 4) AS sold_share,
    round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ended_at - created_at))
        FILTER (WHERE state = 'sold') / 86400)::numeric, 1) AS median_days_to_sell
FROM listings l WHERE ended_at >= :since AND ended_at < :until GROUP BY 1 ORDER BY 1
""")


async def statistics(db: UnitOfWork, period: Period) -> ListingStatisticsOut:
    """Returns what became of listings in a period."""
    between = {"since": period.begins, "until": period.ends}
    return ListingStatisticsOut(
        states=[ListingStateOut.model_validate(dict(row)) for row in (await db.execute(_STATES, between)).mappings()],
        days=[ListingDayOut.model_validate(dict(row)) for row in (await db.execute(_DAYS, between)).mappings()],
        sales=[ListingSalesOut.model_validate(dict(row)) for row in (await db.execute(_SALES, between)).mappings()],
    )
