"""Understanding: a message becomes what it says, fact by fact."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from parsing import (
    channels,
    cities,
    clauses,
    complaints,
    customers,
    deeds,
    facts,
    feelings,
    gist,
    intents,
    leanings,
    masks,
    money,
    needs,
    phones,
    products,
    promises,
    queries,
    repeated,
    roles,
    rounds,
    script,
    tense,
    wares,
    whose,
)
from parsing.customers import Meant
from parsing.days import Setting
from parsing.hearing import Circumstances, Heard, hear, within
from parsing.leanings import Leaning
from parsing.money import Money
from parsing.roles import Roles
from parsing.said import Book, Moment, Said, SpotLike
from parsing.verbs import Verb

LONGEST = 4096
"""Letters of a message: Telegram sends no more."""

READ = 800
"""Letters that are understood; the rest is kept with the last fact."""


def understand(
    text: str,
    *,
    heard: datetime,
    book: Book,
    currency: str = "CNY",
    region: str = "CN",
    catalogue: Sequence[str] = (),
) -> tuple[Said, ...]:
    """Everything a message says, at least one fact.

    `heard` is when it was written, aware, in the speaker's own zone; `book` the customers they may mean; `currency`
    the company's (for ¥, $ and 元); `region` the speaker's country, for phones and for the order of numbers in dates;
    `catalogue` the names of the company's products. Nothing is raised for any text.
    """
    read = text[:READ].rstrip()
    *others, last = _told(read, Circumstances(heard, book, currency, region, tuple(catalogue)))
    return (*others, last.but(text=(last.text + text[len(read) : LONGEST]).rstrip()))


def _told(text: str, given: Circumstances) -> tuple[Said, ...]:
    """The facts of what is read of a message."""
    plain = script.fold(text)
    asked = queries.plain(plain)
    if asked:
        return (_query(text, asked),)
    spots = customers.seen(text, plain, given.book)
    parts = facts.split(masks.mask(plain, customers.masking(spots)), spots)
    kept = rounds.hidden(plain, parts, spots)
    seen = tuple(spot for spot in spots if kept[spot.start] != masks.BLANK)
    told: list[tuple[Said, ...]] = []
    for start, end in parts:
        told.append(_facts(text[start:end], kept[start:end], start, seen, given))
        if (day := _coming(told[-1], given)) != given.day:
            given = replace(given, day=day)
    return tuple(rounds.shared(plain, parts, spots, told))


def _coming(told: Sequence[Said], given: Circumstances) -> date | None:
    """The coming day that a part spoke of, else the one before it did."""
    days = [said.followup.on for said in told if said.followup and said.followup.on > given.heard.date()]
    return days[-1] if days else given.day


def _facts(text: str, plain: str, offset: int, spots: Sequence[SpotLike], given: Circumstances) -> tuple[Said, ...]:
    """One part of a message: one fact, or the same for each customer that it enumerates."""
    inside = within(spots, offset, len(text))
    said = _said(text, plain, inside, given)
    others = facts.listed(plain, inside) if not said.amounts and said.intent != "query" else ()
    if not others or said.customer_ids != tuple(others[0].ids):
        return (said,)
    return (said, *(_same_of(said, one, inside) for one in others[1:]))


def _same_of(said: Said, one: SpotLike, spots: Sequence[SpotLike]) -> Said:
    """The same fact about another customer of an enumeration."""
    fuzzy = customers.spelt_otherwise(one, spots)
    meant = Meant(one.words, tuple(one.ids), None, one.start, one.end, one.certainty >= customers.LIKELY, fuzzy)
    others = tuple(doubt for doubt in said.doubts if not doubt.endswith("_customer"))
    contact = one.words if one.how == "contact" else None
    return said.but(customer=meant.words, customer_ids=meant.ids, contact=contact, doubts=(*_whose(meant), *others))


def _query(text: str, asked: queries.Query) -> Said:
    return Said(text, "query", query=asked.kind, tier=asked.tier, status=asked.status, city=asked.city, days=asked.days)


def _said(text: str, plain: str, spots: tuple[SpotLike, ...], given: Circumstances) -> Said:
    """One fact, from its words and the names seen in it."""
    heard = hear(text, plain, spots, given)
    ruled = intents.of(heard.plain, heard.masked, heard.verbs, heard.sums)
    leaning = leanings.weighed(leanings.pieces(heard, ruled))
    intent = heard.tags.intent or _kind(heard, ruled, leaning)
    meant = whose.meant(heard, intent, given)
    if _only_a_name(heard, meant):
        return Said(text.strip(), "query", meant.words, meant.ids, query="card", doubts=_doubts(meant, (), ()))
    if intent == "query":
        return _question(heard, meant)
    return _record(heard, intent, meant, given, leaning)


def _kind(heard: Heard, ruled: str, leaning: Leaning) -> str:
    """The kind that the words lean to, where there are enough of them; a complaint's end belongs to it in any case."""
    if len(heard.plain.strip()) < leanings.FEWEST:
        return ruled
    if ruled == "purchase" and heard.sums and "purchase" not in intents.barred(*_told_of(heard)):
        return ruled
    if complaints.solved(heard.plain) and not intents.asks(heard.plain, heard.masked):
        return "complaint"
    in_vain = {"complaint", "purchase"} - {ruled} if not channels.answered(heard.plain) else set()
    return leanings.intent(leaning, intents.barred(*_told_of(heard)) | in_vain)


def _told_of(heard: Heard) -> tuple[str, str, Sequence[Verb], Sequence[Money]]:
    return heard.plain, heard.masked, heard.verbs, heard.sums


def _only_a_name(heard: Heard, meant: Meant) -> bool:
    rest = heard.masked.replace(masks.BLANK, "").strip(" ,，。.?？!！")
    if meant.ids and deeds.find(heard.text, heard.masked):
        return True
    return bool(meant.ids) and not rest and not (heard.sums or heard.days or heard.phones or heard.tags.places)


def _question(heard: Heard, meant: Meant) -> Said:
    asked = queries.asked(heard.plain, bool(meant.words))
    sums = tuple(dict.fromkeys(one.value for one in heard.sums))
    return Said(
        heard.text.strip(), "query", meant.words, meant.ids, meant.contact,
        amount=sums[0] if sums else None, amounts=sums, query=asked.kind, tier=asked.tier, status=asked.status,
        days=asked.days, city=cities.find(heard.masked), product=wares.find(heard.masked),
        doubts=_doubts(meant, (), ()),
    )  # fmt: skip


def _record(heard: Heard, intent: str, meant: Meant, given: Circumstances, leaning: Leaning) -> Said:
    setting = Setting(given.heard, given.region)
    dated = roles.assign(heard.days, heard.masked, intent, setting)
    if intent in ("visit", "call") and not heard.tags.intent and _is_still_ahead(dated, heard, setting):
        intent = "note"
    followup = _tag_day(heard) or dated.followup
    said = Said(
        heard.text.strip(), intent, meant.words, meant.ids, meant.contact, event=dated.event, followup=followup,
        phone=_phone(heard), phone_changed=phones.changed(heard.plain, heard.phones), city=whose.city(heard, intent),
        solved=intent == "complaint" and complaints.solved(heard.plain),
        doubts=_doubts(meant, heard.sums, dated.doubts),
    )  # fmt: skip
    said = _with_money(said, heard)
    said = _with_thing(said, heard, given)
    said = _with_mood(said, heard, leaning)
    return _with_gist(said, heard, dated)


def _is_still_ahead(dated: Roles, heard: Heard, setting: Setting) -> bool:
    """A touch of today of which nothing more is told is one to come: 今天上午给王总打电话, said at ten; so is
    what comes again and again: 每周一给王总打电话."""
    if not dated.event and repeated.routine(heard.masked):
        return not tense.past(heard.masked)
    coming, alone = dated.followup, len(clauses.split(heard.masked)) == 1
    return bool(coming and coming.on == setting.today and not dated.event and alone) and not tense.past(heard.masked)


def _tag_day(heard: Heard) -> Moment | None:
    place = heard.tags.day
    day = next((day for day in heard.days if place and place.start <= day.start < place.end), None)
    return Moment(day.ahead, day.at) if day and day.ahead else None


def _with_money(said: Said, heard: Heard) -> Said:
    main = next((one for one in heard.sums if one.start == heard.tags.money), None) or money.main(heard.sums)
    if main is None:
        return said
    role = _role(main, said, heard)
    value = -main.value if role == "refund" and said.intent == "purchase" else main.value
    named = main.currency or next((one.currency for one in heard.sums if one.currency), None)
    return said.but(amount=value, currency=named, amounts=tuple(one.value for one in heard.sums), amount_role=role)


def _role(main: Money, said: Said, heard: Heard) -> str | None:
    """What the main figure is for: of what was bought the deal, of what was only paid back the refund."""
    if main.role not in ("total", None) or (main.role is None and said.intent != "purchase"):
        return main.role
    done = {verb.kind for verb in heard.verbs if verb.happened}
    return "refund" if "refund" in done and "purchase" not in done else "deal"


def _with_thing(said: Said, heard: Heard, given: Circumstances) -> Said:
    masked = heard.masked if said.customer_ids else masks.without(heard.masked, (said.customer, said.contact))
    product = products.find(heard.plain, masked, given.catalogue)
    if product is None:
        return said
    place = heard.plain.find(product.words)
    words = product.words if product.known or place < 0 else heard.text[place : place + len(product.words)]
    total = said.amount * product.quantity if said.amount and product.quantity and _of_one(said) else None
    return said.but(product=words, product_known=product.known, quantity=product.quantity, total=total)


def _of_one(said: Said) -> bool:
    """Whether something was bought of which only the price of one piece is known."""
    return said.intent == "purchase" and said.amount_role == "price" and len(said.amounts) == 1


def _with_mood(said: Said, heard: Heard, leaning: Leaning) -> Said:
    return said.but(
        channel=heard.tags.channel or channels.of(heard.masked, said.intent, heard.verbs),
        answered=channels.answered(heard.plain),
        sentiment=_feeling(said, heard, leaning),
        level=feelings.level(heard.plain),
        satisfaction=feelings.satisfaction(heard.plain),
        potential=feelings.potential(heard.plain),
        need=needs.find(heard.text, heard.masked),
    )


def _feeling(said: Said, heard: Heard, leaning: Leaning) -> str:
    """What the words lean to; the rules know best of a new name, of an end, and of somebody who was not reached."""
    felt = feelings.sentiment(heard.plain, _felt(said))
    given_back = said.amount_role == "refund"
    if said.intent == "new_customer" or said.solved or given_back or not channels.answered(heard.plain):
        return felt
    return leanings.sentiment(leaning, said.intent, felt)


def _felt(said: Said) -> str:
    """What tells the feeling beside the words: a solved complaint and a refund tell none."""
    refunded = said.intent == "purchase" and said.amount_role == "refund"
    return "note" if said.solved or refunded else said.intent


def _with_gist(said: Said, heard: Heard, dated: Roles) -> Said:
    words, role = promises.find(heard.text, heard.masked, dated.coming)
    by = role.followup if role and role.followup != said.followup else None
    summary = gist.summary(heard.text, _nameless(heard, said), dated.coming, words)
    return said.but(promise=words, promise_by=by, summary=summary)


def _nameless(heard: Heard, said: Said) -> str:
    """The masked text without the names that no book knows."""
    masked = masks.mask(heard.masked, phones.labels(heard.masked, heard.phones))
    masked = masks.unmask(masked, heard.plain, [one for one in heard.sums if one.value != abs(said.amount or 0)])
    place = said.city if said.intent == "new_customer" else None
    return masks.without(masked, (said.customer, said.contact, place))


def _phone(heard: Heard) -> str | None:
    """The number; of two the one called new."""
    if len(heard.phones) > 1:
        new = [
            phone
            for phone in heard.phones
            if "新" in heard.plain[max(0, phone.start - 4) : phone.start]
            or "new" in heard.plain[max(0, phone.start - 12) : phone.start].lower()
        ]
        return (new or heard.phones)[0].number
    return heard.phones[0].number if heard.phones else None


def _doubts(meant: Meant, sums: Sequence[Money], dated: Sequence[str]) -> tuple[str, ...]:
    amount = ("which_amount",) if money.undecided(sums) else ()
    return (*_whose(meant), *amount, *dated)


def _whose(meant: Meant) -> tuple[str, ...]:
    which = ("which_customer",) if len(meant.ids) > 1 or (meant.ids and not meant.sure) else ()
    return (*which, "fuzzy_customer") if meant.fuzzy and meant.ids else which
