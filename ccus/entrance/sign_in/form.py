"""ログインの入力."""

from typing import Any

from django import forms

from ccus.domain.accounts.rules import normalised
from ccus.entrance.sign_in.more import KnownBy, asked_of, read_known_by
from ccus.entrance.who import Side
from ccus.foundation.identifiers import read_number
from ccus.ui.forms import Form, password_input, read_with, text_input

HELP = {
    Side.WORKER: "カードの表にある14桁の番号です。空白や「-」が入っていても使えます。",
    Side.APPLICANT: "メールで届いた14桁の番号です。空白や「-」が入っていても使えます。",
    Side.COMPANY: "会社から渡された14桁の番号です。空白や「-」が入っていても使えます。",
    Side.OFFICE: "運営主体から渡された14桁の番号です。",
}


class SignInForm(Form):
    """The ID of a side and パスワード. The ID is put right first: full width, spaces and hyphens (SIGN-02).

    `known_by` is shown only while it is asked (SIGN-13).
    """

    login_id = forms.CharField(
        max_length=60,
        widget=text_input(autocomplete="username", inputmode="numeric"),
    )
    password = forms.CharField(
        label="パスワード",
        strip=False,
        max_length=256,
        widget=password_input(autocomplete="current-password"),
        error_messages={
            "required": "パスワードを入力してください。",
            "max_length": "パスワードが長すぎます。",
        },
    )

    known_by = forms.CharField(max_length=254, required=False, widget=text_input())

    def __init__(self, *args: Any, side: Side, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.side = side
        more, asked = self.fields["known_by"], asked_of(side)
        more.label, more.help_text = asked.label, asked.help
        more.widget.attrs["autocomplete"] = asked.autocomplete
        login_id = self.fields["login_id"]
        login_id.label, login_id.help_text = side.id_label, HELP[side]
        login_id.error_messages |= {
            "required": f"{side.id_label}を入力してください。",
            "max_length": f"{side.id_label}が長すぎます。14桁の数字を入力してください。",
        }

    @property
    def asks_more(self) -> bool:
        """Whether the page shows the further field: it was asked for, or sent."""
        return "known_by" in self.data or self.has_error("known_by")

    def clean_known_by(self) -> KnownBy:
        """As the door of the side reads it."""
        return read_with(read_known_by, self.side, self.cleaned_data["known_by"])

    def clean_login_id(self) -> str:
        """The 14 digits, or a sentence that says how many were seen."""
        return read_with(
            read_number, self.cleaned_data["login_id"], label=self.side.id_label, field="login_id"
        )

    def clean_password(self) -> str:
        """As it was hashed (SIGN-03)."""
        return normalised(self.cleaned_data["password"])
