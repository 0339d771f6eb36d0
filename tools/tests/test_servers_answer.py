"""Whether a server answers, asked as `amigok status` and a start ask it."""

import os
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from amigok.servers.external import redis_answers
from amigok_chassis import clock
from amigok_chassis.patience import PATIENCE

REDIS = urlsplit(os.environ.get("AMIGOK_TEST_REDIS_URL", ""))


class Tunnel(socketserver.BaseRequestHandler):
    """Hands what one client says to Redis, and back."""

    def handle(self) -> None:
        with socket.create_connection((REDIS.hostname or "", REDIS.port or 6379)) as redis:
            redis.sendall(self.request.recv(4096))
            redis.shutdown(socket.SHUT_WR)
            while answer := redis.recv(4096):
                self.request.sendall(answer)


class Tls(socketserver.ThreadingTCPServer):
    """The end of TLS in front of Redis."""

    daemon_threads = True

    def __init__(self, certificate: Path) -> None:
        super().__init__(("127.0.0.1", 0), Tunnel)
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)

    def get_request(self) -> tuple[Any, Any]:
        link, client = super().get_request()
        return self._context.wrap_socket(link, server_side=True), client


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificate of 127.0.0.1 by itself, with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), clock.now()
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Redis of a test")])
    made = x509.CertificateBuilder(
        issuer_name=name,
        subject_name=name,
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=now - timedelta(days=1),
        not_valid_after=now + timedelta(days=1),
        extensions=[
            x509.Extension(
                x509.SubjectAlternativeName.oid,
                critical=False,
                value=x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]),
            )
        ],
    ).sign(key, hashes.SHA256())
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path_factory.mktemp("tls") / "redis.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def address(certificate: Path) -> Iterator[str]:
    """The host and port of Redis behind TLS."""
    with Tls(certificate) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join(PATIENCE)


def test_a_redis_answers(address: str) -> None:
    assert redis_answers(REDIS.geturl())
    assert not redis_answers(f"redis://{address}")


def test_a_redis_behind_tls_answers_who_trusts_its_certificate(
    address: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert redis_answers(f"rediss://:{REDIS.password}@{address}/0")


def test_a_redis_behind_tls_does_not_answer_a_wrong_password(
    address: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert not redis_answers(f"rediss://:wrong@{address}/0")


def test_a_redis_behind_tls_with_a_certificate_of_nobodys_is_not_asked(address: str) -> None:
    assert not redis_answers(f"rediss://:{REDIS.password}@{address}/0")
