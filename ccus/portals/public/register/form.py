"""申請用ログインIDの申し込みの入力."""

from typing import Any

from django import forms

from ccus.domain.applications.actions.applicants import ASKING
from ccus.foundation import clock
from ccus.foundation.entry.reading import read
from ccus.ui.forms import Form


def _line(name: str, help_text: str, **attrs: object) -> forms.CharField:
    asked = ASKING[name]
    widget = forms.TextInput(attrs={"class": "input", "autocomplete": asked.autocomplete or "off", **attrs})
    return forms.CharField(
        label=asked.label, help_text=help_text, required=False, strip=False, max_length=2_000, widget=widget
    )


class AskingForm(Form):
    """氏名, フリガナ, メールアドレス, and the consent; every fault is said at once, at its field (PUB-08)."""

    name = _line("name", "本人確認書類のとおりに。一つの名前だけの方は、そのまま入力してください。")
    kana = _line("kana", "ひらがなで入力しても、カタカナに直ります。")
    mail = _line(
        "mail",
        "申請用ログインIDと初期パスワードが届きます。本人のものを入力してください。",
        inputmode="email",
    )
    about = forms.ChoiceField(
        label="何を登録しますか",
        choices=[("worker", "技能者（働く人）"), ("company", "事業者（会社・個人事業主）")],
        initial="worker",
        required=False,
        widget=forms.RadioSelect,
        error_messages={
            "invalid_choice": "何を登録するかが選ばれていません。技能者か事業者かを選んでください。",
        },
    )
    consent = forms.BooleanField(
        label="個人情報の取り扱いと利用規約に同意する",
        error_messages={
            "required": "個人情報の取り扱いと利用規約に、まだ同意していません。読んでから、チェックを入れてください。"
        },
    )

    def clean(self) -> dict[str, Any]:
        """Read as every other form reads (`foundation/entry`)."""
        raw = {field.name: self.cleaned_data.get(field.name) or "" for field in ASKING.fields}
        reading = read(ASKING, raw, today=clock.today(), codes=lambda _: ())
        for fault in reading.faults:
            if fault.field not in self.errors:
                self.refuse(fault)
        return self.cleaned_data | reading.values
