"""What level a seller has: the last rule of the settings that they meet."""

from marketplace.reviews.models import Seller
from marketplace.settings import Settings


def level(seller: Seller, settings: Settings) -> str:
    """Returns the name of the seller's level."""
    met = [rule.name for rule in settings.levels if seller.reviews >= rule.reviews and _rated(seller) >= rule.rating]
    return met[-1] if met else "new"


def _rated(seller: Seller) -> float:
    return seller.average or 0
