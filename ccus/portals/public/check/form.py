"""確認コードの入力."""

from django import forms

from ccus.domain.certificates.rules import LONGEST_TYPED, read_code
from ccus.ui.forms import Form, read_with, text_input


class CheckForm(Form):
    """確認コード: read as it is printed, with or without its hyphens (PROOF-05)."""

    code = forms.CharField(
        label="確認コード",
        help_text="証明書の右上に書かれた、20文字です。例：0123A-56789-BCDEF-GHJKM",
        required=False,
        max_length=LONGEST_TYPED,
        error_messages={"max_length": "確認コードは20文字です。証明書をもう一度見てください。"},
        widget=text_input(autocomplete="off", autocapitalize="characters", spellcheck="false"),
    )

    def clean_code(self) -> str:
        """The code that was meant."""
        return read_with(read_code, self.cleaned_data["code"])
