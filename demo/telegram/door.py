"""Who may look at the phones: the holder of the key, from this machine, by this address."""

import secrets
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, urlsplit

from aiohttp import web

from demo.telegram.refusals import Refused

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "SAMEORIGIN",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'",
}
"""Said with everything that a browser gets."""


@dataclass
class Door:
    """The key, and the hosts under which this server is known."""

    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    hosts: set[str] = field(default_factory=set)
    cookie: str = "k"

    def stands_at(self, port: int) -> None:
        """The port that the server got; cookies don't know ports, so their name has it."""
        self.hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        self.cookie = f"k{port}"

    def check(self, request: web.BaseRequest) -> None:
        """403 for whoever may not come in."""
        self.check_place(request)
        if not secrets.compare_digest(self.shown_key(request).encode(), self.key.encode()):
            raise Refused(403, "Forbidden: open the address with its key, as it was printed")

    def check_place(self, request: web.BaseRequest) -> None:
        """403 for another site's page, or a name that only pretends to be this machine."""
        if request.headers.get("Host", "") not in self.hosts:
            raise Refused(403, "Forbidden: unknown host")
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc not in self.hosts:
            raise Refused(403, "Forbidden: foreign origin")

    def shown_key(self, request: web.BaseRequest) -> str:
        """The key that came with the request: in a header, the address or the cookie."""
        if header := request.headers.get("X-Key"):
            return header
        if asked := parse_qs(request.raw_path.partition("?")[2]).get("k"):
            return asked[0]
        cookie = SimpleCookie(request.headers.get("Cookie", "")).get(self.cookie)
        return cookie.value if cookie else ""

    def remember(self, answer: web.StreamResponse) -> None:
        """Let the browser bring the key by itself from now on."""
        answer.set_cookie(self.cookie, self.key, httponly=True, samesite="Strict", path="/")
