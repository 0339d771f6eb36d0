"""What clients get about saved ways to pay."""

from pydantic import BaseModel


class SavedOut(BaseModel):
    """A card that the provider keeps. Use its `id` as the `saved_method` of a payment."""

    id: str
    brand: str
    last4: str
    expires_month: int
    expires_year: int
    default: bool


class SavedListOut(BaseModel):
    """Saved cards, newest first."""

    items: list[SavedOut]


class SavingOut(BaseModel):
    """The secret with which the browser sends a card to the provider, in the provider's own fields."""

    client_secret: str
