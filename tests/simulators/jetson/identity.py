"""Who the device is: its serial, the key that it has made itself, and the secret that it was given for it."""

import base64
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.simulators.jetson import storing


class Identity:
    """Kept in the device's folder. The private key never leaves it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "identity.json"
        kept = storing.read(self._file) or {}
        self.serial: str = kept.get("serial", "")
        self.id: str = kept.get("id", "")
        self.secret: str = kept.get("secret", "")
        raw = kept.get("key")
        self.key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(raw)) if raw else Ed25519PrivateKey.generate()

    @property
    def is_registered(self) -> bool:
        return bool(self.secret)

    @property
    def public_key(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def begin(self, serial: str) -> None:
        """A new life under this serial. The key is stored before anybody is told of it."""
        self.serial, self.id, self.secret, self.key = serial, "", "", Ed25519PrivateKey.generate()
        self._keep()

    def receive(self, device_id: str, secret: str) -> None:
        self.id, self.secret = device_id, secret
        self._keep()

    def claim(self, claim_secret: str) -> dict[str, str]:
        """The request that registers the device: the signature proves that it has the key."""
        public = unpadded(self.public_key)
        lines = ("amigok device claim v1", self.serial, claim_secret, public)
        signature = unpadded(self.key.sign("\n".join(lines).encode()))
        return {
            "serial": self.serial,
            "claim_secret": claim_secret,
            "public_key": public,
            "signature": signature,
        }

    def _keep(self) -> None:
        key = self.key.private_bytes_raw().hex()
        storing.write(self._file, {"serial": self.serial, "id": self.id, "secret": self.secret, "key": key})


def unpadded(data: bytes) -> str:
    """base64url without the equals signs."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
