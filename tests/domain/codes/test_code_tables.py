"""コード表 (REG-09, SITE-09): what every migrated database holds."""

from datetime import date, datetime

import pytest
from django.db import ProgrammingError
from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.codes import reading
from ccus.domain.codes.models import InsuranceKind, Position, Trade
from ccus.domain.codes.policies import DaysClosed, require_open_days
from ccus.domain.codes.rules import first_open_day
from ccus.domain.codes.terms import InsuranceBranch, PositionCode
from ccus.domain.work_history.rules import day_number, deadline, start_of
from ccus.foundation.clock import JST


@pytest.mark.django_db
def test_the_fifty_two_trade_groups_stand_in_their_official_order() -> None:
    groups = Trade.objects.filter(group=None).order_by("code")
    assert [trade.code for trade in groups] == [f"{number:02d}-00" for number in range(1, 53)]
    assert (groups[0].label, groups[9].label, groups[51].label) == (
        "特殊作業員",
        "鉄筋工",
        "その他（施工）",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "label", "group"),
    [
        ("09-17", "その他電気設備", "電工"),
        ("34-07", "大工（ツーバイフォー工法）", "大工"),
        ("52-43", "仮設電気工", "その他（施工）"),
    ],
)
def test_a_sub_trade_belongs_to_its_group(code: str, label: str, group: str) -> None:
    trade = Trade.objects.select_related("group").get(code=code)
    assert trade.label == label
    assert trade.group is not None
    assert trade.group.label == group
    assert trade.pk == int(code.replace("-", ""))


@pytest.mark.django_db
def test_the_positions_that_count_for_levels_are_known_by_name() -> None:
    labels = dict(Position.objects.values_list("code", "label"))
    assert [labels[code] for code in PositionCode] == ["一般", "職長", "班長"]


@pytest.mark.django_db
def test_insurance_kinds_are_those_of_the_roster_form() -> None:
    kinds = InsuranceKind.objects.filter(branch=InsuranceBranch.HEALTH).order_by("id")
    assert [kind.label for kind in kinds] == [
        "健康保険組合",
        "協会けんぽ",
        "建設国保",
        "国民健康保険",
        "適用除外",
    ]


@pytest.mark.django_db
def test_the_application_adds_no_code_of_its_own() -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        Trade.objects.create(id=9901, code="99-01", label="新しい職種")


def test_the_data_files_repeat_no_code() -> None:
    for table in (reading.trades(1), reading.positions(1), reading.insurance_kinds(1)):
        codes = [row["code"] for row in table]
        assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 20), date(2026, 10, 1)),
        (date(2026, 1, 1), date(2025, 12, 1)),
        (date(2024, 3, 31), date(2024, 2, 1)),
    ],
)
def test_days_stay_open_until_the_end_of_the_month_after(today: date, first: date) -> None:
    assert first_open_day(today) == first


@given(st.dates(date(2019, 4, 1), date(2060, 1, 1)), st.dates(date(2019, 4, 1), date(2060, 1, 1)))
def test_a_day_is_open_exactly_while_its_deadline_has_not_passed(work_on: date, today: date) -> None:
    is_open = start_of(day_number(today)) < deadline(day_number(work_on))
    assert (work_on >= first_open_day(today)) == is_open


def test_the_refusal_names_the_first_day_that_is_open() -> None:
    at = datetime(2026, 12, 1, 0, 0, tzinfo=JST)
    with pytest.raises(DaysClosed) as refused:
        require_open_days(date(2026, 10, 31), at=at, label="名簿から外れる日", field="until_on")
    assert refused.value.sentence == (
        "名簿から外れる日（2026年10月31日）は、締切を過ぎた日です。"
        "2026年11月1日以降の日にしてください。それより前の日は、変更できません。"
    )
