"""The languages that Huifang speaks: simplified Chinese, traditional Chinese of Taiwan and of Hong Kong, English."""

SPOKEN = ("zh", "zh_tw", "zh_hk", "en")
TRADITIONAL = "zh_hant"
"""What somebody asks for who only says "traditional": where they are decides whose words it is."""
HONG_KONG = ("Asia/Hong_Kong", "Asia/Macau", "Asia/Macao")
PLACES = {"hk": "zh_hk", "mo": "zh_hk", "tw": "zh_tw", "hant": TRADITIONAL, "cht": TRADITIONAL}


def tongue(language: str) -> str:
    """zh or en: what the company's own words are kept in."""
    return "zh" if language.startswith("zh") else "en"


IN_TURN = {
    "zh": ("zh", "zh_hk", "zh_tw", "en"),
    "zh_tw": ("zh_tw", "zh_hk", "zh", "en"),
    "zh_hk": ("zh_hk", "zh_tw", "zh", "en"),
    "en": ("en", "zh", "zh_hk", "zh_tw"),
}
"""In whose words something is said to a reader: their own, else the nearest that there are."""


def own_word(names: object, language: str) -> str:
    """What the company calls something (an entry with `zh`, `en` and perhaps more) in a reader's language."""
    found = (getattr(names, each, None) for each in IN_TURN[language])
    return next((word for word in found if word), "")


def all_words(names: object) -> tuple[str, ...]:
    """Everything that the company calls something, in whatever language."""
    found = (getattr(names, each, None) for each in SPOKEN)
    return tuple(dict.fromkeys(word for word in found if word))


def chosen(language: str, zone: str) -> str:
    """A language that is spoken, for somebody in this time zone. KeyError: it isn't spoken."""
    if language == TRADITIONAL:
        return "zh_hk" if zone in HONG_KONG else "zh_tw"
    return {spoken: spoken for spoken in SPOKEN}[language]


def offered(language: str, zone: str, among: tuple[str, ...]) -> str | None:
    """What somebody who asks for a language gets of those that are offered; None: nothing like it. KeyError: it isn't
    spoken at all."""
    wanted = chosen(language, zone)
    near = [each for each in among if wanted.startswith("zh_") and each.startswith("zh_")]
    return wanted if wanted in among else next(iter(near), None)


def nearest(language: str, among: tuple[str, ...]) -> str:
    """Of the languages that are offered this one, else one of the same tongue, else the first."""
    same = [each for each in among if tongue(each) == tongue(language)]
    return language if language in among else next(iter((*same, *among)))


def of_phone(code: str, zone: str) -> str:
    """How to speak to a phone that is set to a language (IETF tag: zh-hans, zh-TW, de); else Chinese."""
    language, *parts = code.lower().replace("_", "-").split("-")
    if language not in ("zh", ""):
        return "en"
    places = [] if "hans" in parts else [PLACES[part] for part in reversed(parts) if part in PLACES]
    return chosen(places[0], zone) if places else "zh"
