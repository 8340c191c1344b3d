"""Tags of the shared components: `{% load ui %}`."""

from datetime import date, datetime, timedelta

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ccus.documents.card_face import back_svg, face_svg
from ccus.domain.cards import faces
from ccus.domain.work_history.terms import Evidence, State
from ccus.foundation.clock import day_of
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words
from ccus.ui import formatting
from ccus.ui.badges import Badge, badge, evidence_badge
from ccus.ui.icons import ICONS

register = template.Library()

register.filter("ymd", date_words)
register.filter("md", formatting.month_day)
register.filter("weekday", formatting.weekday)
register.filter("span", formatting.span_words)
register.filter("grouped_id", grouped)


@register.filter
def hm(at: datetime, of: date | None = None) -> str:
    """`{{ record.last_out|hm:record.work_on }}`: the time of day, 翌 before it when it fell on the next day."""
    return formatting.clock_time(at, of)


@register.filter
def reading_below(name: str, kana: str) -> str:
    """`{{ name|reading_below:kana }}`: the kana of a name that carries none over it."""
    return formatting.reading_below(name, kana)


@register.filter
def card_colour(colour: str) -> str:
    """一般のカード（白色） for `white`."""
    return faces.label(colour)


@register.filter
def local_day(at: datetime) -> date:
    """The day in Japan on which an instant falls."""
    return day_of(at)


@register.filter
def last_day(due_at: datetime) -> date:
    """The last day on which something is still possible, for the first instant that is too late."""
    return day_of(due_at - timedelta(microseconds=1))


@register.filter
def kanji_number(number: int) -> str:
    """一 to 九 as in 二次下請; figures above."""
    return "〇一二三四五六七八九"[number] if 0 <= number <= 9 else str(number)


@register.filter
def thousands(number: int) -> str:
    """1,284."""
    return f"{number:,}"


@register.simple_tag
def icon(name: str, size: int = 24) -> SafeString:
    """A drawn icon; always beside a word, so it is hidden from screen readers."""
    return format_html(
        '<svg width="{}" height="{}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>',
        size,
        size,
        mark_safe(ICONS[name]),  # noqa: S308 - our own drawings, nobody's input
    )


@register.inclusion_tag("ui/name.html")
def person_name(name: str, kana: str) -> dict[str, object]:
    """氏名 with its reading over it. Long names get the smaller letters."""
    return {"parts": formatting.ruby_parts(name, kana)}


@register.simple_tag
def card_face(face: faces.CardFace, photo: str = "") -> SafeString:
    """{% card_face face photo %}: the 券面 as it is printed; `photo` is the address of the photograph (CARD-17)."""
    return mark_safe(face_svg(face, photo=photo))  # noqa: S308 - escaped where it is drawn


@register.simple_tag
def card_back() -> SafeString:
    """{% card_back %}: カード裏面; it says where the 本人確認番号 stands, and never which (CARD-13)."""
    return mark_safe(back_svg(None))  # noqa: S308 - drawn by us


@register.simple_tag
def contact(part: str) -> str:
    """お問い合わせ先 (D-24): `name`, `tel`, `mail`, `hours`, `operator`, and `payment`, how people pay."""
    value: str = getattr(settings, f"CONTACT_{part.upper()}")
    return value


@register.inclusion_tag("ui/chip.html")
def state_chip(state: State | None) -> dict[str, object]:
    """{% state_chip day.state %}: shape, word and colour."""
    shown = badge(state)
    return {"tone": shown.tone, "symbol": shown.icon, "word": shown.word}


@register.inclusion_tag("ui/chip.html")
def evidence_chip(evidence: Evidence) -> dict[str, object]:
    """{% evidence_chip record.evidence %}: what a day rests on."""
    shown = evidence_badge(evidence)
    return {"tone": shown.tone, "symbol": shown.icon, "word": shown.word}


@register.filter("badge")
def badge_of(state: State | None) -> Badge:
    """`{{ state|badge }}`: for places that draw shape, word and colour themselves."""
    return badge(state)
