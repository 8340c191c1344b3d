"""ログインできなくなったときの文面: codes, requests, new passwords (RESET-03 to RESET-10), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_NOT_YOU = "心当たりがないときは、お問い合わせセンターに連絡してください。"
_STOP = (
    "ご自分で申し込んでいないときは、次のページを開いて、「止める」を押してください。"
    "ログインはいりません。\n{stop}\n"
)

OF_RECOVERY: dict[str, Wording] = {
    "reset_code": Wording(
        NoticeKind.SECURITY,
        "パスワードを決め直すための確認番号",
        "確認番号：{code}\n{until}まで使えます。\n\n"
        "次にすること：パスワードを忘れた方のページに、この番号を入力してください。\n"
        "番号は、だれにも教えないでください。運営主体の係員も、会社の人も、この番号を聞くことはありません。\n"
        "ご自分で頼んでいないときは、何もしなくてかまいません。パスワードは変わりません。",
    ),
    "contact_code": Wording(
        NoticeKind.SECURITY,
        "本人の連絡先を確かめる番号",
        "確認番号：{code}\n{until}まで使えます。\n\n"
        "次にすること：「本人の連絡先」のページに、この番号を入力してください。\n"
        "番号は、だれにも教えないでください。ご自分で頼んでいないときは、何もしなくてかまいません。",
    ),
    "own_contact_confirmed": Wording(
        NoticeKind.SECURITY,
        "本人の連絡先に、{reach}を登録しました",
        "{when}に、本人の連絡先に、{reach}を登録しました。"
        "パスワードを忘れたとき、ここに確認番号が届きます。\n" + _NOT_YOU,
    ),
    "own_contact_removed": Wording(
        NoticeKind.SECURITY,
        "本人の連絡先から、{reach}を削除しました",
        "{when}に、本人の連絡先から、{reach}を1つ削除しました。\n" + _NOT_YOU,
    ),
    "reset_opened": Wording(
        NoticeKind.SECURITY,
        "パスワードを決め直す申し込みがありました",
        "{when}に、あなたのパスワードを決め直す申し込みがありました。24時間は、何も変わりません。"
        "そのあと、お問い合わせセンターが本人かどうかを確かめます。\n\n"
        + _STOP
        + "ご自分で申し込んだときは、そのまま待ってください。",
    ),
    "reset_stopped": Wording(
        NoticeKind.SECURITY,
        "パスワードを決め直す申し込みを止めました",
        "{when}の申し込みを止めました。パスワードは、今のままです。\n"
        "次にすること：心配なときは、「パスワード変更」で新しいパスワードにしてください。",
    ),
    "reset_stopped_by_office": Wording(
        NoticeKind.SECURITY,
        "パスワードを決め直す申し込みを、運営主体が止めました",
        "{when}の申し込みは、本人のものと確かめられなかったため、止めました。パスワードは、今のままです。\n"
        "次にすること：ご自分で申し込んだときは、お問い合わせセンターに連絡してください。",
    ),
    "reset_confirmed": Wording(
        NoticeKind.SECURITY,
        "本人確認がすみました",
        "パスワードを決め直す申し込みの本人確認がすみました。{until}まで、新しいパスワードを決められます。\n\n"
        "次にすること：「パスワードを忘れた方」のページで、受付番号と合言葉を入力してください。\n" + _STOP,
    ),
    "password_reset": Wording(
        NoticeKind.SECURITY,
        "パスワードを決め直しました",
        "{when}に、新しいパスワードになりました。どの端末でも、もう一度ログインしてください。"
        "顔や指紋でのログインと、確認コードのアプリは、そのままです。\n"
        "ご自分でしていないときは、すぐにお問い合わせセンターに連絡してください。",
    ),
}
