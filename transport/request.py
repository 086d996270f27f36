"""The HTTP client: python-telegram-bot's request interface over aiohttp, at a fraction of the usual CPU.

Most of what an answered message costs is the outgoing request, so this file does little and does it once. Failures
become two kinds: `NotSent` can be repeated without doubling anything, `OutcomeUnknown` can not.
"""

import json
from functools import lru_cache
from typing import Any, NoReturn

import aiohttp
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
KEEP_ALIVE_SECONDS = 30.0
"""Shorter than a server's own patience, so that a message is seldom written into a connection being closed."""

JSON = {"Content-Type": "application/json"}
DEFAULT = BaseRequest.DEFAULT_NONE


class NotSent(NetworkError):
    """The request never reached Telegram: saying it again doubles nothing."""


class OutcomeUnknown(TimedOut):
    """The request left and no answer came back: Telegram may have done it or not."""


class AiohttpRequest(BaseRequest):
    """Requests over one aiohttp session. `proxy`: an `http://` URL to go through, with credentials if it wants any."""

    __slots__ = ("_proxy", "_read_seconds", "_session")

    def __init__(self, *, proxy: str | None = None, read_seconds: float = READ_SECONDS) -> None:
        self._proxy = proxy
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer when the caller names none."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the session; doing it twice is once."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEP_ALIVE_SECONDS)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), headers={"User-Agent": "huifang"}
            )

    async def shutdown(self) -> None:
        """Close the session and its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = DEFAULT,
        write_timeout: ODVInput[float] = DEFAULT,
        connect_timeout: ODVInput[float] = DEFAULT,
        pool_timeout: ODVInput[float] = DEFAULT,
    ) -> tuple[int, bytes]:
        """Status code and body; raises NotSent or OutcomeUnknown. Nothing waits for a pool, writing has no clock."""
        if self._session is None:
            raise NotSent("the connection to Telegram is closed")
        timeout = _timeout(_seconds(connect_timeout, CONNECT_SECONDS), _seconds(read_timeout, self._read_seconds))
        body, headers = _body(request_data)
        try:
            answer = await self._session.request(
                method, _url(url), data=body, headers=headers, timeout=timeout, proxy=self._proxy, allow_redirects=False
            )
            return answer.status, await answer.read()
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            _translate(error)


def _translate(error: Exception) -> NoReturn:
    """Say what is known about a failed request; the original names the URL, thus the token, and is dropped."""
    never_left = (
        aiohttp.ClientConnectorError,
        aiohttp.ConnectionTimeoutError,
        aiohttp.ClientHttpProxyError,
        aiohttp.InvalidURL,
    )
    kind = NotSent if isinstance(error, never_left) else OutcomeUnknown
    raise kind(f"{type(error).__name__}: {getattr(error, 'strerror', None) or 'no answer'}") from None


def _body(data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    if data is None:
        return None, None
    if data.contains_files:
        return _multipart(data), None
    return json.dumps(data.parameters).encode(), JSON


def _multipart(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _seconds(asked: ODVInput[float], otherwise: float) -> float | None:
    return otherwise if asked is DEFAULT else asked  # type: ignore[return-value]


@lru_cache(maxsize=64)
def _timeout(connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read)


@lru_cache(maxsize=256)
def _url(url: str) -> URL:
    return URL(url, encoded=True)
