"""閲覧の質問と見守りの文面 (LOOK-03, LOOK-04, LOOK-08), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_ANSWER_HERE = "次にすること：「閲覧についての質問」を開いて、"

OF_LOOKS: dict[str, Wording] = {
    "look_asked": Wording(
        NoticeKind.GENERAL,
        "技能者が、登録情報を見た理由を聞いています",
        "技能者ID {worker_number} の方が、{on}に{company}が登録情報を見た理由を聞いています。\n"
        + _ANSWER_HERE
        + "{until}までに答えてください。\n"
        "答えないときは、運営主体が引き取って調べます。\n{portal}",
    ),
    "look_answered": Wording(
        NoticeKind.GENERAL,
        "{company}が、あなたの質問に答えました",
        "{on}の閲覧について、{company}が答えました。\n"
        "次にすること：「閲覧の記録」を開いて、答えを読んでください。"
        "分からないときは、そこから運営主体に聞けます。\n{portal}",
    ),
    "look_answered_by_office": Wording(
        NoticeKind.GENERAL,
        "運営主体が、あなたの質問に答えました",
        "{on}の閲覧について、運営主体が調べて、答えました。\n"
        "次にすること：「閲覧の記録」を開いて、答えを読んでください。\n{portal}",
    ),
    "look_case_asked": Wording(
        NoticeKind.GENERAL,
        "運営主体から、技能者の閲覧についての質問が届きました",
        "運営主体が、{company}の技能者の検索と閲覧について聞いています。\n"
        + _ANSWER_HERE
        + "事情を答えてください。\n{portal}",
    ),
    "look_case_caution": Wording(
        NoticeKind.GENERAL,
        "技能者の閲覧について、運営主体からの注意です",
        "運営主体は、{company}の技能者の検索と閲覧について、次のように判断しました。\n{words}\n\n"
        "次にすること：仕事に必要な閲覧だけにしてください。\n{portal}",
    ),
    "search_stopped": Wording(
        NoticeKind.GENERAL,
        "技能者の検索を、{last_on}まで止めました",
        "運営主体は、{company}の技能者の検索を、{last_on}まで止めました。理由は次のとおりです。\n{words}\n\n"
        "所属技能者や現場の画面は、これまでどおり使えます。\n"
        "次にすること：ご意見があるときは、お問い合わせセンターに連絡してください。\n{portal}",
    ),
}
