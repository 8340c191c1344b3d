"""郵便番号から住所 (DATA-26)."""

import pytest

from ccus.foundation.postcodes import Place, address_of


def test_a_postal_code_leads_to_its_town() -> None:
    assert address_of("1000001") == (Place("13", "千代田区千代田"),)


def test_the_postal_code_of_an_office_leads_to_its_street() -> None:
    assert address_of("1008111") == (Place("13", "千代田区千代田", "1-1"),)


def test_a_postal_code_of_two_prefectures_offers_both() -> None:
    assert [place.prefecture for place in address_of("4980000")] == ["23", "24"]


@pytest.mark.parametrize("postcode", ["9999999", "", "abc"])
def test_a_postal_code_that_the_list_does_not_know_offers_nothing(postcode: str) -> None:
    assert address_of(postcode) == ()
