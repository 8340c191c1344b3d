"""住所 put right by the form on a telephone; who wrote it does not release it (FIX-02, FIX-08)."""

import pytest

from ccus.domain.corrections.models import ChangePreview
from ccus.jobs.corrections import preview
from tests.domain.searching.world import lives_in
from tests.factories import workers
from tests.journeys.conftest import Arrival
from tests.journeys.corrections.town import corrector, received

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("has_script", ["with script"], indirect=True)]
LONG = "ムトゥタントリゲ ワルナクラスーリヤ フェルナンド グエンヴァンアイン"


def test_an_officer_puts_one_address_right_and_another_must_release_it(arrives: Arrival) -> None:
    worker = workers.worker(name__kana=LONG)
    lives_in(worker, "13")
    phone = arrives(corrector("三浦 翔"), by_phone=True).goes_to("/office/corrections/new/")
    phone.fills(
        {"直す登録": "連絡先", "直す理由": "番地を読み違えていました。", "根拠にしたもの": "申請書の写し"}
    )
    phone.fills({"根拠が届いた日": received()}).presses("書きはじめる").follows("1件ずつ入力する")
    phone.fills({"技能者ID": worker.number}).presses("さがす").reads(LONG).follows("変更する")
    phone.fills({"番地": "1丁目2番3号"}).presses("この行を修正に加える").reads("1行目として加えました")
    phone.presses("確認を作る").reads("確認を作成しています")
    preview(ChangePreview.objects.get().key)
    phone.reads("新しく見えるようになる相手はいません")  # the page that waited for it loads itself anew
    phone.reads("別の係員に頼んでください").misses("この内容で許可する")
    phone.finds_no_barrier()
