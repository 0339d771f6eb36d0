"""What is refused about proposals, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ProposalNotFound(NotFound):
    """There is no such proposal."""

    code = "proposal_not_found"


class ProposalClosed(DomainError):
    """The proposal was decided, withdrawn or has expired."""

    status, code = 409, "proposal_closed"


class OwnProposal(DomainError):
    """You proposed this yourself: somebody else has to decide."""

    status, code = 403, "own_proposal"


class OwnBehalf(DomainError):
    """You cannot propose or decide what benefits yourself."""

    status, code = 403, "own_behalf"


class NotEntitled(DomainError):
    """Your decisions do not count yet, or no longer. Those of a new administrator count after a while."""

    status, code = 403, "decision_does_not_count"


class ProposerGone(DomainError):
    """Whoever proposed this no longer may. Somebody else has to propose it again."""

    status, code = 409, "proposer_gone"
