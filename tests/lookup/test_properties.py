"""What holds for every name and every text."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from lookup import CERTAIN, Book, Entry, brand, core, keys, normal, rank, shorter

HAN = st.text(st.sampled_from("华星海岳百禾乳业食品科技有限公司宁波上曾单长乐王总小贸易"), min_size=1, max_size=8)
LATIN = st.text(st.sampled_from("abcdehorstABC &'.-"), min_size=1, max_size=14)
NAMES = st.one_of(HAN, LATIN, st.text(max_size=12))
BOOKS = st.lists(NAMES, max_size=6).map(lambda names: [Entry(n, name) for n, name in enumerate(names)])


@given(NAMES)
def test_the_normal_spelling_is_its_own_normal_spelling(name: str) -> None:
    assert normal(normal(name)) == normal(name)


@given(NAMES)
def test_case_width_and_spaces_around_make_no_difference(name: str) -> None:
    assert normal(f"  {name}\t") == normal(name)


@given(NAMES)
def test_a_shorter_form_is_part_of_the_name(name: str) -> None:
    whole = normal(name).replace(" ", "")
    assert all(form.replace(" ", "") in whole for form in (core(name), brand(name), *shorter(name)))


@given(NAMES)
def test_a_name_with_a_word_in_it_has_a_core_and_keys(name: str) -> None:
    assert bool(normal(name)) == bool(core(name)) == bool(brand(name)) == bool(keys(name))


@given(NAMES)
def test_a_core_shares_a_key_with_its_name(name: str) -> None:
    assert not normal(name) or keys(core(name)) & keys(name)


@given(BOOKS, st.text(max_size=60))
def test_spots_lie_in_the_text_in_order_without_overlap(entries: list[Entry], text: str) -> None:
    spots = Book(entries).spot(text + "".join(entry.name for entry in entries))
    assert all(left.end <= right.start for left, right in itertools.pairwise(spots))
    assert all(0 < spot.certainty <= 1 and spot.ids and len(set(spot.ids)) == len(spot.ids) for spot in spots)


@given(BOOKS, st.text(max_size=60))
def test_a_spot_is_the_words_at_its_place(entries: list[Entry], text: str) -> None:
    whole = text + " ".join(entry.name for entry in entries)
    assert all(whole[spot.start : spot.end] == spot.words for spot in Book(entries).spot(whole))


@given(st.lists(HAN, min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_a_customer_is_the_first_answer_to_its_own_name(names: list[str], chance: random.Random) -> None:
    entries = [Entry(n, name) for n, name in enumerate(names)]
    sought = chance.choice(entries)
    best = Book(entries).find(sought.name)[0]
    assert normal(best.name) == normal(sought.name)
    assert best.certainty == 1


@given(st.lists(HAN, min_size=1, max_size=6), HAN)
def test_only_the_same_characters_are_certain(names: list[str], words: str) -> None:
    sure = [c for c in rank(words, [Entry(n, name) for n, name in enumerate(names)]) if c.certainty >= CERTAIN]
    assert all(set(normal(words)) & set(normal(candidate.name)) for candidate in sure)
