"""What is refused about invoices, by name."""

from amigok_chassis.errors import DomainError, NotFound


class InvoiceNotFound(NotFound):
    """There is no such invoice, or it is not yours to see."""

    code = "invoice_not_found"


class BillingDetailsMissing(NotFound):
    """You have given no billing details."""

    code = "billing_details_missing"


class AccountDeleted(DomainError):
    """The account was deleted: nothing is kept of it any more."""

    status, code = 410, "account_deleted"


class LinkNotValid(NotFound):
    """This link leads to no invoice."""

    code = "link_not_valid"


class LinkExpired(DomainError):
    """This link has expired; ask for a new one."""

    status, code = 410, "link_expired"
