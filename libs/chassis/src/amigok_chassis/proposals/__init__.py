"""Four eyes: what one person proposes takes effect only when another person approves it."""

from amigok_chassis.proposals.kinds import Kind
from amigok_chassis.proposals.schemas import ProposalOut
from amigok_chassis.proposals.service import as_it_is, propose

__all__ = ["Kind", "ProposalOut", "as_it_is", "propose"]
