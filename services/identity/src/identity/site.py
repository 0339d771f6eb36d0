"""Where and in whose name this deployment speaks."""

from dataclasses import dataclass, field

from identity.passkeys.relying_party import RelyingParty


@dataclass(frozen=True)
class Site:
    """What use cases need to know of the process: its secret key, its names, its public address."""

    secret: bytes = field(repr=False)
    issuer: str
    public_url: str
    relying_party: RelyingParty
