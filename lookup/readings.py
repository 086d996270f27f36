"""How Chinese characters sound, toneless and as loosely as people type them."""

import re
from functools import cache, lru_cache
from itertools import islice, product
from pathlib import Path

from lookup.surnames import COMPOUND, SURNAMES
from lookup.writing import is_han

OTHERS = {
    "长": "chang", "行": "hang", "乐": "yue", "重": "chong", "朝": "zhao", "都": "du", "会": "kuai", "盛": "cheng",
    "藏": "zang", "传": "zhuan", "还": "huan", "降": "xiang", "了": "liao", "率": "shuai", "没": "mo", "系": "ji",
    "厦": "xia", "校": "jiao", "薄": "bo", "柏": "bo", "省": "xing", "晟": "sheng", "茜": "xi",
    "莞": "wan", "蚌": "beng", "泊": "bo", "阿": "e", "调": "tiao", "参": "shen",
    "单": "shan", "曾": "zeng", "解": "xie", "翟": "zhai", "区": "ou", "朴": "piao", "查": "zha", "仇": "qiu",
    "尉": "yu", "盖": "ge", "覃": "qin", "洗": "xian", "车": "ju", "谷": "yu", "贾": "gu", "夏": "jia",
}  # fmt: skip
"""A second reading that names really use, beside the usual one of the table."""

MOST_READINGS = 4
LOOSE = re.compile(r"([zcs])h|n(g)|v|lyu|nyu")


@cache
def table() -> dict[str, str]:
    """Character to its usual toneless syllable."""
    lines = Path(__file__).with_name("readings.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {character: syllable for syllable, characters in rows for character in characters}


@lru_cache(maxsize=4096)
def loose(pinyin: str) -> str:
    """Pinyin as careless fingers type it: zh and z, ch and c, sh and s, -ng and -n, v and u are one."""
    return LOOSE.sub(_loosened, pinyin)


def _loosened(found: re.Match[str]) -> str:
    """One careless spelling instead of the careful one."""
    if found[1]:
        return found[1]
    return "n" if found[2] else {"v": "u", "lyu": "lu", "nyu": "nu"}[found[0]]


def syllable(word: str) -> str:
    """How one character usually sounds; a Latin word sounds as it is written."""
    return table().get(word, word)


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """How one character or Latin word sounds to careless fingers."""
    return loose(syllable(word))


def readings(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Every way a name may be read, the likeliest first, at most four: 长安 is chang an and zhang an.

    A name that may be a person's is read as one first: 曾勇 is zeng yong, not ceng yong.
    """
    ways = [_ways(word, at, words) for at, word in enumerate(words)]
    return list(islice(product(*ways), MOST_READINGS))


def _ways(word: str, at: int, words: tuple[str, ...]) -> list[str]:
    """The readings of the word at this place of a name, a surname's own reading before the usual one."""
    family = _family_reading(words) if at < 2 else ()
    ways = [*family[at : at + 1], syllable(word), *([OTHERS[word]] if word in OTHERS else [])]
    return list(dict.fromkeys(ways))


@lru_cache(maxsize=2048)
def _family(one: str, two: str) -> tuple[str, ...]:
    """How a surname at the head of a name is read, a syllable each; nothing when it is no surname."""
    if one + two in COMPOUND:
        return COMPOUND[one + two]
    return (SURNAMES[one],) if one in SURNAMES else ()


def _family_reading(words: tuple[str, ...]) -> tuple[str, ...]:
    """How the surname is read, if this is short enough to be a person's name."""
    return _family(words[0], words[1] if len(words) > 1 else "") if len(words) <= 4 else ()


def pinyin(words: tuple[str, ...]) -> str:
    """The likeliest pinyin of a name, run together: 王建国 is wangjianguo."""
    return "".join(readings(words)[0]) if words else ""


def initials(words: tuple[str, ...]) -> str:
    """First letters of the syllables and words: 王建国 is wjg, Tan Ah Kow is tak."""
    return "".join(way[0] for way in readings(words)[0]) if words else ""


def has_han(words: tuple[str, ...]) -> bool:
    """Whether a Chinese character is among these words."""
    return any(is_han(word) for word in words)
