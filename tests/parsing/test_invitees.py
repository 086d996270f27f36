"""Who a message invites, as what."""

import pytest

from parsing.invitees import Invitee, invitees

SALES, MANAGER = ("salesperson",), ("manager",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("邀请 周航、许言 销售，林岚 主管", (("周航", SALES), ("许言", SALES), ("林岚", MANAGER))),
        ("invite Ben, Sam sales; Grace manager", (("Ben", SALES), ("Sam", SALES), ("Grace", MANAGER))),
        ("/invite Mary Ann Lee and Bob as sales", (("Mary Ann Lee", SALES), ("Bob", SALES))),
        ("邀请林岚做主管", (("林岚", MANAGER),)),
        ("邀请周航", (("周航", SALES),)),
        ("invite Grace: manager and sales", (("Grace", ("manager", "salesperson")),)),
        ("邀请", ()),
        ("invite", ()),
    ],
)
def test_people_and_roles_are_read_from_one_line(text: str, found: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    assert invitees(text) == tuple(Invitee(name, roles) for name, roles in found)


@pytest.mark.parametrize(
    "text",
    [
        "邀请王总吃饭",
        "邀请海岳食品王总周五参观工厂",
        "邀请函发给华星了",
        "invited Mr Wong to lunch",
        "拜访了华星",
        "invite the whole team to lunch on 3 May",
    ],
)
def test_inviting_a_customer_is_no_invitation(text: str) -> None:
    assert invitees(text) is None
