"""Alembic's environment and the chassis's versions; `run` is for versions that are written in SQL."""

from pathlib import Path
from typing import Any


def run(op: Any, path: Path) -> None:
    """Runs a file of SQL statements inside a revision: `migrations.run(op, Path(__file__).with_name("orders.sql"))`.

    `op` is `alembic.op`. PostgreSQL gets the whole file at once by the simple query protocol, since the driver prepares
    only single statements; a failure names its line. Runs in the transaction of the migration. The file holds no
    BEGIN or COMMIT.
    """
    bind = op.get_bind()
    bind.exec_driver_sql("SELECT 1")  # SQLAlchemy begins the driver's transaction with the first statement of its own
    sql = path.read_text()
    bind.connection.dbapi_connection.run_async(lambda driver: driver.execute(sql))
