"""提案したあとの言葉."""

from django.contrib import messages
from django.http import HttpRequest


def say_proposed(request: HttpRequest, what: str) -> None:
    """What the officer reads who has just proposed something (EYES-03)."""
    messages.success(request, f"{what}を提案しました。別の係員が「二人目の確認」で確かめると、行われます。")
