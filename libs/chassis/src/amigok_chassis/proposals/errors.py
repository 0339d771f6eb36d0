"""What proposals refuse."""

from amigok_chassis.errors import DomainError, NotFound


class ProposalNotFound(NotFound):
    """There is no such proposal."""

    code = "proposal_not_found"


class ProposalClosed(DomainError):
    """The proposal is decided, withdrawn or out of date."""

    status, code = 409, "proposal_closed"


class OwnProposal(DomainError):
    """You proposed this yourself: somebody else has to decide."""

    status, code = 403, "own_proposal"


class OwnBehalf(DomainError):
    """Nobody proposes or decides what they gain by themselves."""

    status, code = 403, "own_behalf"


class NotEntitled(DomainError):
    """Your decisions do not count yet, or no longer; a new administrator's do after a while."""

    status, code = 403, "decision_does_not_count"


class ProposerGone(DomainError):
    """Who proposed this may not do so any more; somebody else has to propose it anew."""

    status, code = 409, "proposer_gone"
