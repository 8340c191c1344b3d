"""やり直す相手と理由."""

from django import forms

from ccus.domain.accounts.factors.terms import RestartReason
from ccus.foundation.identifiers import read_number
from ccus.ui.forms import Form, read_with, text_input


class WhoForm(Form):
    """事業者ID or 管理者ID of a 事業者責任者."""

    login_id = forms.CharField(
        label="事業者IDまたは管理者ID",
        help_text="事業者責任者がログインに使う14桁の番号です。空白や「-」が入っていても使えます。",
        max_length=60,
        widget=text_input(autocomplete="off", inputmode="numeric"),
        error_messages={"required": "番号を入力してください。", "max_length": "番号が長すぎます。"},
    )

    def clean_login_id(self) -> str:
        """The 14 digits, or a sentence that says how many were seen."""
        return read_with(read_number, self.cleaned_data["login_id"], label="番号", field="login_id")


class RestartForm(WhoForm):
    """The same, and why."""

    reason = forms.ChoiceField(
        label="理由",
        choices=[("", "選んでください"), *((reason.value, reason.label) for reason in RestartReason)],
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={
            "required": "理由を選んでください。",
            "invalid_choice": "理由を一覧から選んでください。",
        },
    )
