"""Where and in whose name this deployment speaks."""

from dataclasses import dataclass, field

from amigok_chassis.context import Context
from identity.passkeys.relying_party import RelyingParty
from identity.settings import Settings


@dataclass(frozen=True)
class Site:
    """What use cases need to know of the context: its secret key, its names, its public address."""

    secret: bytes = field(repr=False)
    issuer: str
    public_url: str
    relying_party: RelyingParty
    second_factor_required: bool
    """Of administrators."""

    @classmethod
    def of(cls, context: Context) -> "Site":
        """As the settings say."""
        return cls(
            secret=context.db.data_key,
            issuer=context.config.token_issuer,
            public_url=context.config.public_url,
            relying_party=RelyingParty.of(context.settings(Settings), context.config.public_url),
            second_factor_required=context.config.require_second_factor,
        )
