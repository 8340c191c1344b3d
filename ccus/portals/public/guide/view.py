"""使い方."""

from django.http import HttpRequest, HttpResponse

from ccus.domain.features.reading import is_open
from ccus.domain.features.terms import Feature
from ccus.foundation import clock
from ccus.portals.public.guide.kinds import samples
from ccus.portals.public.guide.ranges import COLUMNS, LEGEND, ranges
from ccus.portals.public.guide.steps import FIRST_STEPS
from ccus.portals.public.showing import read_by_all, shown

CHAPTERS = (
    ("card", "建設キャリアアップカード"),
    ("first", "最初に行っていただきたいこと"),
    ("new", "はじめて登録する"),
    ("sign-in", "ログイン方法"),
    ("password", "初期パスワードの変更方法"),
    ("registered", "登録内容の確認方法"),
    ("change", "技能者登録内容の変更"),
    ("who", "技能者情報の閲覧範囲"),
    ("disclosure", "技能者情報の開示・非開示設定方法"),
    ("history", "就業履歴の蓄積方法"),
    ("forgot", "カードを忘れた場合"),
    ("reissue", "カードの再発行"),
    ("renewal", "カードの更新"),
    ("leaving", "退会方法"),
)


@read_by_all
def guide(request: HttpRequest) -> HttpResponse:
    """使い方: the guide's chapters; what waits for its day says so in the guide's words (PUB-02, FEAT-01)."""
    today = clock.today()
    context = {
        "chapters": CHAPTERS,
        "samples": samples(),
        "steps": FIRST_STEPS,
        "columns": [relation.label for relation in COLUMNS],
        "ranges": ranges(),
        "legend": LEGEND,
        "renewal_open": is_open(Feature.RENEWAL, on=today),
        "leaving_open": is_open(Feature.WITHDRAWAL, on=today),
    }
    return shown(request, "public/guide/page.html", context)
