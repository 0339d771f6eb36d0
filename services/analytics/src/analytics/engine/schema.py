"""Makes the tables of a database of facts."""

from pathlib import Path

from analytics.engine.client import Engine

SCHEMA = Path(__file__).parent.parent / "facts" / "schema.sql"


def statements() -> list[str]:
    """The statements of the schema, without its comments."""
    lines = (line.partition("--")[0] for line in SCHEMA.read_text().splitlines())
    return [each for each in map(str.strip, "\n".join(lines).split(";")) if each]


def tables() -> list[str]:
    """The names of its tables."""
    return [statement.split("(")[0].split()[-1] for statement in statements()]


async def make(engine: Engine) -> None:
    """Makes the database and the tables that are missing."""
    await engine.make_database()
    for statement in statements():
        await engine.execute(statement)
