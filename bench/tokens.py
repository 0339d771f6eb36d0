"""Access tokens as identity would issue them, signed with a key of the bench's own, and its JWKS over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from uuid import UUID

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

from amigok_chassis import auth, clock
from amigok_chassis.ids import new_id

_key = ec.generate_private_key(ec.SECP256R1())
_algorithm = jwt.algorithms.ECAlgorithm(jwt.algorithms.ECAlgorithm.SHA256)


def token(user_id: UUID, role: str = "investor") -> str:
    """An access token that outlasts the run."""
    now = clock.now()
    claims = {
        "iss": "amigok",
        "aud": auth.AUDIENCE,
        "sub": str(user_id),
        "sid": str(new_id()),
        "role": role,
        "iat": now,
        "exp": now + timedelta(hours=2),
    }
    return jwt.encode(claims, _key, algorithm="ES256", headers={"kid": "bench", "typ": auth.TOKEN_TYPE})


class _Jwks(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        public = {**_algorithm.to_jwk(_key.public_key(), as_dict=True), "kid": "bench", "alg": "ES256", "use": "sig"}
        body = json.dumps({"keys": [public]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def served(port: int) -> Iterator[None]:
    """Stands in for identity: its key set at `/.well-known/jwks.json` of this port."""
    with ThreadingHTTPServer(("127.0.0.1", port), _Jwks) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield
        server.shutdown()
        thread.join()
