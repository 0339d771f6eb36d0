from typing import Any

import pytest


@pytest.fixture
def settings() -> dict[str, Any]:
    """Those of a farm that takes large files."""
    return {"max_body_bytes": 11_000_000}
