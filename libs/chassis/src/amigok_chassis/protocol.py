"""uvicorn's HTTP protocol, with problem+json for requests that it refuses itself."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from amigok_chassis.errors import problem


class Protocol(HttpToolsProtocol):
    """What cannot be read as a request never reaches the app: no path, no id, no log line of its own."""

    def send_400_response(self, msg: str) -> None:
        response = problem(
            status=400, code="malformed_request", title="This is not a request of HTTP/1.1.", detail=msg, instance=""
        )
        lines = [
            b"HTTP/1.1 400 Bad Request",
            *(b": ".join(each) for each in response.raw_headers),
            b"connection: close",
        ]
        self.transport.write(b"\r\n".join([*lines, b"", bytes(response.body)]))
        self.transport.close()
