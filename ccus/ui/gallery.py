"""部品の見本帳: every component on one page, for people who build pages. Has an address only where DEBUG is on."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from ccus.domain.cards.faces import CardFace, CardLook
from ccus.domain.work_history.terms import State
from ccus.ui.forms import Form, password_input, text_input
from ccus.ui.icons import ICONS

LOOKS = (
    CardLook("white", "一般のカード（白色）", "#ffffff", "#dde5ee", "#00234b"),
    CardLook("gold", "ゴールドカード", "#f7e3a1", "#c6962b", "#00234b"),
    CardLook("blue", "もう一つの色", "#1f4e8c", "#0b2a55", "#ffffff"),
)
"""As rows say them; the third shows that a further row is enough (CARD-03)."""
NAMES = (("建設 未来", ""), ("Nguyễn Thị Phương Thảo", "グエン ティ フオン タオ"))


class SampleForm(Form):
    """A field with help, and one that lacks something."""

    number = forms.CharField(
        label="技能者ID", help_text="カードの表にある14桁の番号です。", widget=text_input(inputmode="numeric")
    )
    password = forms.CharField(
        label="パスワード",
        widget=password_input(autocomplete="off"),
        error_messages={"required": "パスワードを入力してください。"},
    )


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """見本帳."""
    context = {
        "form": SampleForm({"number": "1234 5678 9012 34"}),
        "icons": ICONS,
        "states": [*State, None],
        "faces": [
            CardFace("12345678901234", 1, look, name, alias, 2019, date(1989, 4, 1), date(2029, 4, 1))
            for look in LOOKS
            for name, alias in NAMES
        ],
        "names": [
            ("建設 未来", "ケンセツ ミライ"),
            ("Nguyễn Văn Anh", "グエン ヴァン アイン"),
            ("𠮷", "ヨシ"),
        ],
    }
    return render(request, "ui/gallery.html", context)


urlpatterns = [path("gallery/", gallery, name="gallery")]
