from amigok_chassis.service import Service, nouns
from analytics.models import Base
from analytics.settings import Settings

# What the farm publishes is stored before others act on it.
NOUNS = """animals farms people engine pseudonyms arrivals facts archives rebuilds completeness
 agreement figures scopes returns performance market_prices behaviour forecasts custom_reports report_runs"""

service = Service("analytics", nouns("analytics", NOUNS), Base.metadata, settings=Settings, storage=True)
