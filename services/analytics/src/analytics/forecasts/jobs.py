"""When it is looked what became of forecasts."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from analytics.forecasts import service
from analytics.forecasts.models import Forecast


@poller(Forecast, seconds=600, at_once=2, lease=timedelta(minutes=2))
async def settle_forecast(context: Context, forecast_id: UUID) -> None:
    """Notes what became of a forecast whose time is over."""
    await service.settle(context, forecast_id)
