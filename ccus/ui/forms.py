"""入力欄: forms and widgets that look and speak like the rest. A worker's fields are 56 px high (`ui/field.html`)."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from django import forms

from ccus.foundation.refusals import Refusal

P = ParamSpec("P")
T = TypeVar("T")


class Form(forms.Form):
    """A form whose labels carry no colon and whose required fields say nothing, because all of ours are required."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def refuse(self, refusal: Refusal) -> None:
        """Show a refusal at the field it names, or on top where it names none of this form's."""
        self.add_error(refusal.field if refusal.field in self.fields else None, refusal.sentence)


def text_input(**attrs: object) -> forms.TextInput:
    """A line of text; digits stand under each other."""
    return forms.TextInput(attrs={"class": "input num", **attrs})


def password_input(**attrs: object) -> forms.PasswordInput:
    """A password; never sent back to the page."""
    return forms.PasswordInput(attrs={"class": "input", **attrs})


def present_password() -> forms.CharField:
    """今のパスワード: asked again before something that whoever found an open device must not do."""
    return forms.CharField(
        label="今のパスワード",
        strip=False,
        max_length=256,
        widget=password_input(autocomplete="current-password"),
        error_messages={"required": "今のパスワードを入力してください。"},
    )


def read_with(read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What is read, in the `clean_…` of a field: a refusal becomes the field's own fault."""
    try:
        return read(*args, **kwargs)
    except Refusal as refusal:
        raise forms.ValidationError(refusal.sentence) from refusal
