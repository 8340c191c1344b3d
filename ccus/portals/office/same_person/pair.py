"""二人をくらべる, and what an officer may say of them."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.office.actions.merging import approve_compared
from ccus.domain.workers import same_person
from ccus.domain.workers.actions import same_person as acts
from ccus.domain.workers.same_person import Pair, pair_of
from ccus.domain.workers.suspects import compared
from ccus.domain.workers.terms import Item
from ccus.entrance.asked import key_of
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.options import Option
from ccus.foundation.identifiers import grouped
from ccus.foundation.refusals import Refusal
from ccus.portals.office.same_person.beside import Beside, beside
from ccus.ui.entry.sheets import Sheet, blank, filled

LOOKED_AT = frozenset({Item.NAME, Item.BIRTH_DATE, Item.STATUS, Item.CONTACT, Item.EMPLOYERS, Item.INSURANCE})
_WORDS = Field(
    "words",
    "判断の理由",
    Kind.TEXT,
    is_required=True,
    longest=acts.LONGEST_WORDS,
    help="何を見て、どう判断したか。係員だけが読みます。",
)
LOOK = Block(
    "look",
    "くわしく見る",
    (Field("reason", "見る理由", is_required=True, help="二人とも、あとで読みます。"),),
)
SAYING = {
    "propose": Block(
        "propose",
        "同じ人としてまとめる",
        (Field("main", "主となるID", Kind.CHOICE, is_required=True, choices="main"), _WORDS),
    ),
    "different": Block("different", "別人とする", (_WORDS,)),
    "again": Block("again", "別人を取り消す", ()),
    "separate": Block("separate", "元に戻す", (_WORDS,)),
    "approve": Block("approve", "承認する", ()),
    "refuse": Block(
        "refuse",
        "承認しない",
        (_WORDS, Field("is_different", "別人とする（もう疑いに出しません）", Kind.TICK)),
    ),
    "stay": Block("stay", "元に戻さない", (_WORDS,)),
}


@dataclass(frozen=True, slots=True)
class Said:
    """行うこと: an officer's word on a pair; `proposal`: the key of the one that was shown, where it is answered."""

    pair: Pair
    sheet: Sheet
    officer: OfficerMe
    proposal: UUID | None

    def do(self, act: str) -> str:
        """The act of that name; what the page says afterwards."""
        return _ACTS[act](self)


def _propose(said: Said) -> str:
    one, other = said.pair.one, said.pair.other
    worker, main = (one, other) if said.sheet.text("main") == other.number else (other, one)
    acts.propose_merge(
        worker=worker.row,
        main=main.row,
        words=said.sheet.text("words"),
        by=said.officer.actor,
        at=clock.now(),
    )
    return "提案しました。別の係員の承認を待っています。"


def _separate(said: Said) -> str:
    merged = said.pair.merged
    worker = said.pair.one.row if merged is None else merged.row
    acts.propose_separation(
        worker=worker, words=said.sheet.text("words"), by=said.officer.actor, at=clock.now()
    )
    return "元に戻す提案をしました。別の係員の承認を待っています。"


def _different(said: Said) -> str:
    acts.find_different(
        worker=said.pair.one.row,
        other=said.pair.other.row,
        words=said.sheet.text("words"),
        by=said.officer.actor,
        at=clock.now(),
    )
    return "別人としました。疑いの一覧には、もう出ません。"


def _again(said: Said) -> str:
    one, other = said.pair.one.row, said.pair.other.row
    acts.suspect_again(worker=one, other=other, by=said.officer.actor, at=clock.now())
    return "別人を取り消しました。"


def _approve(said: Said) -> str:
    approve_compared(
        proposal=same_person.proposal_of(said.pair, said.proposal), by=said.officer.actor, at=clock.now()
    )
    return "承認しました。就業履歴は、まもなく変わります。二つのIDの両方に知らせました。"


def _refuse(said: Said) -> str:
    acts.refuse_same_person(
        proposal=same_person.proposal_of(said.pair, said.proposal),
        words=said.sheet.text("words"),
        is_different=bool(said.sheet.values.get("is_different")),
        by=said.officer.actor,
        at=clock.now(),
    )
    return "不承認にしました。"


_ACTS: dict[str, Callable[[Said], str]] = {
    "propose": _propose,
    "different": _different,
    "again": _again,
    "separate": _separate,
    "approve": _approve,
    "refuse": _refuse,
    "stay": _refuse,
}


@require_http_methods(["GET", "POST"])
@office_page(Duty.REVIEW)
def same_person_pair(request: HttpRequest, officer: OfficerMe, number: str, other: str) -> HttpResponse:
    """二人をくらべる: why they are suspected; side by side after saying why one looks (SAME-02)."""
    pair = _pair(number, other)
    look = filled(LOOK, request.POST) if request.method == "POST" else blank(LOOK)
    return _page(request, officer, pair, look=look)


@require_POST
@office_page(Duty.REVIEW)
def same_person_act(
    request: HttpRequest, officer: OfficerMe, number: str, other: str, act: str
) -> HttpResponse:
    """提案、承認、不承認、別人、元に戻す: one act, then the pair again."""
    pair = _pair(number, other)
    if act not in SAYING:
        raise Http404
    sheet = filled(SAYING[act], request.POST, _mains(pair), prefix=f"{act}-")
    if not sheet.faults:
        try:
            messages.success(
                request, Said(pair, sheet, officer, key_of(request.POST.get("proposal", ""))).do(act)
            )
            return redirect("office:same-person-pair", number, other)
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
    return _page(request, officer, pair, said=sheet)


def _pair(number: str, other: str) -> Pair:
    pair = pair_of(number, other, on=clock.today())
    if pair is None:
        raise Http404
    return pair


def _mains(pair: Pair) -> Callable[[str], tuple[Option, ...]]:
    options = tuple(
        Option(one.number, f"{one.kana}（{grouped(one.number)}）") for one in (pair.one, pair.other)
    )
    return lambda _: options


def _page(
    request: HttpRequest,
    officer: OfficerMe,
    pair: Pair,
    *,
    look: Sheet | None = None,
    said: Sheet | None = None,
) -> HttpResponse:
    look = look or blank(LOOK)
    seen, look = _seen(officer, pair, look)
    workers = pair.one.row, pair.other.row
    alike = compared(*(worker.pk for worker in workers), on=clock.today())
    history = same_person.proposals_of(*workers)
    open_one = next((proposal for proposal in history if proposal.answer is None), None)
    sheets = {
        act: said
        if said is not None and said.block is block
        else blank(block, _mains(pair), prefix=f"{act}-")
        for act, block in SAYING.items()
    }
    wrong = next((sheet for sheet in (look, said) if sheet is not None and sheet.faults), None)
    context = {
        "pair": pair,
        "compared": alike if alike.is_suspected or seen else None,
        "rows": seen,
        "look": look.form,
        "forms": {act: sheet.form for act, sheet in sheets.items()},
        "form": wrong.form if wrong else None,
        "waiting": open_one,
        "is_own": open_one is not None and open_one.by == str(officer.actor),
        "different": same_person.are_different(*workers),
        "history": history,
        "names": names_of([actor for each in history for actor in (each.by, each.answered_by)]),
    }
    status = 422 if wrong else 200
    return framed(request, "office/same_person/pair.html", context, current="same-person", status=status)


def _seen(officer: OfficerMe, pair: Pair, look: Sheet) -> tuple[tuple[Beside, ...], Sheet]:
    """Side by side, once the reason is said; each look leaves a trace with both."""
    if not look.values or look.faults:
        return (), look
    try:
        one, other = workers_as_seen_by(
            officer.actor,
            [pair.one.row.pk, pair.other.row.pk],
            purpose=Purpose.SAME_PERSON,
            reason=look.text("reason"),
            at=clock.now(),
            items=LOOKED_AT,
        )
    except Refusal as refusal:
        return (), look.refused(refusal)
    return beside(one, other), look
