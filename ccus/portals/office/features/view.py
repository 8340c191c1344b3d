"""機能の開始."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.features.actions import set_opening
from ccus.domain.features.reading import Word, words_about
from ccus.domain.features.terms import Feature
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

OPENING = Block(
    "opening",
    "開始日",
    (
        Field(
            "opens_on",
            "新しい開始日",
            Kind.DATE,
            is_required=True,
            help="例：2027年4月1日、2027/4/1、令和9年4月1日",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Switch:
    """機能 on the page: what was said about it, newest first, and the form to say something new."""

    feature: Feature
    words: tuple[Word, ...]
    sheet: Sheet
    today: date

    @property
    def opens_on(self) -> date | None:
        """The day that counts; None where the feature is closed."""
        return self.words[0].opens_on if self.words else None

    @property
    def is_open(self) -> bool:
        """Open today."""
        return self.opens_on is not None and self.opens_on <= self.today


@require_safe
@office_page(Duty.SWITCH)
def features(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """機能の開始: every feature with its day and the form to set another (OFFICE-10)."""
    return _page(request, {})


@require_POST
@office_page(Duty.SWITCH)
def feature_opening(request: HttpRequest, officer: OfficerMe, feature: str) -> HttpResponse:
    """開始日を決める; with the button 「閉じる」 the feature has none."""
    if feature not in set(Feature):
        raise Http404
    chosen = Feature(feature)
    sheet = _unsaid(chosen) if "close" in request.POST else filled(OPENING, request.POST, prefix=f"{chosen}-")
    if not sheet.faults:
        try:
            opens_on = sheet.day("opens_on")
            set_opening(feature=chosen, opens_on=opens_on, by=officer.actor, at=clock.now())
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            said = f"{date_words(opens_on)}に開きます" if opens_on else "閉じました"
            messages.success(request, f"「{chosen.label}」：{said}。")
            return redirect("office:features")
    return _page(request, {chosen: sheet})


def _page(request: HttpRequest, wrong: dict[Feature, Sheet]) -> HttpResponse:
    switches = [
        Switch(feature, words_about(feature), wrong.get(feature, _unsaid(feature)), clock.today())
        for feature in Feature
    ]
    names = names_of([word.recorded_by for switch in switches for word in switch.words])
    form = next((sheet.form for sheet in wrong.values()), None)
    context = {"switches": switches, "names": names, "form": form}
    status = 422 if wrong else 200
    return framed(request, "office/features/page.html", context, current="features", status=status)


def _unsaid(feature: Feature) -> Sheet:
    return blank(OPENING, prefix=f"{feature}-")
