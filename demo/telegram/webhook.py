"""Updates sent to the bot's own address instead of being fetched: one by one, again until it says 200."""

import asyncio
import logging
import re
from urllib.parse import urlsplit

import aiohttp

from demo.telegram.asked import Asked
from demo.telegram.plain import Plain, given
from demo.telegram.refusals import bad, conflict
from demo.telegram.telegram import Telegram

log = logging.getLogger(__name__)
SECRET = re.compile("[A-Za-z0-9_-]{0,256}")
PATIENCE = 10.0
PAUSE = 0.2


def set_webhook(tg: Telegram, asked: Asked) -> bool:
    """setWebhook; an empty address takes it away. Plain http is fine here, the network being one machine."""
    address, secret = asked.text("url"), asked.text("secret_token")
    if address and urlsplit(address).scheme not in {"http", "https"}:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    tg.updates.allow(asked)
    return keep(tg, {"url": address, "secret": secret} if address else {}, asked)


def delete_webhook(tg: Telegram, asked: Asked) -> bool:
    """deleteWebhook."""
    return keep(tg, {}, asked)


def keep(tg: Telegram, webhook: Plain, asked: Asked) -> bool:
    """Remember the address, and drop what waits if asked to."""
    if asked.flag("drop_pending_updates"):
        tg.updates.clear()
    tg.webhook = webhook
    tg.shelf.put("number", "webhook", webhook)
    tg.updates.wake(conflict("terminated by setWebhook request") if webhook else None)
    return True


def shown(tg: Telegram, asked: Asked) -> Plain:
    """getWebhookInfo."""
    told = {"url": tg.webhook.get("url", ""), "has_custom_certificate": False}
    counted = {"pending_update_count": len(tg.updates.pending)}
    late = {"last_error_date": tg.webhook.get("failed_at"), "last_error_message": tg.webhook.get("failed")}
    return {**told, **counted, **given(**late, allowed_updates=tg.updates.allowed)}


async def deliver(tg: Telegram) -> None:
    """Send what waits for as long as there is an address; runs until it is cancelled."""
    something = asyncio.Event()
    tg.updates.woken.append(something.set)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session:
        while True:
            await something.wait()
            something.clear()
            while tg.webhook and tg.updates.pending:
                await deliver_one(tg, session)


async def deliver_one(tg: Telegram, session: aiohttp.ClientSession) -> None:
    """The oldest update: confirmed if the bot says 200, else tried again after a pause."""
    webhook, (number, body, _) = tg.webhook, tg.updates.pending[0]
    headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": webhook["secret"]}
    try:
        async with session.post(webhook["url"], data=body, headers=headers) as answer:
            failed = "" if answer.ok else f"Wrong response from the webhook: {answer.status} {answer.reason}"
    except (aiohttp.ClientError, TimeoutError) as error:
        failed = f"Connection failed: {type(error).__name__}"
    if failed:
        webhook |= {"failed": failed, "failed_at": tg.clock.stamp()}
        await asyncio.sleep(PAUSE)
    else:
        tg.updates.confirm(number + 1)
