"""The Bot API as it is: a method by name, plain parameters, a plain result or python-telegram-bot's exceptions."""

import asyncio
from typing import Any

from telegram import InputFile
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

OFFICIAL = "https://api.telegram.org"


class Telegram:
    """One bot at one Bot API server. Never log it whole: the token is in every address it calls."""

    def __init__(self, request: BaseRequest, token: str, base_url: str = OFFICIAL) -> None:
        """`base_url` is the server's root, without the token."""
        self._request = request
        self._methods = f"{base_url.rstrip('/')}/bot{token}/"
        self._files = f"{base_url.rstrip('/')}/file/bot{token}/"
        self.answered_at = float("-inf")
        """Machine time of the last call that Telegram answered with a yes."""

    def __repr__(self) -> str:
        return "<Telegram>"

    async def open(self) -> None:
        """Make ready to call."""
        await self._request.initialize()

    async def close(self) -> None:
        """Close all connections."""
        await self._request.shutdown()

    async def call(self, method: str, *, seconds: float | None = None, **parameters: Any) -> Any:
        """The result of one method; None parameters are left out. `seconds`: how long to wait for the answer."""
        asked = RequestData([_parameter(name, value) for name, value in parameters.items() if value is not None])
        patience = BaseRequest.DEFAULT_NONE if seconds is None else seconds
        result = await self._request.post(self._methods + method, asked, read_timeout=patience)
        self.answered_at = asyncio.get_running_loop().time()
        return result

    async def download(self, file_id: str) -> bytes:
        """The bytes of a file that somebody sent; at most 20 MB by Telegram's own limit."""
        found = await self.call("getFile", file_id=file_id)
        return await self._request.retrieve(self._files + found["file_path"])


def _parameter(name: str, value: Any) -> RequestParameter:
    """A file is uploaded; anything else travels as plain JSON."""
    if isinstance(value, InputFile):
        return RequestParameter.from_input(name, value)
    return RequestParameter(name, value, None)
