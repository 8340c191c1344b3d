"""列の見出し: the fields of a roster, and how files call them. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ccus.foundation.identifiers import digits_of, is_number
from ccus.foundation.japanese import half_width

LABELS = {
    "number": "技能者ID",
    "kana": "フリガナ",
    "trade": "職種",
    "position": "立場",
    "work_content": "作業内容",
    "hazards": "有害物質の取扱い",
    "special_checks": "特殊健康診断",
    "qualifications": "必要な保有資格",
    "from_on": "名簿の初日",
    "until_on": "名簿の末日",
    "entered_on": "入場年月日",
    "educated_on": "受入教育実施年月日",
}
"""Field → its label, in the order of pages and of the files that are written."""
_ALSO = {
    "number": "技能者番号 技能者コード キャリアアップID 建設キャリアアップシステムID CCUSID 技能者ID番号 ID",
    "kana": "ふりがな カナ 氏名フリガナ 氏名カナ 氏名ふりがな カナ氏名",
    "trade": "職種名 主な職種 職種コード",
    "position": "役職 立場役職 職務",
    "work_content": "仕事の内容 作業の内容 工種 担当作業",
    "hazards": "有害物質 有害物質取扱い 有害業務",
    "special_checks": "特殊健診 特殊健康診断の種類",
    "qualifications": "保有資格 資格 必要資格 免許資格",
    "from_on": "開始日 就業開始日 初日 期間開始 自 就業期間自",
    "until_on": "終了日 就業終了日 末日 期間終了 至 就業期間至",
    "entered_on": "入場日 現場入場日 現場入場年月日",
    "educated_on": "受入教育 受入教育日 新規入場者教育 新規入場者教育実施年月日 送り出し教育",
}
_NOISE = re.compile(r"[\s・･:：/／*＊※_-]|[（(].*?[)）]|【.*?】")
_HEAD_ROWS = 20


@dataclass(frozen=True, slots=True)
class Head:
    """見出しの行: `row` from 0, None where the file has none; `columns` field → column from 0."""

    row: int | None
    columns: Mapping[str, int]


def head_of(rows: Sequence[Sequence[str]]) -> Head:
    """Find the row with the most known headings; without one the column of 14 digits is the 技能者ID."""
    found = [_known(row) for row in rows[:_HEAD_ROWS]]
    best = max(range(len(found)), key=lambda at: (len(found[at]), -at), default=None)
    if best is not None and (len(found[best]) >= 2 or "number" in found[best]):
        return Head(best, found[best])
    width = max((len(row) for row in rows), default=0)
    counts = [sum(is_number(digits_of(row[at])) for row in rows if at < len(row)) for at in range(width)]
    most = max(counts, default=0)
    return Head(None, {"number": counts.index(most)} if most else {})


def field_of(heading: str) -> str | None:
    """The field that a heading names.

    >>> field_of("技能者ＩＤ（14桁）")
    'number'
    """
    return _BY_NAME.get(_plain(heading))


def _known(row: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        field = field_of(cell)
        if field is not None:
            found.setdefault(field, at)
    return found


def _plain(heading: str) -> str:
    return _NOISE.sub("", half_width(heading)).upper()


_BY_NAME = {
    _plain(name): field for field, label in LABELS.items() for name in (label, *_ALSO.get(field, "").split())
}
