"""The relying party of WebAuthn: the site that passkeys belong to. Only this file knows the library.

Every passkey verifies its user (by a PIN or a fingerprint), so it is two factors in one.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import webauthn
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import base64url_to_bytes, parse_client_data_json
from webauthn.helpers.cose import COSEAlgorithmIdentifier
from webauthn.helpers.options_to_json_dict import options_to_json_dict
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from identity.passkeys.errors import InvalidPasskey
from identity.passkeys.models import CHALLENGE_LIFETIME, LONGEST_KEY, Passkey
from identity.settings import Settings

NAME = "Amigok"
TIMEOUT_MS = int(CHALLENGE_LIFETIME.total_seconds() * 1000)
ALGORITHMS = [
    COSEAlgorithmIdentifier.EDDSA,
    COSEAlgorithmIdentifier.ECDSA_SHA_256,
    COSEAlgorithmIdentifier.RSASSA_PKCS1_v1_5_SHA_256,
]

Options = dict[str, Any]
"""What a browser needs, in the JSON of WebAuthn level 3."""


@dataclass(frozen=True)
class RelyingParty:
    """The domain that passkeys are bound to, and the origins of the pages that may ask for them."""

    id: str
    origins: tuple[str, ...]

    @classmethod
    def of(cls, settings: Settings, public_url: str) -> "RelyingParty":
        """Taken from the settings, or else from the public URL's host and origin."""
        url = urlsplit(public_url)
        origins = tuple(origin.strip() for origin in settings.rp_origins.split(",") if origin.strip())
        return cls(settings.rp_id or url.hostname or "", origins or (f"{url.scheme}://{url.netloc}",))

    def creation_options(self, *, challenge: bytes, user_id: UUID, name: str, known: list[Passkey]) -> Options:
        """For `navigator.credentials.create()`: a discoverable passkey, on a device that has none of the known ones."""
        return options_to_json_dict(
            webauthn.generate_registration_options(
                rp_id=self.id,
                rp_name=NAME,
                user_id=user_id.bytes,
                user_name=name,
                challenge=challenge,
                timeout=TIMEOUT_MS,
                exclude_credentials=_descriptors(known),
                supported_pub_key_algs=ALGORITHMS,
                authenticator_selection=AuthenticatorSelectionCriteria(
                    resident_key=ResidentKeyRequirement.REQUIRED,
                    require_resident_key=True,
                    user_verification=UserVerificationRequirement.REQUIRED,
                ),
            )
        )

    def request_options(self, *, challenge: bytes, known: list[Passkey]) -> Options:
        """For `navigator.credentials.get()`: one of the known passkeys, or any that the device has for this site."""
        return options_to_json_dict(
            webauthn.generate_authentication_options(
                rp_id=self.id,
                challenge=challenge,
                timeout=TIMEOUT_MS,
                allow_credentials=_descriptors(known),
                user_verification=UserVerificationRequirement.REQUIRED,
            )
        )

    def registered(self, credential: dict[str, Any], *, challenge: bytes) -> VerifiedRegistration:
        """The passkey that a device has made. Raises InvalidPasskey."""
        try:
            made = webauthn.verify_registration_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=self.id,
                expected_origin=list(self.origins),
                require_user_verification=True,
                supported_pub_key_algs=ALGORITHMS,
            )
        except Exception as error:  # besides its own errors, the library lets errors of parsing through
            raise InvalidPasskey from error
        if len(made.credential_public_key) > LONGEST_KEY:
            raise InvalidPasskey
        return made

    def asserted(self, credential: dict[str, Any], *, challenge: bytes, passkey: Passkey) -> VerifiedAuthentication:
        """The verified signature of a device. If it counts, its count must have grown. Raises InvalidPasskey."""
        try:
            return webauthn.verify_authentication_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=self.id,
                expected_origin=list(self.origins),
                credential_public_key=passkey.public_key,
                credential_current_sign_count=passkey.sign_count,
                require_user_verification=True,
            )
        except Exception as error:  # as above
            raise InvalidPasskey from error


def challenge_of(client_data: str) -> bytes:
    """The challenge that a device claims to answer. Raises InvalidPasskey."""
    try:
        return parse_client_data_json(base64url_to_bytes(client_data)).challenge
    except Exception as error:  # as above
        raise InvalidPasskey from error


def decoded(value: str) -> bytes:
    """The bytes of base64url. Raises InvalidPasskey."""
    try:
        return base64url_to_bytes(value)
    except ValueError as error:
        raise InvalidPasskey from error


def _descriptors(passkeys: list[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(
            id=each.credential_id, transports=[AuthenticatorTransport(name) for name in each.transports]
        )
        for each in passkeys
    ]
