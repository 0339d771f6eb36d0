"""What clients get of saved ways to pay."""

from pydantic import BaseModel


class SavedOut(BaseModel):
    """A card that the provider keeps. `id` is the provider's, for `saved_method` of a payment."""

    id: str
    brand: str
    last4: str
    expires_month: int
    expires_year: int
    default: bool


class SavedListOut(BaseModel):
    """The newest first."""

    items: list[SavedOut]


class SavingOut(BaseModel):
    """With this the browser hands a card to the provider, in the provider's own fields."""

    client_secret: str
