"""The words for which Hong Kong has others than Taiwan: the templates are the same, read with these."""

import re

WORDS = {
    "寫紀錄": "寫跟進",
    "傳了 LINE": "發了 WhatsApp",
    "傳 LINE": "發 WhatsApp",
    "改傳 LINE": "改發 WhatsApp",
    "LINE": "WhatsApp",
    "沒聯絡上": "聯絡不上",
    "沉睡": "沉默",
    "業務": "銷售",
    "重複客戶": "撞單",
    "客訴": "投訴",
}
ANY = re.compile("|".join(map(re.escape, WORDS)))


def worded(template: str) -> str:
    """A template of Taiwan's with Hong Kong's words."""
    return ANY.sub(lambda found: WORDS[found[0]], template)
