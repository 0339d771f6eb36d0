"""ClickHouse embedded, for the processes of the service: `python -m analytics.engine`."""

from amigok_chassis import telemetry
from amigok_chassis.settings import Settings
from analytics.engine.server import serve
from analytics.engine.settings import EngineSettings

telemetry.configure_logging("engine", Settings.model_construct())
serve(EngineSettings.model_validate({}))
