"""見る人: the relations in words that a layman understands (DISC-24). Pure."""

from dataclasses import dataclass

from ccus.domain.disclosure.preview import VIEWERS
from ccus.domain.disclosure.terms import Relation


@dataclass(frozen=True, slots=True)
class Viewer:
    """見る人の種類: `who` says who that is; `days` what of the 就業履歴 is seen where no sum can be shown."""

    relation: Relation
    name: str
    who: str
    days: str = ""


_SITE_DAYS = "その現場で働いた日数だけが見えます。"
_WORDS = {
    Relation.OTHER: (
        "ほかの会社（その他事業者）",
        "あなたが所属していない、いっしょの現場にもいない会社です。会社の人が「技能者の検索」であなたを見つけると、こう見えます。",
    ),
    Relation.EMPLOYER: ("あなたの会社（所属事業者）", "あなたが今、所属している会社です。"),
    Relation.SITE: (
        "現場の元請と、上の会社（元請・上位下請）",
        "あなたの名前が作業員名簿にある現場の、元請と、あなたの会社より上の会社です。その現場が終わると、見えなくなります。",
        _SITE_DAYS,
    ),
    Relation.ROSTER_PROXY: (
        "名簿を代わりに書く会社（名簿の代理）",
        "あなたの会社の代わりに、作業員名簿を書く会社です。あなたが同意したあいだだけ、見えます。",
    ),
    Relation.PROXY: (
        "申請をたのんだ会社（代行）",
        "あなたが、申請の手続きをたのんだ会社や行政書士です。たのむのをやめると、見えなくなります。",
    ),
    Relation.CERTIFIED: (
        "現場の入口のシステム（認定システム）",
        "あなたの現場の入口で、カードを読むシステムです。元請の会社が使います。",
        _SITE_DAYS,
    ),
    Relation.OPERATOR: (
        "運営主体",
        "建設キャリアアップシステムの事務をする所です。見るときは、理由を書きます。あなたは、その理由を「閲覧の記録」で読めます。",
    ),
    Relation.HOLDER: (
        "証明書を受け取った人",
        "あなたが渡した就業履歴の証明書を、番号で確かめる人です。",
        "証明書に書いてある日数だけが見えます。",
    ),
    Relation.SELF: ("あなた", "あなたが自分で見るときです。"),
}
ALL = tuple(Viewer(relation, *_WORDS[relation]) for relation in VIEWERS)
BY_CODE = {viewer.relation.value: viewer for viewer in ALL}
