"""Codes and tokens over HTTP."""

from typing import Annotated

from pydantic import Field

Code = Annotated[str, Field(min_length=6, max_length=6, pattern=r"^[0-9]{6}$")]
"""Six digits, to be typed."""

Token = Annotated[str, Field(min_length=1, max_length=100)]
"""The secret of a link, a login or a session."""
