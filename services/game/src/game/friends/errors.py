"""What is refused about friends, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PlayerNotFound(NotFound):
    """Nobody plays under this handle."""

    code = "player_not_found"


class FriendshipNotFound(NotFound):
    """There is no such friendship or request of yours."""

    code = "friendship_not_found"


class BlockNotFound(NotFound):
    """You have not blocked this player."""

    code = "block_not_found"


class OwnHandle(DomainError):
    """This is your own handle."""

    status, code = 422, "own_handle"


class AlreadyFriends(DomainError):
    """You are friends already."""

    status, code = 409, "already_friends"


class PlayerBlocked(DomainError):
    """You have blocked this player."""

    status, code = 409, "player_blocked"


class TooManyFriends(DomainError):
    """One of you has as many friends as one can have."""

    status, code = 409, "too_many_friends"
    sends = {"limit": int}


class TooManyFriendRequests(DomainError):
    """You have asked as many players as one can within a day."""

    status, code = 429, "too_many_friend_requests"
    sends = {"limit": int}
