"""Phone numbers, however they are written or spoken."""

import pytest

from tests.parsing.saying import day, one

PHONES = [
    ("海岳采购 139.4321.8765", "CN", "+8613943218765"),
    ("海岳客服 800-810-5566", "CN", "+868008105566"),
    ("何小姐 澳门 6632 1188", "CN", "+85366321188"),
    ("海岳总机 400-820-8820", "CN", "+864008208820"),
    ("海岳 021 6234 5678 转 801", "CN", "+862162345678"),
    ("海岳 13800138000", "CN", "+8613800138000"),
    ("海岳 138 0013 8000", "CN", "+8613800138000"),
    ("海岳 138-0013-8000", "CN", "+8613800138000"),
    ("电话：+86 186-5320-1234", "CN", "+8618653201234"),
    ("电话 0512-66668888", "CN", "+8651266668888"),
    ("座机(010)62345678", "CN", "+861062345678"),
    ("手机１３８００１３８０００", "CN", "+8613800138000"),
    ("电话一三八零零一三八零零零", "CN", "+8613800138000"),
    ("电话幺三八零零幺三八零零零", "CN", "+8613800138000"),
    ("Kevin +852 9123 4567", "CN", "+85291234567"),
    ("新客户 陈生 香港 9123 4567", "CN", "+85291234567"),
    ("Mr Wong 8123 4567", "SG", "+6581234567"),
    ("+1 415 555 2671", "CN", "+14155552671"),
    ("mobile (408) 555-0199", "CN", "+14085550199"),
    ("310-555-0142", "US", "+13105550142"),
    ("415.555.2671", "US", "+14155552671"),
    ("tel 020 7946 0958", "GB", "+442079460958"),
    ("tel +49 30 901820", "DE", "+4930901820"),
    ("0912 345 678", "TW", "+886912345678"),
    ("call nine one two three, four five six seven", "HK", "+85291234567"),
    ("num is eight one two three four five six seven", "SG", "+6581234567"),
    ("double eight one two three four five six", "SG", "+6588123456"),
    ("Mr Wong's mobile is 07700 900456.", "GB", "+447700900456"),
    ("Mr Wong 020 7946 0912 ext 4.", "GB", "+442079460912"),
    ("Zentrale 0171/ 2345678", "DE", "+491712345678"),
    ("Handy 0176 12 34 56 79.", "DE", "+4917612345679"),
    ("mobile 00 49 176 12345679", "CN", "+4917612345679"),
    ("mobile +49 176/ 12345679", "CN", "+4917612345679"),
    ("cell (415)6667712", "US", "+14156667712"),
    ("4156667712", "US", "+14156667712"),
    ("tel 011 44 20 7946 0912", "US", "+442079460912"),
    ("06-12345679", "NL", "+31612345679"),
    ("portable 06-44-44-44-45", "FR", "+33644444445"),
    ("(21)99713-3602", "BR", "+5521997133602"),
    ("tel 03-331 6006", "NZ", "+6433316006"),
    ("Mr Wong +65 8123 4567 10 sets", "CN", "+6581234567"),
]

BESIDE = [
    ("serial no 8123 4567", "SG"),
    ("invoice 2500 4711", "DE"),
    ("part 4012-8831-77", "DE"),
    ("order 1 250 000 EUR", "FR"),
    ("met 25/11/2026 14:00", "GB"),
    ("Blue Mill wants 12000-15000 units", "DE"),
    ("Blue Mill budget 1250000", "GB"),
    ("Blue Mill budget 1250000", "US"),
]
"""What other countries' numbers are not."""

NO_PHONES = (
    "订单号20261118",
    "2026-11-27 14:00",
    "海岳下单 1260000",
    "1,250.50 USD",
    "model 3000",
    "800*800",
    "2026年12月15日",
)


@pytest.mark.parametrize(("text", "region", "want"), PHONES)
def test_a_phone_number_is_kept_in_one_form(text: str, region: str, want: str) -> None:
    said = one(text, region=region)
    assert (said.phone, said.amounts, said.event, said.followup) == (want, (), None, None)


@pytest.mark.parametrize("text", NO_PHONES)
def test_other_numbers_are_no_phones(text: str) -> None:
    assert one(text).phone is None


@pytest.mark.parametrize(("text", "region"), BESIDE)
def test_a_sum_a_date_and_a_paper_are_no_phones(text: str, region: str) -> None:
    assert one(text, region=region).phone is None


def test_a_time_right_after_a_number_stays_a_time() -> None:
    said = one("call Mr Wong 8123 4567 10am Friday", region="SG")
    assert (said.phone, day(said.followup)) == ("+6581234567", "11-20 10:00")


def test_of_two_numbers_the_new_one_counts() -> None:
    assert one("王建军 13012345678 换号了 新号15987654321").phone == "+8615987654321"


@pytest.mark.parametrize(
    ("text", "contact", "number"),
    [
        ("钱老板电话改成13912345678", "钱老板", "+8613912345678"),
        ("Mr Chen's new number is 8123 4567", "Mr Chen", "+6581234567"),
        ("海岳王总换号了 13912345678", "王总", "+8613912345678"),
        ("海岳王总新手机13912345678", "王总", "+8613912345678"),
        ("Mr Wong changed his phone to 8123 4567", "Mr Wong", "+6581234567"),
        ("Mr Wong's mobile is now 8123 4567", "Mr Wong", "+6581234567"),
        ("update Mr Wong's phone number: 8123 4567", "Mr Wong", "+6581234567"),
    ],
)
def test_another_number_is_no_call(text: str, contact: str, number: str) -> None:
    said = one(text, region="SG")
    assert (said.intent, said.contact, said.phone, said.phone_changed) == ("note", contact, number, True)


@pytest.mark.parametrize(
    "text", ["海岳王总电话13912345678", "called Mr Wong on 8123 4567", "新客户 远帆物流 13912340000"]
)
def test_a_number_is_not_always_another(text: str) -> None:
    assert not one(text, region="SG").phone_changed
