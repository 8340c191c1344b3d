"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.office.desk.case import desk_act, desk_case, desk_note, desk_record, desk_reply
from ccus.portals.office.desk.view import desk, desk_call

pages: list[URLPattern | URLResolver] = [
    path("desk/", desk, name="desk"),
    path("desk/call/", desk_call, name="desk-call"),
    path("desk/<slug:number>/", desk_case, name="desk-case"),
    path("desk/<slug:number>/reply/", desk_reply, name="desk-reply"),
    path("desk/<slug:number>/note/", desk_note, name="desk-note"),
    path("desk/<slug:number>/record/", desk_record, name="desk-record"),
    path("desk/<slug:number>/<slug:act>/", desk_act, name="desk-act"),
]
"""Addresses: a case by its お問い合わせ番号."""
