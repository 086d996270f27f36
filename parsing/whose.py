"""Whose fact it is: by tag, as introduced, as the book knows it, or as the sentence names it."""

from collections.abc import Sequence
from dataclasses import replace

from parsing import cities, customers, firms, masks, newcomers, people, phones, strangers
from parsing.customers import Meant
from parsing.hearing import Circumstances, Heard, with_names, with_people
from parsing.newcomers import Newcomer
from parsing.patterns import pattern

NOTHING = pattern(r"""
    [\s\x00,，.。?？!！:：]|['’]s\b|\b(?:with|to|at|on|the|a|is|was|again|for|his|her|my|now|just|and|i|we)\b
""")
ENGLISH_HONOUR = pattern(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Madam|Sir)\b", cased=True)
AS_SURE = 0.02
"""Customers that a tag's words mean this nearly as surely as the first are all possible."""


def meant(heard: Heard, intent: str, given: Circumstances) -> Meant:
    """The customer: by tag, as introduced, as the book knows it, or as the sentence names it."""
    if heard.tags.customer:
        return _tagged(heard, given)
    if intent == "new_customer":
        return _new(newcomers.introduced(heard.text, with_names(heard)))
    persons = tuple(
        replace(one, words=heard.text[one.start : one.end].strip()) for one in people.find(with_people(heard))
    )
    known = customers.meant(heard.spots, persons, heard.text, given.book)
    if known.words and known.sure and not _of_stranger(heard, known):
        return known
    if intent == "query":
        firm = None if known.words else firms.latin(heard.masked)
        return Meant(heard.text[firm.start : firm.end], (), None, firm.start, firm.end) if firm else known
    stranger = _stranger(heard, persons)
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


def _new(newcomer: Newcomer | None) -> Meant:
    return Meant(newcomer.name, (), newcomer.contact, newcomer.start, newcomer.end) if newcomer else Meant()


def _stranger(heard: Heard, persons: Sequence[people.Person]) -> Meant:
    """Nobody the book knows: a company in the place of a name, and a person beside or instead of it."""
    titled = next((one for one in persons if people.is_titled(one.words)), None)
    if titled and _alone(heard, titled):
        return Meant(contact=titled.words)
    company = strangers.mentioned(heard.text, heard.masked)
    person = next((one for one in persons if not company or one.end <= company.start or one.start >= company.end), None)
    if company:
        contact = person.words if person else _titled(company.words)
        return Meant(company.words, (), contact, company.start, company.end)
    return Meant(titled.words, (), _titled(titled.words), titled.start, titled.end) if titled else Meant()


def _alone(heard: Heard, person: people.Person) -> bool:
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
