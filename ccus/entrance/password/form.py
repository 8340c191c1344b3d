"""パスワード変更の入力."""

from typing import Any

from django import forms

from ccus.domain.accounts.rules import normalised
from ccus.ui.forms import Form, password_input, present_password


class PasswordForm(Form):
    """新しいパスワード, twice; the present one too where it is not the initial one (SIGN-09)."""

    present = present_password()
    new = forms.CharField(
        label="新しいパスワード",
        help_text="12文字以上。ちがう言葉をいくつか並べると、覚えやすく、当てられにくくなります。",
        strip=False,
        max_length=256,
        widget=password_input(autocomplete="new-password"),
        error_messages={
            "required": "新しいパスワードを入力してください。",
            "max_length": "新しいパスワードが長すぎます。128文字以内にしてください。",
        },
    )
    again = forms.CharField(
        label="新しいパスワード（確認）",
        strip=False,
        max_length=256,
        widget=password_input(autocomplete="new-password"),
        error_messages={"required": "確認のため、新しいパスワードをもう一度入力してください。"},
    )

    def __init__(self, *args: Any, is_initial: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_initial:
            del self.fields["present"]

    def clean(self) -> dict[str, Any]:
        """Both fields hold the same, whatever the width of their letters."""
        new, again = self.cleaned_data.get("new"), self.cleaned_data.get("again")
        if new and again and normalised(new) != normalised(again):
            self.add_error(
                "again",
                "新しいパスワード（確認）が、上の新しいパスワードと違います。同じものを入力してください。",
            )
        return self.cleaned_data
