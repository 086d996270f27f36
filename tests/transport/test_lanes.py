"""Which message leaves next."""

from storage.models import Outbox
from tests.transport.rows import row
from transport.gates import Gates, Limits
from transport.lanes import Lanes


def lanes(**limits: int) -> Lanes:
    """Empty lanes with gates."""
    return Lanes(Gates(Limits(**limits)))


def taken(lanes: Lanes, now: float = 0.0) -> list[Outbox]:
    """Everything that may leave now, one after the other, each arriving at once."""
    left = []
    while (row := lanes.take(now)) is not None:
        left.append(row)
        lanes.free(row.chat_id, now)
    return left


def test_a_chat_waits_for_its_message_on_the_way_and_others_do_not() -> None:
    waiting = lanes()
    first, second, other = row(1), row(1), row(2)
    for one in (first, second, other):
        waiting.put(one, 0.0)
    assert [waiting.take(0.0), waiting.take(0.0), waiting.take(0.0)] == [first, other, None]
    waiting.free(1, 0.0)
    assert waiting.take(0.0) is second


def test_replies_leave_before_pushes_of_the_same_and_of_other_chats() -> None:
    waiting = lanes()
    rows = [row(1, "push"), row(2, "push"), row(1), row(3)]
    for one in rows:
        waiting.put(one, 0.0)
    left = taken(waiting)
    assert left[:2] == [rows[2], rows[3]]
    assert sorted(one.chat_id for one in left[2:]) == [1, 2]


def test_what_comes_back_stays_the_first_of_its_chat() -> None:
    waiting = lanes()
    first, second = row(1), row(1)
    waiting.put(first, 0.0)
    waiting.put(second, 0.0)
    assert waiting.take(0.0) is first
    waiting.put_back(first, 1, now=0.0, seconds=4.0)
    assert waiting.take(3.9) is None
    assert waiting.opens_at() == 4.0
    assert taken(waiting, 4.0) == [first, second]


def test_a_chat_that_had_its_share_waits_and_opens_again() -> None:
    gates = Gates(Limits(burst=1))
    waiting = Lanes(gates)
    gates.take(1, 0.0, new=True)
    waiting.put(row(1), 0.0)
    assert waiting.take(0.0) is None
    opens = waiting.opens_at()
    assert opens is not None
    assert len(taken(waiting, opens)) == 1
    assert not waiting


def test_an_edit_does_not_wait_where_a_new_message_would() -> None:
    gates = Gates(Limits(burst=1))
    waiting = Lanes(gates)
    gates.take(1, 0.0, new=True)
    waiting.put(row(1, "edit", edits_message_id=9), 0.0)
    assert len(taken(waiting)) == 1


def test_a_moved_chat_keeps_its_order() -> None:
    waiting = lanes()
    first, second = row(-1), row(-1)
    waiting.put(first, 0.0)
    waiting.put(second, 0.0)
    assert waiting.take(0.0) is first
    first.chat_id = -1001
    waiting.put_back(first, -1, now=0.0)
    assert taken(waiting) == [first, second]
    assert second.chat_id == -1001


def test_an_edit_is_outdated_by_a_later_one_of_the_same_message_only() -> None:
    waiting = lanes()
    edits = [row(1, "edit", edits_message_id=number) for number in (9, 8, 9)]
    for one in edits:
        waiting.put(one, 0.0)
    assert waiting.take(0.0) is edits[0]
    assert waiting.outdates(edits[0])
    waiting.free(1, 0.0)
    assert waiting.take(0.0) is edits[1]
    assert not waiting.outdates(edits[1])
