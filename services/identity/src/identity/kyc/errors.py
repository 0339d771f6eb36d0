"""Failures of proofs of identity."""

from amigok_chassis.errors import DomainError


class EmailUnverified(DomainError):
    """Verify the e-mail address first."""

    status, code = 403, "email_unverified"


class KycClosed(DomainError):
    """The status does not allow this."""

    status, code = 409, "kyc_closed"
    sends = {"kyc_status": str}


class Underage(DomainError):
    """Only people who are 18 or older can be verified."""

    status, code = 422, "underage"


class DocumentsMissing(DomainError):
    """Documents are missing."""

    status, code = 422, "documents_missing"
    sends = {"missing": list[str]}


class UploadsUnfinished(DomainError):
    """Too many uploads were started and not finished; try again in an hour."""

    status, code = 409, "uploads_unfinished"


class OwnSubmission(DomainError):
    """Nobody reviews their own submission."""

    status, code = 403, "own_submission"
