"""What is refused in the shop, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ItemNotFound(NotFound):
    """The shop has no such item."""

    code = "shop_item_not_found"


class ItemRetired(DomainError):
    """The shop does not offer this any more."""

    status, code = 409, "shop_item_retired"


class ItemExists(DomainError):
    """The shop has an item with this name already."""

    status, code = 409, "shop_item_exists"


class CoinPriceChanged(DomainError):
    """The item has another price than the one that you have seen."""

    status, code = 409, "coin_price_changed"
    sends = {"price": int}


class AlreadyYours(DomainError):
    """You have bought this already."""

    status, code = 409, "already_yours"


class BoostRuns(DomainError):
    """A boost runs already; you can buy the next one once it has ended."""

    status, code = 409, "boost_runs"


class NotYours(DomainError):
    """You have not bought this, or it is no badge or title."""

    status, code = 409, "not_yours"
