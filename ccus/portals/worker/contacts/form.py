"""本人の連絡先の入力."""

from typing import Any

from django import forms

from ccus.domain.recovery.addresses import offers_phones
from ccus.domain.recovery.terms import Reach
from ccus.foundation.entry import reach
from ccus.foundation.entry.block import Field
from ccus.ui.forms import Form, present_password, read_with

_HELP = {
    Reach.MAIL: "あなただけのものにしてください。会社のメールアドレスは、会社を変わると使えません。",
    Reach.PHONE: "メッセージを受け取れる、あなたの電話番号。例：090-1234-5678",
}


class ContactForm(Form):
    """An address of one's own, and the present password: whoever only found the device unlocked adds none."""

    kind = forms.ChoiceField(
        label="登録するもの",
        choices=[(kind.value, kind.label) for kind in Reach],
        initial=Reach.MAIL,
        widget=forms.RadioSelect,
        required=False,
    )
    address = forms.CharField(
        label="メールアドレス",
        max_length=254,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "email", "inputmode": "email"}),
    )
    present = present_password()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [Reach.MAIL, *([Reach.PHONE] if offers_phones() else [])]
        address = self.fields["address"]
        address.label = "か".join(kind.label for kind in kinds)
        address.help_text = " ".join(_HELP[kind] for kind in kinds)
        address.error_messages["required"] = f"{address.label}を入力してください。"

    @property
    def offers_phones(self) -> bool:
        """Whether there is a choice at all (RESET-04)."""
        return offers_phones()

    def clean_kind(self) -> Reach:
        """A mail address where nothing is chosen."""
        return Reach(self.cleaned_data["kind"] or Reach.MAIL)

    def clean_address(self) -> str:
        """As it is kept: small letters, or E.164."""
        kind = self.cleaned_data.get("kind", Reach.MAIL)
        field = Field("address", Reach(kind).label)
        read = reach.phone if kind == Reach.PHONE else reach.mail
        return read_with(read, field, self.cleaned_data["address"])
