"""書類の頼み方: whose papers, of which day, and whether those of the firms below come along."""

from collections.abc import Sequence
from datetime import date

from django import forms

from ccus.domain.papers.terms import FileKind, PaperKind
from ccus.domain.papers.values import Spot
from ccus.foundation import clock
from ccus.foundation.entry import dates
from ccus.foundation.entry.block import Field, Kind
from ccus.ui.forms import Form, read_with

DAY = Field("day", "書類の日", Kind.DATE, is_required=True)
PAPERS = tuple((f"{kind}.{form}", f"{kind.label} {form.label}") for kind in PaperKind for form in FileKind)


def read_day(typed: str) -> date:
    """A day as people type it, eras too; today for nothing. Raises a refusal."""
    return dates.day(DAY, typed, today=clock.today()) if typed.strip() else clock.today()


class PaperForm(Form):
    """どの書類か. `paper` is the button that was pressed: kind and form."""

    spot = forms.ChoiceField(label="事業者", widget=forms.Select(attrs={"class": "input"}))
    day = forms.CharField(
        label="書類の日", required=False, widget=forms.DateInput(attrs={"class": "input", "type": "date"})
    )
    has_below = forms.BooleanField(label="下位の事業者の分も、まとめて作る", required=False)
    paper = forms.ChoiceField(
        choices=PAPERS,
        error_messages={
            "required": "作る書類を選んでください。",
            "invalid_choice": "作る書類を選びなおしてください。",
        },
    )

    def __init__(self, spots: Sequence[Spot], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        choices = [(spot.key, f"{'　' * spot.tier}{spot.tier_words}　{spot.firm.name}") for spot in spots]
        field = self.fields["spot"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
            missing = "事業者を選びなおしてください。書類の日の施工体制にいない事業者です。"
            field.error_messages |= {"required": missing, "invalid_choice": missing}

    def clean_day(self) -> date:
        """The day, in words where it cannot be read."""
        return read_with(read_day, str(self.cleaned_data["day"]))

    @property
    def kinds(self) -> tuple[PaperKind, FileKind]:
        """書類と形式 of the pressed button."""
        kind, _, form = str(self.cleaned_data["paper"]).partition(".")
        return PaperKind(kind), FileKind(form)
