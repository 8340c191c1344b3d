"""場所の画面の手続き: which acts are offered at a spot, in which order, and with what words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse

from ccus.domain.sites.reading.structure_of_firm import PatternShown
from ccus.domain.sites.terms import SpotState
from ccus.foundation.entry.block import Block
from ccus.foundation.entry.options import Option
from ccus.portals.company.structure.forms import ACCEPT, INVITE, LEAVE, NAME, NOTHING, SAVE, STAND_IN, USE
from ccus.portals.company.structure.spot.opened import Opened
from ccus.ui.entry.choices import Options
from ccus.ui.entry.form import BlockForm
from ccus.ui.entry.sheets import Sheet, blank, no_options


@dataclass(frozen=True, slots=True)
class Ask:
    """一つの手続き: folded away unless it is what comes next, or something in it is wrong."""

    act: str
    title: str
    text: str
    button: str
    action: str
    form: BlockForm
    is_open: bool = False
    is_main: bool = False


Faulty = tuple[str, Sheet] | None
"""The act whose form was sent and refused, with what was typed."""


def asks(place: Opened, patterns: tuple[PatternShown, ...], faulty: Faulty) -> list[Ask]:
    """What the account may do at a spot."""
    offered = [*_answers(place), *_stand_in(place), *_below(place, patterns), *_endings(place)]
    return [_ask(place, patterns, faulty, offer) for offer in offered]


class Offer(NamedTuple):
    """提案: an act with its words and its form."""

    act: str
    title: str
    text: str
    button: str
    block: Block
    is_main: bool = False


def _answers(place: Opened) -> Iterator[Offer]:
    if not place.is_here or place.state not in {SpotState.WAITING, SpotState.LEFT}:
        return
    if place.row.dismissed_at is not None:
        return
    if place.state is SpotState.LEFT:
        text = "離脱したあとの日から、また参加できます。"
        yield Offer("accept", "もう一度承認する", text, "承認する", ACCEPT)
        return
    text = (
        "承認すると、この現場の施工体制に入ります。作業員名簿に技能者をのせられるようになり、"
        "承認した日より前の日も、条件がそろえば正式な就業履歴になります。"
    )
    yield Offer("accept", "要請を承認する", text, "承認する", ACCEPT, is_main=True)
    text = "この現場で仕事をしないときは、断ってください。相手に知らせます。もう一度要請してもらうこともできます。"
    yield Offer("refuse", "要請を断る", text, "断る", NOTHING)


def _stand_in(place: Opened) -> Iterator[Offer]:
    if place.state is not SpotState.STAND_IN or not place.is_above:
        return
    text = (
        "この事業者が登録を終えたら、事業者IDを指定してください。相手が引き受けると、"
        "この下の技能者の連結待ちの日が、さかのぼって正式になります。"
    )
    yield Offer("name", "登録した事業者を指定する", text, "指定する", NAME, is_main=True)
    text = (
        "登録していない事業者に渡すアドレスとQRコードを作ります。受け取った人が登録すると、引き受けられます。"
    )
    yield Offer("claim-link", "引き受けてもらうリンクを作る", text, "リンクを作る", NOTHING)
    yield Offer("rename", "名称と連絡先をなおす", "", "なおす", STAND_IN)
    text = "この下に事業者も技能者もいないときだけ、取り下げられます。"
    yield Offer("withdraw", "この場所を取り下げる", text, "取り下げる", NOTHING)


def _below(place: Opened, patterns: tuple[PatternShown, ...]) -> Iterator[Offer]:
    if not place.is_here:
        return
    text = "相手の事業者IDがわかるときは、これがいちばん早い方法です。"
    yield Offer("invite", "下位の事業者に要請する（事業者ID）", text, "要請する", INVITE)
    text = "事業者IDがわからない相手にも、登録していない相手にも渡せます。30日使えて、一度だけ使えます。"
    yield Offer("link", "下位の事業者に要請する（リンク・QRコード）", text, "リンクを作る", NOTHING)
    text = (
        "登録していない事業者が間にいても、その下の事業者を続けて登録できます。"
        "下の技能者の日は連結待ちで残り、本当の事業者が引き受けると正式になります。"
    )
    yield Offer("stand-in", "未登録の事業者を置く", text, "置く", STAND_IN)
    if patterns:
        text = "保存しておいたいつもの事業者に、まとめて要請します。できなかったものは、理由を示します。"
        yield Offer("use", "パターンから要請する", text, "使う", USE)
    if place.spot.company is not None and place.tree.below(place.spot):
        text = "この下の事業者の組み合わせを、ほかの現場でも使えるように保存します。"
        yield Offer("save", "この下をパターンに保存する", text, "保存する", SAVE)


def _endings(place: Opened) -> Iterator[Offer]:
    if place.state is SpotState.WAITING and place.is_above:
        text = "承認される前なら、取り下げられます。相手に知らせます。"
        yield Offer("withdraw", "要請を取り下げる", text, "取り下げる", NOTHING)
    if place.state is SpotState.ACCEPTED and (place.is_here or place.is_above):
        text = (
            "最後の日の翌日から、この事業者とその下の技能者の日は、連結待ちになります。前の日は変わりません。"
        )
        yield Offer("leave", "施工体制から外れる", text, "最後の日を登録する", LEAVE)


def _ask(place: Opened, patterns: tuple[PatternShown, ...], faulty: Faulty, offer: Offer) -> Ask:
    act, is_faulty = offer.act, False
    sheet = _blank(place, offer, patterns)
    if faulty is not None and faulty[0] == act:
        is_faulty, sheet = True, faulty[1]
    page = _page_of(act)
    more = [act] if page == "act" else []
    action = reverse(f"company:structure-{page}", args=[place.site.number, place.spot.key, *more])
    is_open = offer.is_main or is_faulty
    return Ask(act, offer.title, offer.text, offer.button, action, sheet.form, is_open, offer.is_main)


def _page_of(act: str) -> str:
    """The page that takes an act; most are taken by one."""
    return act if act in {"link", "claim-link", "use"} else "act"


def _blank(place: Opened, offer: Offer, patterns: tuple[PatternShown, ...]) -> Sheet:
    raw = {"name": place.spot.name, "contact": place.spot.contact} if offer.act == "rename" else {}
    options = pattern_options(patterns) if offer.block is USE else no_options
    return blank(offer.block, options, prefix=f"{offer.act}-", raw=raw)


def pattern_options(patterns: tuple[PatternShown, ...]) -> Options:
    """The patterns of the firm as a list to choose from."""
    kept = tuple(Option(str(pattern.key), f"{pattern.name}（{pattern.firms}社）") for pattern in patterns)
    return {"pattern": kept}.__getitem__
