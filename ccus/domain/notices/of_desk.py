"""お問い合わせの文面 (DESK-11), by name of `Text`: the number, never the words of a case."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_READ = "次にすること：ログインして、「お問い合わせ」を開いてください。\n{portal}"

OF_DESK: dict[str, Wording] = {
    "desk_answered": Wording(
        NoticeKind.GENERAL,
        "お問い合わせに答えました（{number}）",
        "お問い合わせ番号：{number}\n運営主体が、あなたのお問い合わせに答えました。\n"
        "まだ分からないときは、30日のあいだ、同じところに書き足せます。\n" + _READ,
    ),
    "desk_asked_back": Wording(
        NoticeKind.GENERAL,
        "お問い合わせについて、聞きたいことがあります（{number}）",
        "お問い合わせ番号：{number}\n運営主体が、あなたに聞きたいことがあります。\n"
        "14日のあいだ返事がないときは、終わりになります。\n" + _READ,
    ),
    "desk_call_opened": Wording(
        NoticeKind.GENERAL,
        "電話かメールのお問い合わせを受け付けました（{number}）",
        "お問い合わせ番号：{number}\n運営主体が、電話かメールで聞いたことを書きました。\n"
        "問い合わせた覚えがないときは、すぐにお問い合わせセンターに連絡してください。\n" + _READ,
    ),
    "desk_lapsed": Wording(
        NoticeKind.GENERAL,
        "お問い合わせを終わりにしました（{number}）",
        "お問い合わせ番号：{number}\n14日のあいだ返事がなかったので、終わりにしました。\n"
        "まだ分からないときは、30日のあいだ、同じところに書き足せます。\n" + _READ,
    ),
}
