"""What invoices refuse, by name."""

from amigok_chassis.errors import DomainError, NotFound


class InvoiceNotFound(NotFound):
    """There is no such invoice, or you may not see it."""

    code = "invoice_not_found"


class BillingDetailsMissing(NotFound):
    """You have not set any billing details."""

    code = "billing_details_missing"


class AccountDeleted(DomainError):
    """The account was deleted, and its data erased."""

    status, code = 410, "account_deleted"


class LinkNotValid(NotFound):
    """This link is not valid."""

    code = "link_not_valid"


class LinkExpired(DomainError):
    """This link has expired. Create a new one."""

    status, code = 410, "link_expired"
