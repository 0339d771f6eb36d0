"""Where and in whose name this deployment speaks."""

from dataclasses import dataclass, field

from amigok_chassis.runtime import Runtime
from identity.passkeys.relying_party import RelyingParty


@dataclass(frozen=True)
class Site:
    """What use cases need to know of the process: its secret key, its names, its public address."""

    secret: bytes = field(repr=False)
    issuer: str
    public_url: str
    relying_party: RelyingParty
    second_factor_required: bool
    """Of administrators."""

    @classmethod
    def of(cls, process: Runtime) -> "Site":
        """As the settings say."""
        return cls(
            secret=process.db.data_key,
            issuer=process.settings.token_issuer,
            public_url=process.settings.public_url,
            relying_party=RelyingParty.of(process.own, process.settings.public_url),
            second_factor_required=process.settings.require_second_factor,
        )
