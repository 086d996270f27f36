"""Whose fact it is: by tag, as introduced, as the book knows it, or as the sentence names it."""

from dataclasses import replace

from parsing import cities, customers, firms, likely_names, masks, newcomers, people, phones, script, strangers
from parsing.customers import Meant
from parsing.firms import Firm
from parsing.hearing import Circumstances, Heard, with_names, with_people
from parsing.masks import Place
from parsing.newcomers import Newcomer
from parsing.patterns import pattern
from parsing.people import Person
from parsing.segments import Ruled

NOTHING = pattern(r"""
    [\s\x00,，.。?？!！:：]|['’]s\b|\b(?:with|to|at|on|the|a|is|was|again|for|his|her|my|now|just|and|i|we)\b
""")
ENGLISH_HONOUR = pattern(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Madam|Sir)\b", cased=True)
SHORT, FEW_WORDS, MORE_WORDS = 12, 350, 100
"""Letters of a text of which nothing but a name is understood, and what its name has to weigh, in hundredths."""
AS_SURE = 0.02
"""Customers that a tag's words mean this nearly as surely as the first are all possible."""


def meant(heard: Heard, intent: str, given: Circumstances) -> Meant:
    """The customer: by tag, as introduced, as the book knows it, or as the sentence names it."""
    if heard.tags.customer:
        return _tagged(heard, given)
    if intent == "new_customer":
        newcomer = newcomers.introduced(heard.text, with_names(heard))
        return _new(newcomer) if newcomer else _stranger(heard)
    persons = tuple(
        replace(one, words=heard.text[one.start : one.end].strip()) for one in people.find(with_people(heard))
    )
    known = customers.meant(heard.spots, persons, heard.text, given.book)
    if known.words and known.sure and not _of_stranger(heard, known):
        return known if known.contact else replace(known, contact=_person(heard.text, heard.masked))
    stranger = _stranger(heard)
    return stranger if stranger.words != known.words or (stranger.contact and not known.words) else known


def _of_stranger(heard: Heard, known: Meant) -> bool:
    """A person known from elsewhere who is said to be at a company that no book knows: 天成机械的李工."""
    if known.contact != known.words:
        return False
    company = strangers.mentioned(heard.text, heard.masked[: known.start] if known.start > 0 else "")
    return company is not None and heard.plain[company.end : known.start] in ("", "的", " ")


def _tagged(heard: Heard, given: Circumstances) -> Meant:
    place = heard.tags.customer
    assert place is not None
    words = heard.text[place.start : place.end]
    spot = next((spot for spot in heard.spots if spot.start <= place.start < spot.end), None)
    if spot:
        fuzzy = customers.spelt_otherwise(spot, heard.spots)
        return Meant(words, tuple(spot.ids), None, place.start, place.end, fuzzy=fuzzy)
    candidates = given.book.find(words)
    best = [one for one in candidates if one.certainty >= candidates[0].certainty - AS_SURE]
    fuzzy = any(one.how in customers.SPELT_OTHERWISE for one in best)
    return Meant(words, tuple(one.id for one in best), None, place.start, place.end, fuzzy=fuzzy)


def _new(newcomer: Newcomer) -> Meant:
    return Meant(newcomer.name, (), newcomer.contact, newcomer.start, newcomer.end)


def _stranger(heard: Heard) -> Meant:
    """Nobody the book knows: the likeliest name of a customer, and a person beside it."""
    titled = _titled_person(heard.masked)
    if titled and _alone(heard, titled):
        return Meant(contact=titled.words)
    place = _likely(heard)
    if place is None:
        return Meant()
    name = heard.text[place.start : place.end].strip()
    contact = _person(heard.text, masks.mask(with_people(heard), [place])) or _titled(name)
    return Meant(name, (), contact, place.start, place.end)


def _likely(heard: Heard) -> Place | None:
    """Where the likeliest name of a customer stands; by the rules with its owner beside it, or where a ware is due."""
    firm = strangers.mentioned(heard.text, heard.masked)
    if firm and firm.owned:
        return Place(firm.start, firm.end)
    ruled = _ruled(firm, heard.masked)
    place = likely_names.customer(heard.masked, ruled, _least(heard))
    if place and (_bare(place, heard) or (ruled and _better(ruled, place, heard))):
        start = heard.masked.find(ruled.words) if ruled else -1
        return Place(start, start + len(ruled.words)) if ruled and start >= 0 else None
    return place


def _least(heard: Heard) -> int:
    """How much a name has to outweigh there being none: where nothing is told of it, it may be no customer's."""
    if heard.verbs or heard.sums or heard.days or heard.phones:
        return 0
    return FEW_WORDS if len(heard.text.strip()) <= SHORT else MORE_WORDS


def _bare(place: Place, heard: Heard) -> bool:
    """Whether a text is nothing but this name."""
    return not (heard.masked[: place.start] + heard.masked[place.end :]).strip(" ,，.。!！?？\n")


def _better(ruled: Ruled, place: Place, heard: Heard) -> bool:
    """Whether the rules know better: where a ware is due, and where a name goes on in capitals: Pierside|Cold."""
    if firms.SOLD.search(heard.masked, max(0, place.start - 16), place.start):
        return True
    name = heard.masked[place.start : place.end] + " "
    return ruled.words.startswith(name) and all(word.istitle() for word in ruled.words.removeprefix(name).split())


def ruled_customer(text: str, masked: str) -> Ruled | None:
    """What the rules take for a customer's name: a firm where a sentence expects one, else somebody by title."""
    return _ruled(strangers.mentioned(text, masked), masked)


def _ruled(firm: Firm | None, masked: str) -> Ruled | None:
    if firm:
        return Ruled(script.fold(firm.words), "Latin firm" if firm.words.isascii() else "firm")
    titled = _titled_person(masked)
    return Ruled(titled.words, "titled") if titled else None


def ruled_person(masked: str) -> Ruled | None:
    """What the rules take for the person there: who is called the contact, else who was met, else the first."""
    found = people.find(masked)
    surest = min(found, key=lambda one: people.SUREST.index(one.how), default=None)
    return Ruled(surest.words, surest.how) if surest else None


def _titled_person(masked: str) -> Person | None:
    return next((one for one in people.find(masked) if people.is_titled(one.words)), None)


def _person(text: str, masked: str) -> str | None:
    """The likeliest person in a text whose customer is masked."""
    place = likely_names.person(masked, ruled_person(masked))
    return text[place.start : place.end].strip() if place else None


def _alone(heard: Heard, person: Person) -> bool:
    """A bare Mr Chen, one who was only met or whose number is told: somebody at a customer, which one isn't said."""
    told = masks.mask(heard.masked, [person, *heard.verbs, *phones.labels(heard.masked, heard.phones)])
    return people.HONORIFIC.fullmatch(person.words) is not None and not NOTHING.sub("", told)


def _titled(name: str) -> str | None:
    """Of a stranger 王总 is somebody's contact; Mrs Khan is the customer herself."""
    return name if people.is_titled(name) and not ENGLISH_HONOUR.match(name) else None


def city(heard: Heard, intent: str) -> str | None:
    """Where the customer is, when the text says so; of a new one also what stands beside its name."""
    if intent == "new_customer":
        newcomer = newcomers.introduced(heard.text, with_names(heard))
        return newcomer.city if newcomer else cities.find(heard.masked)
    return cities.find(heard.masked)
