"""One city under its names."""

from lookup import same_city


def test_a_city_has_the_same_customers_under_each_of_its_names() -> None:
    assert set(same_city("Shanghai")) == set(same_city("上海")) == {"上海", "Shanghai"}
    assert set(same_city("hong kong")) == {"hong kong", "香港", "Hong Kong", "Hongkong"}


def test_a_city_without_another_name_is_itself() -> None:
    assert same_city("Jurong") == ("Jurong",)
