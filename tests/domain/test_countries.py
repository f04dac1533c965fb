"""Where a company may be onboarded from."""

from domain.countries import EEA_COUNTRIES


def test_the_european_economic_area_has_thirty_states() -> None:
    assert len(EEA_COUNTRIES) == 30
    assert {"IS", "LI", "NO"} <= EEA_COUNTRIES.keys()


def test_greece_is_gr_and_states_outside_are_absent() -> None:
    assert EEA_COUNTRIES["GR"] == "Greece"
    assert not {"EL", "CH", "GB", "UK", "XI"} & EEA_COUNTRIES.keys()
