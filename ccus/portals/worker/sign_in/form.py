"""ログインの入力."""

from django import forms

from ccus.domain.accounts.rules import normalised
from ccus.foundation.identifiers import read_number
from ccus.foundation.refusals import Refusal
from ccus.ui.forms import Form, password_input, text_input


class SignInForm(Form):
    """技能者ID and パスワード. The ID is put right first: full width, spaces and hyphens (SIGN-02)."""

    login_id = forms.CharField(
        label="技能者ID",
        help_text="カードの表にある14桁の番号です。空白や「-」が入っていても使えます。",
        max_length=60,
        widget=text_input(autocomplete="username", inputmode="numeric"),
        error_messages={
            "required": "技能者IDを入力してください。",
            "max_length": "技能者IDが長すぎます。14桁の数字を入力してください。",
        },
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

    def clean_login_id(self) -> str:
        """The 14 digits, or a sentence that says how many were seen."""
        try:
            return read_number(self.cleaned_data["login_id"], label="技能者ID", field="login_id")
        except Refusal as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal

    def clean_password(self) -> str:
        """As it was hashed (SIGN-03)."""
        return normalised(self.cleaned_data["password"])
