"""Numbers in answers, with examples for the documents."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

Share = Annotated[Decimal, Field(examples=["0.1250"])]
"""A part of something: 0.1250 is 12.5 %."""
Number = Annotated[Decimal, Field(examples=["12.500"])]
