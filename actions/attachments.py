"""Photos, files, voice notes, places and contacts: kept at once, given to a record when it is known which."""

from dataclasses import dataclass

from storage import customers, journal
from storage.models import Attachment, Customer, Doing
from storage.scope import visible

from .records import Keeping
from .refusals import CustomerUnknown, DontUnderstandField, OldCard


@dataclass(frozen=True)
class AttachmentKept:
    """A file or place belongs to a customer's record."""

    doing: int
    kind: str
    customer: int
    name: str


@dataclass(frozen=True)
class ContactAdded:
    """Somebody new at a customer."""

    doing: int
    customer: int
    name: str
    contact: str
    phone: str


def keep(keeping: Keeping, kind: str, file_id: str | None, place: tuple[float, float] | None, caption: str) -> int:
    """Keep it before anything else is known; the number of its doing."""
    doing = _begin(keeping, "attachment", None)
    row = Attachment(doing_id=doing.id, author_id=keeping.who.id, kind=kind, file_id=file_id)
    row.latitude, row.longitude = place or (None, None)
    row.caption, row.recorded_at = caption or None, keeping.now
    keeping.db.add(row)
    keeping.db.flush()
    return doing.id


def assign(keeping: Keeping, kept: int, record: int) -> AttachmentKept:
    """What was kept belongs to this record."""
    doing, recorded = keeping.db.get_one(Doing, kept), keeping.db.get(Doing, record)
    if recorded is None or recorded.person_id != keeping.who.id or recorded.customer_id is None or recorded.undone_at:
        raise OldCard
    return give(keeping, doing, recorded.customer_id, recorded.id)


def give(keeping: Keeping, doing: Doing, customer_id: int, record: int | None = None) -> AttachmentKept:
    """What was kept belongs to this customer, and to one of its records where that is known."""
    customer = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    journal.resume(keeping.db, doing)
    doing.customer_id = customer.id
    row = attachment(keeping, doing)
    row.customer_id, row.record_id = customer.id, record
    keeping.db.flush()
    return AttachmentKept(doing.id, row.kind, customer.id, customer.name)


def attachment(keeping: Keeping, doing: Doing) -> Attachment:
    """What a doing kept."""
    found = customers.attachment_of(keeping.db, doing.id)
    if found is None:
        raise OldCard
    return found


def add_contact(keeping: Keeping, customer_id: int, name: str, phone: str) -> ContactAdded:
    """Somebody new at a customer, from a shared contact."""
    customer: Customer | None = visible(keeping.db, keeping.scope, customer_id)
    if customer is None:
        raise CustomerUnknown
    doing = _begin(keeping, "contact", customer.id)
    customers.add_contact(keeping.db, customer.id, name, phone, keeping.now)
    return ContactAdded(doing.id, customer.id, customer.name, name, phone)


def e164(written: str, country: str) -> str:
    """A phone number as Telegram shares it, in E.164."""
    import phonenumbers

    try:
        number = phonenumbers.parse(written if written.startswith("+") else f"+{written}", None)
        if not phonenumbers.is_possible_number(number):
            number = phonenumbers.parse(written, country[:2])
    except phonenumbers.NumberParseException:
        raise DontUnderstandField("phone", written) from None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _begin(keeping: Keeping, what: str, customer_id: int | None) -> Doing:
    doing = Doing(person_id=keeping.who.id, chat_id=keeping.who.telegram_id, what=what, customer_id=customer_id)
    doing.done_at, doing.understood = keeping.now, {}
    return journal.begin(keeping.db, doing)
