"""カードの発送の文面: posted, not said to have arrived, brought back, sent elsewhere (PRINT-08 to PRINT-10)."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

OF_DELIVERY: dict[str, Wording] = {
    "card_posted": Wording(
        NoticeKind.GENERAL,
        "カードを発送しました",
        "カード：{card}\n発送日：{on}\n\n"
        "カードを郵便で送りました。\n"
        "次にすること：届いたら、「マイカード」の画面で「カードが届きました」を押してください。\n{portal}",
    ),
    "card_not_arrived": Wording(
        NoticeKind.GENERAL,
        "カードは届きましたか",
        "カード：{card}\n発送日：{on}\n\n"
        "カードを郵便で送ってから、14日がたちました。\n"
        "次にすること：届いたら、「マイカード」の画面で「カードが届きました」を押してください。\n"
        "届かないときは、「まだ届きません」を押してください。\n"
        "カードを止めて、無料で再発行を申し込めます。\n{portal}",
    ),
    "card_came_back": Wording(
        NoticeKind.GENERAL,
        "カードが戻ってきました（返戻）",
        "カード：{card}\n戻ってきた日：{on}\n\n"
        "あなたのカードが、郵便局から戻ってきました。\n"
        "次にすること：「マイカード」の画面で、送付先を確かめて、直してください。\n"
        "もう一度送ります。\n{portal}",
    ),
    "card_redirected": Wording(
        NoticeKind.SECURITY,
        "カードの送付先が変わりました",
        "カード：{card}\n\n"
        "カードの送付先を、新しい住所で受け付けました。\n"
        "次にすること：覚えがないときは、すぐにお問い合わせセンターに連絡してください。\n{portal}",
    ),
}
