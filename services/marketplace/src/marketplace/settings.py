"""The marketplace's own keys, with the prefix `MARKETPLACE_`."""

from datetime import timedelta
from decimal import Decimal
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from amigok_contracts import Money

ListingType = Literal["system_livestock", "user_resale"]


class FeeRule(BaseModel):
    """The platform's fee on sales of a kind: hundredths of a per cent of the price, and the least in a currency."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    basis_points: int = Field(ge=0, le=10_000)
    minimum: dict[str, Decimal] = {}

    @model_validator(mode="after")
    def _has_exact_minimums(self) -> Self:
        if any(Money(amount=amount, currency=currency).minor < 0 for currency, amount in self.minimum.items()):
            raise ValueError("the least fee is 0 or more")
        return self


class LevelRule(BaseModel):
    """What a seller needs for a level: so many reviews, and so high a mean rating."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    reviews: int = Field(ge=0)
    rating: float = Field(0, ge=0, le=5)


DATABASE_OPTIONS = {"pg_trgm.similarity_threshold": "0.19", "jit": "off"}
"""Words with one error in five letters are alike."""


class Settings(BaseSettings):
    """Read once at start."""

    model_config = SettingsConfigDict(env_prefix="MARKETPLACE_", frozen=True)

    fee_basis_points: int = Field(250, ge=0, le=10_000)
    fees: dict[ListingType, FeeRule] = {}
    """By kind of listing, where it differs: `{"user_resale": {"basis_points": 300, "minimum": {"USD": "1.00"}}}`."""

    escrow: timedelta = Field(timedelta(days=14), ge=timedelta(), le=timedelta(days=90))
    """How long the price waits for a buyer's confirmation where a user sells. 0: sellers are paid at once."""

    decide_within: timedelta = timedelta(days=7)
    """When a complaint that is not decided counts as overdue. Nothing moves by itself."""

    hold_beyond_escrow: timedelta = Field(timedelta(days=180), ge=timedelta(days=30))
    """How long the wallet holds the price after that: complaints are to be decided by then."""

    lowest_price_percent: int = Field(50, ge=0, le=100)
    """Of an animal's value. Offering a platform animal for less takes a second administrator."""

    listing_days: int = Field(60, ge=1, le=3_650)
    """How long a listing is live before it ends by itself."""

    warned_before: timedelta = timedelta(days=7)
    """How long before that its seller is told."""

    lowest_offer_percent: int = Field(50, ge=1, le=100)
    """Of what a listing asks. Lower offers are refused."""

    answer_within: timedelta = timedelta(hours=48)
    """How long each side of an offer has to answer."""

    offer_rounds: int = Field(10, ge=2)
    """After this many moves an offer is accepted or declined, not countered any more."""

    waiting_offers: int = Field(20, ge=1)
    daily_offers: int = Field(50, ge=1)
    daily_offers_on_listing: int = Field(3, ge=1)
    """How many offers a buyer may have at once, and make within a day, in all and on one listing."""

    offers_on_listing: int = Field(100, ge=1)
    """How many offers on one listing may wait at once."""

    search_url: SecretStr = SecretStr("")
    """`http://user:password@host:9200/name` of an OpenSearch or Elasticsearch; empty: PostgreSQL and memory search."""

    review_within: timedelta = Field(timedelta(days=14), gt=timedelta())
    """How long after its completion the parties of an order review each other."""

    review_change_within: timedelta = timedelta(days=7)
    """How long somebody may change their review, until it is published."""

    levels: list[LevelRule] = [
        LevelRule(name="rated", reviews=3),
        LevelRule(name="trusted", reviews=10, rating=4.0),
        LevelRule(name="top", reviews=50, rating=4.5),
    ]
    """The levels of sellers, from the lowest: the last one counts whose rule is met. Before all of them: `new`."""

    forbidden_words: list[str] = ["whatsapp", "telegram", "signal", "bitcoin", "moneygram"]
    """Words in lower case. Administrators look at a listing with one of them, as at one with a link or a number."""

    daily_reports: int = Field(20, ge=1)
    """How many listings a user may report within a day."""

    appeal_within: timedelta = timedelta(days=14)
    """How long a seller may appeal against a take-down."""

    watches: int = Field(200, ge=1)
    saved_searches: int = Field(20, ge=1)
    """How many of them a user may have."""

    pay_within: timedelta = timedelta(minutes=15)
    """How long an animal stays reserved for a buyer who pays by card or the like."""

    unpaid_orders: int = Field(3, ge=1)
    """How many orders of that kind a buyer may have open at once."""

    pending_orders: int = Field(50, ge=1)
    """How many orders whose price is not held yet a buyer may have, of all kinds."""

    free_attempts: int = Field(3, ge=1)
    """After this many failed orders a buyer has one at a time, and waits before the next."""

    first_pause: timedelta = timedelta(minutes=1)
    longest_pause: timedelta = timedelta(days=1)
    """How long they wait: at first, doubled with each further failed order, and at most."""

    forgiven_after: timedelta = timedelta(days=7)
    """When a failed order no longer counts."""

    hold_within: timedelta = timedelta(seconds=30)
    transfer_within: timedelta = timedelta(seconds=30)
    capture_within: timedelta = timedelta(seconds=60)
