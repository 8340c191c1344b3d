"""パスワードを忘れた方の入力."""

from datetime import date

from django import forms

from ccus.foundation import clock
from ccus.foundation.entry import dates
from ccus.foundation.entry.block import Field
from ccus.foundation.identifiers import digits_of, read_number
from ccus.foundation.japanese import half_width, tidy
from ccus.ui.forms import Form, read_with, text_input

LABEL = "技能者ID"
_BIRTH = Field("birth_on", "生年月日")


class NumberForm(Form):
    """技能者ID, put right as at the sign-in (SIGN-02)."""

    login_id = forms.CharField(
        label=LABEL,
        help_text="カードの表にある14桁の番号です。空白や「-」が入っていても使えます。",
        max_length=60,
        widget=text_input(autocomplete="username", inputmode="numeric"),
        error_messages={
            "required": f"{LABEL}を入力してください。",
            "max_length": f"{LABEL}が長すぎます。14桁の数字を入力してください。",
        },
    )

    def clean_login_id(self) -> str:
        """The 14 digits, or a sentence that says how many were seen."""
        return read_with(read_number, self.cleaned_data["login_id"], label=LABEL, field="login_id")


class CodeForm(Form):
    """確認番号: 8 digits, with or without a space."""

    code = forms.CharField(
        label="確認番号",
        help_text="メールで届いた8桁の数字です。",
        max_length=40,
        widget=text_input(autocomplete="one-time-code", inputmode="numeric"),
        error_messages={"required": "確認番号を入力してください。"},
    )

    def clean_code(self) -> str:
        """The digits alone."""
        return _digits(self.cleaned_data["code"], "確認番号", 8)


class RequestForm(NumberForm):
    """再設定の申し込み: what is on the card, and what is not (RESET-05)."""

    security_code = forms.CharField(
        label="本人確認番号",
        help_text="いちばん新しいカードの裏にある、4桁の数字です。",
        max_length=20,
        widget=text_input(autocomplete="off", inputmode="numeric"),
        error_messages={"required": "本人確認番号を入力してください。"},
    )
    birth_on = forms.CharField(
        label="生年月日",
        help_text="例：昭和26年5月3日、1951年5月3日、19510503",
        max_length=40,
        widget=text_input(autocomplete="bday"),
        error_messages={"required": "生年月日を入力してください。"},
    )

    def clean_security_code(self) -> str:
        """The digits alone."""
        return _digits(self.cleaned_data["security_code"], "本人確認番号", 4)

    def clean_birth_on(self) -> date:
        """As people write it (DATA-22)."""
        return read_with(dates.day, _BIRTH, self.cleaned_data["birth_on"], today=clock.today())


class TakingForm(Form):
    """受付番号 and 合言葉 (RESET-07)."""

    ticket = forms.CharField(
        label="受付番号",
        help_text="申し込んだときに出た10桁の数字です。",
        max_length=40,
        widget=text_input(autocomplete="off", inputmode="numeric"),
        error_messages={"required": "受付番号を入力してください。"},
    )
    phrase = forms.CharField(
        label="合言葉",
        help_text="申し込んだときに出た4つの言葉です。続けて入力してもかまいません。",
        max_length=100,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        error_messages={"required": "合言葉を入力してください。"},
    )

    def clean_ticket(self) -> str:
        """The digits alone."""
        return _digits(self.cleaned_data["ticket"], "受付番号", 10)

    def clean_phrase(self) -> str:
        """Without what stands around it."""
        return tidy(self.cleaned_data["phrase"])


def _digits(typed: str, label: str, count: int) -> str:
    digits = digits_of(half_width(typed))
    if not (digits.isascii() and digits.isdigit()) or len(digits) != count:
        raise forms.ValidationError(
            f"{label}は{count}桁の数字です（今は{len(digits)}文字です）。もう一度、確かめて入力してください。"
        )
    return digits
