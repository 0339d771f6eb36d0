"""The portal's own settings."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """`PORTAL_DOCS_PATH` is the folder with openapi.json and asyncapi.json, by default the repository's own.

    `PORTAL_SERVICES` tells the URL of each service whose status is shown, as a JSON object by name. Without it these
    are the services of the event catalogue, at `http://NAME:8000`. `PORTAL_WORKERS` tells in the same form where the
    workers are that run as processes of their own.
    """

    model_config = SettingsConfigDict(env_prefix="PORTAL_", frozen=True)

    docs_path: Path = Path(__file__).resolve().parents[4] / "docs"
    services: dict[str, str] = {}
    workers: dict[str, str] = {}
