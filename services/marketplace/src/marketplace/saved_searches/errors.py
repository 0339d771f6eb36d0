"""What is refused about saved searches, by name."""

from amigok_chassis.errors import DomainError, NotFound


class SavedSearchNotFound(NotFound):
    """There is no such saved search."""

    code = "saved_search_not_found"


class TooManySavedSearches(DomainError):
    """You have saved as many searches as one may."""

    status, code = 409, "too_many_saved_searches"
