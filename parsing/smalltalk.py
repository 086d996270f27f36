"""Small talk: what is only a greeting, thanks or a nod, and tells of nobody."""

from parsing import script
from parsing.patterns import pattern

GREETING = pattern(r"""
    你们?好|您好|大家好|哈[喽啰罗]|嗨|嘿|喂|在吗|在不在|在么|有人吗|(?:早上|上午|中午|下午|晚上|新年)好|[早晚午]安
    |早啊?|再见|拜拜|(?:明天|回头|下周)见|周末愉快|(?:节日|新年|圣诞|生日)快乐|新春快乐|恭喜发财|\b(?:hi|hello|hey
    |hiya|howdy|yo|good(?: ?(?:morning|afternoon|evening|night|day))|morning|evening|afternoon|bye(?: ?bye)?|goodbye
    |see you|see ya|how are you|how do you do|what'?s up|nice to meet you|are you (?:there|awake)|you there
    |happy new year|have a (?:nice|good|great|lovely) (?:day|weekend|evening|one)|greetings)\b|👋
""")
THANKS = pattern(r"""
    谢谢(?:你们?|您|啦|了|哈|大家)?|多谢|感谢|谢[了啦]?|辛苦[了啦]?|好[的嘞滴吧啊呀]|行[吧啊]?|可以|收到|知道[了啦]
    |明白了?|了解了?|懂[了啦]|没事|没问题|不客气|唔该晒?|多得|嗯|哦|噢|喔|呵|哈|嘻|棒|赞|厉害|ok的?|\b(?:ok(?:ay|ey)?
    |kk?|thank (?:you|u)|thanks?|thx|ty|tks|cheers|much appreciated|got it|great|perfect|nice|cool|awesome|good|sure
    |all ?right|will do|noted|understood|fine|np|no (?:problem|worries)|lol|(?:ha)+|you'?re welcome|welcome|well done
    |brilliant|excellent|super|wonderful)\b|[👍👌🙏❤💪😊😀😄😁🙂😉😍👏🎉✅🤝💯🔥🌹]
""")
FILLER = pattern(r"""
    你|您|了|啊|呀|哦|吗|哈|啦|呢|吧|小助手|机器人|回访|\b(?:there|bot|huifang|mate|a lot|(?:so |very )much|again
    |doing|for (?:that|now|your help)|team|all|everyone|everybody|tomorrow|later|today|my|friend|job|to you|and|it)\b
    |(?!\h)\W|\ufe0f|\u200d|[\U0001f3fb-\U0001f3ff]
""")
"""What stands between such words and says nothing either."""

LONGEST = 40
"""Letters; nobody greets at greater length."""


def smalltalk(text: str) -> str | None:
    """greeting, or thanks (also a nod: ok, 收到, 👍); null for words that may tell something."""
    plain = script.fold(text).strip()
    if not plain or len(plain) > LONGEST:
        return None
    greets, thanks = GREETING.search(plain) is not None, THANKS.search(plain) is not None
    rest = FILLER.sub("", THANKS.sub(" ", GREETING.sub(" ", plain)))
    return None if rest or not (greets or thanks) else ("greeting" if greets else "thanks")
