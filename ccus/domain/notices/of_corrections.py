"""登録の修正の文面: whose facts were put right, and who sees whom since (FIX-12), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_ASK = "ちがうときは、お問い合わせセンターに連絡してください。\n{portal}"

OF_CORRECTIONS: dict[str, Wording] = {
    "worker_corrected": Wording(
        NoticeKind.GENERAL,
        "あなたの登録（{block}）を、運営主体が直しました",
        "登録されていた内容に、間違いがありました。\n"
        "直したところ：{block}\n直した理由：{words}\n\n"
        "次にすること：「技能者情報」を開いて、内容を確かめてください。"
        "運営主体がいつ見たかは、「閲覧の記録」で分かります。" + _ASK,
    ),
    "company_corrected": Wording(
        NoticeKind.GENERAL,
        "{company}の登録（{block}）を、運営主体が直しました",
        "登録されていた内容に、間違いがありました。\n"
        "直したところ：{block}\n直した理由：{words}\n\n"
        "次にすること：「事業者情報」を開いて、内容を確かめてください。" + _ASK,
    ),
    "sight_corrected": Wording(
        NoticeKind.GENERAL,
        "登録の修正で、{company}が見られる技能者が変わりました",
        "運営主体が、登録の間違いを直しました。\n"
        "直したところ：{block}\n直した理由：{words}\n\n"
        "変わったこと：\n{what}\n\n"
        "次にすること：「所属技能者」と「作業員名簿」を開いて、確かめてください。" + _ASK,
    ),
}
