"""身体と腕前の証: health checks, qualifications, training, awards."""

from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.refusals import Refusal


class ExpiryBeforeStart(Refusal):
    """有効期限の逆転 (DATA-13)."""


class BloodPressureBackwards(Refusal):
    """血圧の逆転 (DATA-11)."""


def _expires_after_it_was_acquired(values: Values) -> None:
    acquired, expires = values.get("acquired"), values.get("expires")
    if acquired and expires and str(expires) < str(acquired):
        raise ExpiryBeforeStart(
            "有効期限が、資格取得日より前です。証書を見て、二つの日を確かめてください。", "expires"
        )


def _blood_pressure(values: Values) -> None:
    high, low = values.get("systolic"), values.get("diastolic")
    if high is not None and low is not None and int(high) <= int(low):
        raise BloodPressureBackwards(
            f"血圧の上（{high}）が、下（{low}）より低いか同じです。上と下を入れ替えて入力してください。",
            "systolic",
        )


_NUMBER = Field(
    "number",
    "資格番号",
    longest=40,
    is_required=True,
    help="証書の番号。番号のない証書は「なし」と入力してください。",
)
_ACQUIRED = Field("acquired", "資格取得日", Kind.DATE, is_required=True, is_past=True)
_EXPIRES = Field("expires", "有効期限", Kind.DATE, help="期限のない資格は、空欄にしてください。")
_IMAGE = Field("image", "証書の画像", Kind.FILE, is_required=True)

HEALTH = Block(
    "health",
    "健康診断",
    (
        Field("checked", "健康診断を受けた日", Kind.DATE, is_required=True, is_past=True),
        Field("systolic", "血圧（上）", Kind.NUMBER, least=50, most=300),
        Field("diastolic", "血圧（下）", Kind.NUMBER, least=20, most=200),
    ),
    help="過去1年以内に受けた、いちばん新しいものです。",
    check=_blood_pressure,
)
SPECIAL_HEALTH = Block(
    "special_health",
    "特殊健康診断",
    (
        Field("kind", "特殊健康診断の種類", Kind.CHOICE, choices="special_check", is_required=True),
        Field("checked", "特殊健康診断を受けた日", Kind.DATE, is_required=True, is_past=True),
    ),
    many=12,
)
CORE = Block(
    "core",
    "登録基幹技能者資格",
    (
        Field("qualification", "資格種別", Kind.CHOICE, choices="core_qualification", is_required=True),
        _NUMBER,
        _ACQUIRED,
        _EXPIRES,
        _IMAGE,
    ),
    many=10,
    help="登録されると、次のカードはゴールドカードになります。",
    check=_expires_after_it_was_acquired,
)
QUALIFICATIONS = Block(
    "qualifications",
    "保有資格",
    (
        Field("qualification", "資格種別", Kind.CHOICE, choices="qualification", is_required=True),
        _NUMBER,
        _ACQUIRED,
        _EXPIRES,
        _IMAGE,
    ),
    many=100,
    check=_expires_after_it_was_acquired,
)
TRAINING = Block(
    "training",
    "研修受講履歴",
    (
        Field("name", "研修の名前", is_required=True),
        Field("organiser", "研修を行ったところ", is_required=True),
        Field("completed", "研修を終えた日", Kind.DATE, is_required=True, is_past=True),
    ),
    many=100,
)
AWARDS = Block(
    "awards",
    "表彰履歴",
    (
        Field("name", "表彰の名前", is_required=True),
        Field("organiser", "表彰したところ", is_required=True),
        Field("awarded", "表彰された日", Kind.DATE, is_required=True, is_past=True),
    ),
    many=50,
)
