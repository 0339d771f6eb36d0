"""The certificate that signs the double's webhooks: for PayPal's name, issued by our own authority.

`authority.pem` is that authority's certificate, for services that are to trust the double.
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

HOST = "messageverificationcerts.paypal.com"
AUTHORITY = (Path(__file__).parent / "authority.pem").read_text()

KEY = ec.derive_private_key(int.from_bytes(sha256(b"the authority of PayPal's double").digest()[:31]), ec.SECP256R1())
"""The authority's key. It is no secret: only users of the double trust it."""


def issued(key: rsa.RSAPrivateKey, *, host: str = HOST, by: ec.EllipticCurvePrivateKey = KEY) -> bytes:
    """Issues a certificate for `host` with this key, in PEM."""
    now, authority = datetime.now(UTC), x509.load_pem_x509_certificate(AUTHORITY.encode())
    builder = x509.CertificateBuilder(
        issuer_name=authority.subject,
        subject_name=x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]),
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=now - timedelta(days=1),
        not_valid_after=now + timedelta(days=30),
    )
    extensions: list[x509.ExtensionType] = [
        x509.SubjectAlternativeName([x509.DNSName(host)]),
        x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]),
        x509.AuthorityKeyIdentifier.from_issuer_public_key(KEY.public_key()),
    ]
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(by, SHA256()).public_bytes(Encoding.PEM)
