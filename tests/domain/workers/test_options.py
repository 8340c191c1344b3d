"""選択肢 (DATA-27, DATA-30): what the lists of a worker's blocks offer, and what codes are called."""

from collections import Counter

import pytest

from ccus.domain.workers.options import NAMES, codes, label, options

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", sorted(NAMES))
def test_no_list_offers_two_entries_that_look_the_same(name: str) -> None:
    seen = Counter((option.group, option.label) for option in options(name))
    assert [entry for entry, times in seen.items() if times > 1] == []
    assert len(codes(name)) == len(options(name))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_entry_is_called_by_its_label(name: str) -> None:
    assert all(label(name, option.value) == option.label for option in options(name))


def test_a_group_of_trades_comes_after_its_parts() -> None:
    rebar = [(o.value, o.label) for o in options("trade") if o.group == "鉄筋工"]
    assert rebar == [("10-01", "鉄筋工"), ("10-00", "その他の鉄筋工")]


def test_a_group_without_parts_is_a_trade_itself() -> None:
    assert [o.label for o in options("trade") if o.group == "造園工"] == ["造園工"]


def test_core_workers_are_in_a_list_of_their_own() -> None:
    assert not codes("core_qualification") & codes("qualification")
    assert label("core_qualification", "C0011") == "登録鉄筋基幹技能者"


def test_qualifications_stand_below_their_kinds_in_the_order_of_the_work_record() -> None:
    groups = list(dict.fromkeys(option.group for option in options("qualification")))
    assert groups == ["技能士", "免許資格", "技能講習", "特別教育", "その他安全衛生資格"]


def test_who_joined_an_insurance_is_not_offered_to_be_exempt() -> None:
    assert [o.label for o in options("pension_insurance")] == ["厚生年金", "国民年金", "受給者"]
    assert label("health_insurance", "health_exempt") == "適用除外"


def test_japan_comes_first_among_the_countries() -> None:
    assert (options("country")[0].value, options("prefecture")[12].label) == ("JP", "東京都")


def test_a_code_that_a_list_does_not_know_is_shown_as_it_is() -> None:
    assert label("country", "QQ") == "QQ"


def test_a_list_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        options("shoe_size")
