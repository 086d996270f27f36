"""Greetings, thanks and nods tell of nobody."""

import pytest

from parsing import smalltalk
from tests.parsing.saying import one

GREETINGS = [
    "你好", "您好！", "hi", "Hello there", "good morning", "早", "早上好", "在吗？", "hey bot", "👋", "晚安", "你們好",
    "Hi, how are you?",
    "早上好，辛苦了",
]  # fmt: skip
THANKS = [
    "谢谢", "谢谢你！", "多謝", "thanks", "Thank you so much!", "thx", "好的", "收到", "ok", "OK 👍", "👍",
    "👍🏻", "🙏🙏",
    "嗯嗯", "哈哈哈",
    "got it, thanks", "好的，谢谢", "知道了", "辛苦了", "no problem", "haha", "明白", "perfect", "great job",
]  # fmt: skip
NEITHER = [
    "", "   ", "海岳", "谢谢海岳王总", "好的，周五见海岳", "ok for 5000",
    "hi Meadow called", "thanks to Mr Wong we closed it",
    "5万", "👎",
    "明天见王总", "可以签了", "good meeting", "行业展会", "今天",
    "不行", "不好", "help", "。", "good price", "早点去海岳", "not ok",
]  # fmt: skip


@pytest.mark.parametrize("text", GREETINGS)
def test_a_greeting(text: str) -> None:
    assert smalltalk(text) == "greeting"


@pytest.mark.parametrize("text", THANKS)
def test_thanks_and_nods(text: str) -> None:
    assert smalltalk(text) == "thanks"


@pytest.mark.parametrize("text", NEITHER)
def test_what_tells_something_is_no_small_talk(text: str) -> None:
    assert smalltalk(text) is None


@pytest.mark.parametrize("text", ["你好", "thanks", "👍"])
def test_small_talk_is_a_note_about_nobody(text: str) -> None:
    said = one(text)
    assert (said.intent, said.customer, said.customer_ids, said.contact) == ("note", None, (), None)
