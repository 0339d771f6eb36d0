"""Where this process looks for listings: in its own memory and PostgreSQL, or in OpenSearch if there is one."""

from amigok_chassis.context import Context
from marketplace.searches.asking import Backend
from marketplace.searches.columns import Columns
from marketplace.searches.engine import engine_of
from marketplace.searches.memory import Memory
from marketplace.searches.opensearch import OpenSearch


def backend_of(context: Context) -> Backend:
    """The backend of this process."""
    return context.once(_backend)


def _backend(context: Context) -> Backend:
    engine = engine_of(context)
    return OpenSearch(context.db, engine) if engine else Memory(context.db, Columns())
