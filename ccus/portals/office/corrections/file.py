"""ファイルから: the template, the file that is chosen; rows with faults are mended on the page of the set (FIX-02)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.corrections.actions.filing import read_file
from ccus.domain.corrections.catalogue import kept_of
from ccus.domain.corrections.headings import BASE, DOING, OWNER, headings_of
from ccus.domain.corrections.reading import counts_of, set_of, state_of
from ccus.domain.corrections.terms import Side
from ccus.entrance.asked import found
from ccus.entrance.attached import table_attached
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Kind
from ccus.foundation.refusals import Refusal
from ccus.portals.office.corrections.one import CHANGEABLE
from ccus.portals.office.corrections.view import CURRENT

_HELP = {
    OWNER: "14桁の番号。かならず要ります。",
    DOING: "登録、変更、削除のどれか。空欄は変更です。",
    BASE: "同じ区分の登録がいくつもあるときだけ、「1件ずつ入力する」の画面に出る番号を書きます。",
}
_OF_KINDS = {
    Kind.CHOICE: "入力画面の選択肢と、同じ言葉で書きます。",
    Kind.TICK: "はいなら「○」、いいえなら「×」。",
    Kind.DATE: "例：2026/4/1",
    Kind.ID14: "14桁の番号。",
}


@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.CORRECT)
def correction_file(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """ファイルから取り込む."""
    change_set = found(set_of(key))
    if state_of(change_set) not in CHANGEABLE or change_set.reverses_id is not None:
        messages.info(request, "この修正には、もう行を加えられません。")
        return redirect("office:correction", key)
    if request.method != "POST":
        return _page(request, key)
    sent = request.FILES.get("file")
    if sent is None:
        return _page(
            request, key, Refusal("ファイルが選ばれていません。取り込むファイルを選んでください。", "file")
        )
    try:
        read = read_file(
            change_set=change_set, data=sent.read(), name=sent.name or "", by=officer.actor, at=clock.now()
        )
    except Refusal as refusal:
        return _page(request, key, refusal)
    rest = f"間違いのある行が{read.faulty:,}行あります。" if read.faulty else "すべての行を読み取れました。"
    unread = f"使わなかった列：{'、'.join(read.ignored)}。" if read.ignored else ""
    messages.success(request, f"{read.rows:,}行を取り込みました。{rest}{unread}")
    return redirect(reverse("office:correction", args=[key]) + ("?show=faulty" if read.faulty else ""))


@require_safe
@office_page(Duty.CORRECT)
def correction_template(request: HttpRequest, officer: OfficerMe, key: UUID, kind: str) -> HttpResponse:
    """ひな形: the headings of the set's 区分, and no row."""
    change_set = found(set_of(key))
    label = kept_of(change_set).block.label
    head = tuple(headings_of(change_set.side, change_set.block).values())
    return table_attached(kind, label, head, [], name=f"修正のひな形_{label}", plain="correction-template")


def _page(request: HttpRequest, key: UUID, refusal: Refusal | None = None) -> HttpResponse:
    change_set = found(set_of(key))
    kept = kept_of(change_set)
    helps = {field.name: _OF_KINDS.get(field.kind, "") for field in kept.block.fields} | _HELP
    context = {
        "set": change_set,
        "side": Side(change_set.side),
        "label": kept.block.label,
        "columns": [
            (label, helps[name]) for name, label in headings_of(change_set.side, change_set.block).items()
        ],
        "rows": counts_of(change_set).rows,
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "office/corrections/file.html", context, current=CURRENT, status=status)
