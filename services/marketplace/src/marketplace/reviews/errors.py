"""Why something about a review is refused."""

from amigok_chassis.errors import DomainError, NotFound


class ReviewNotFound(NotFound):
    """There is no such review, or you may not see it."""

    code = "review_not_found"


class SellerNotFound(NotFound):
    """There is no such seller, or nobody has reviewed them yet."""

    code = "seller_not_found"


class NotReviewable(DomainError):
    """Only what was completed in the last 14 days is reviewed."""

    status, code = 409, "not_reviewable"


class ReviewedBefore(DomainError):
    """You have reviewed this order before."""

    status, code = 409, "reviewed_before"


class ReviewFinal(DomainError):
    """A review is changed within 7 days, and only until it is published."""

    status, code = 409, "review_final"


class RepliedBefore(DomainError):
    """You have replied to this review before."""

    status, code = 409, "replied_before"


class OwnReview(DomainError):
    """You are a party to this review: somebody else decides about it."""

    status, code = 403, "own_review"
