"""一覧 (DATA-30): lists whose order is the file's, with no entry twice."""

from collections import Counter

import pytest

from ccus.domain.codes import reading
from ccus.domain.codes.models import Country, QualificationType
from ccus.domain.codes.terms import QualificationKind

FILES = (
    "countries",
    "prefectures",
    "residence_statuses",
    "special_checks",
    "qualification_types",
    "deficiency_codes",
)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("what", ["code", "label"])
def test_no_list_says_the_same_thing_twice(file: str, what: str) -> None:
    seen = Counter(row[what] for row in reading.plain(file, 1))
    assert [text for text, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_entries_are_written_without_stray_spaces_and_half_width_brackets(file: str) -> None:
    labels = [row["label"] for row in reading.plain(file, 1)]
    assert [label for label in labels if label != label.strip() or "(" in label or not label] == []


def test_sub_trades_of_one_group_have_different_names() -> None:
    seen = Counter((row["group_id"], row["label"]) for row in reading.trades(1) if row["group_id"])
    assert set(seen.values()) == {1}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(QualificationKind))
def test_every_kind_of_qualification_has_a_place_for_one_that_is_not_listed(kind: QualificationKind) -> None:
    labels = QualificationType.objects.filter(kind=kind).order_by("place").values_list("label", flat=True)
    assert labels[len(labels) - 1].startswith("その他の")


@pytest.mark.django_db
def test_the_public_codes_of_qualifications_are_the_official_ones() -> None:
    named = dict(QualificationType.objects.values_list("code", "label"))
    public = {code: named[code] for code in ("00001", "31018", "31019", "31073", "31074", "91024", "92024")}
    assert public == {
        "00001": "登録電気工事基幹技能者",
        "31018": "第一種電気工事士免状",
        "31019": "第二種電気工事士免状",
        "31073": "第一種電気工事士試験合格",
        "31074": "認定電気工事従事者",
        "91024": "優秀施工者国土交通大臣顕彰（建設マスター）",
        "92024": "青年優秀施工者（建設ジュニアマスター）",
    }


def test_a_craft_lists_its_grades_from_the_highest() -> None:
    rows = reading.plain("qualification_types", 1)
    labels = [row["label"] for row in rows if row["label"].endswith("級とび技能士")]
    assert labels == ["一級とび技能士", "二級とび技能士", "三級とび技能士"]


@pytest.mark.django_db
def test_the_countries_most_workers_come_from_stand_first() -> None:
    first = Country.objects.order_by("place").values_list("label", flat=True)[:4]
    assert list(first) == ["日本", "ベトナム", "中国", "インドネシア"]
