"""一つの提案, and the answers to it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.reading import WorkerSeen, worker_as_seen_by
from ccus.domain.disclosure.terms import IDENTIFYING, Purpose
from ccus.domain.office import rules
from ccus.domain.office.actions.proposals import confirm, decline, withdraw
from ccus.domain.office.reading import ProposalShown, lines_of, proposal_row, proposal_shown
from ccus.domain.workers.terms import Item
from ccus.entrance.asked import found
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.record import worded

_WHAT_IS_SEEN: dict[Duty, tuple[Purpose, tuple[Item, ...]]] = {
    Duty.IDENTITY: (Purpose.IDENTITY, IDENTIFYING),
    Duty.CARDS: (Purpose.CARD_PRINT, (Item.CARD, Item.CONTACT)),
}
"""By the duty of what is proposed: what the second officer sees of the worker that it is about."""
_DECLINE = Block(
    "decline",
    "認めない",
    (
        Field(
            "words",
            "認めない理由",
            Kind.TEXT,
            is_required=True,
            longest=rules.LONGEST_WORDS,
            help="提案した係員が読みます。",
        ),
    ),
)


def _confirm(key: UUID, officer: OfficerMe, _: Sheet, seen: str) -> str:
    row = found(proposal_row(key, officer.duties))
    confirm(proposal=row, seen=seen, by=officer.actor, at=clock.now())
    return "確認しました。提案されたことを行いました。"


def _decline(key: UUID, officer: OfficerMe, sheet: Sheet, _: str) -> str:
    row = found(proposal_row(key, officer.duties))
    decline(proposal=row, words=sheet.text("words"), by=officer.actor, at=clock.now())
    return "提案を認めませんでした。"


def _withdraw(key: UUID, officer: OfficerMe, _: Sheet, __: str) -> str:
    withdraw(proposal=found(proposal_row(key, officer.duties)), by=officer.actor, at=clock.now())
    return "提案を取り下げました。"


_ACTS: dict[str, tuple[Block, Callable[[UUID, OfficerMe, Sheet, str], str]]] = {
    "confirm": (Block("confirm", "確認する", ()), _confirm),
    "decline": (_DECLINE, _decline),
    "withdraw": (Block("withdraw", "取り下げる", ()), _withdraw),
}


@require_safe
@office_page()
def second_proposal(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """What was proposed, as it was said; about a worker, with what identity is confirmed by, which leaves a trace."""
    return _page(request, officer, key, blank(_DECLINE))


@require_POST
@office_page()
def second_act(request: HttpRequest, officer: OfficerMe, key: UUID, act: str) -> HttpResponse:
    """確認、認めない、取下げ: one act, then the list again."""
    if act not in _ACTS:
        raise Http404
    block, do = _ACTS[act]
    sheet = filled(block, request.POST)
    try:
        if not sheet.faults:
            messages.success(request, do(key, officer, sheet, request.POST.get("seen", "")))
            return redirect("office:second")
    except Refusal as refusal:
        return _page(request, officer, key, blank(_DECLINE).refused(refusal))
    return _page(request, officer, key, sheet)


def _page(request: HttpRequest, officer: OfficerMe, key: UUID, sheet: Sheet) -> HttpResponse:
    row = found(proposal_row(key, officer.duties))
    proposal = proposal_shown(row, at=clock.now())
    seen = _seen(officer, proposal)
    context = {
        "proposal": proposal,
        "lines": lines_of(row),
        "seen": seen,
        "is_registered_shown": seen is not None and proposal.answer is None,
        "parts": worded(seen) if seen else (),
        "shows_birth": proposal.duty is Duty.IDENTITY,
        "is_own": proposal.by == str(officer.actor),
        "form": sheet.form,
        "names": names_of([proposal.by, proposal.answered_by]),
    }
    status = 422 if sheet.faults else 200
    return framed(request, "office/second/proposal.html", context, current="second", status=status)


def _seen(officer: OfficerMe, proposal: ProposalShown) -> WorkerSeen | None:
    """The worker that it is about; the proposal itself holds what was said of somebody, when it is over too."""
    if proposal.worker is None:
        return None
    purpose, items = _WHAT_IS_SEEN[proposal.duty]
    reason = f"{proposal.what.label}の、二人目の確認"
    if proposal.answer is not None:
        items, reason = (Item.CARD, Item.CONTACT), f"{proposal.what.label}の、終わった提案の確認"
    return worker_as_seen_by(
        officer.actor, proposal.worker, purpose=purpose, reason=reason, at=clock.now(), items=items
    )
