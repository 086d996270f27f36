"""What every table shares: the declarative root, and the column kinds that carry a promise.

Every text column says whether it holds something about a person (`personal`) or not (`plain`); a test
fails for a text column that is neither, so that erase, export and masking can be derived from the models.
"""

from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """A moment in time: aware in Python, UTC in the database."""

    impl = DateTime
    cache_ok = True
    python_type = datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment, store the rest as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give it back aware."""
        return None if value is None else value.replace(tzinfo=UTC)


class Phone(TypeDecorator[str]):
    """A phone number in E.164. One column kind for all of them, so that encryption has one place to come to."""

    impl = String(20)
    cache_ok = True


class Row(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Instant, dict[str, Any]: JSON, list[Any]: JSON}


def personal(kind: Any = Text, **options: Any) -> Any:
    """A column that says something about a person: erased, exported and masked with them."""
    return mapped_column(kind, info={"personal": True}, **options)


def plain(kind: Any = None, **options: Any) -> Any:
    """A text column that says nothing about anybody."""
    return mapped_column(kind or String(60), info={"personal": False}, **options)


Key = Annotated[int, mapped_column(primary_key=True)]
"""A row's own number."""

TelegramId = Annotated[int, mapped_column(BigInteger)]
"""An id given by Telegram: needs more than 32 bits."""
