"""黒く塗る (EVID-06)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ccus.domain.evidence import actions
from ccus.domain.evidence.reading import described
from ccus.entrance.acting.door import filing_page
from ccus.entrance.asked import key_of
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.entry.block import Kind
from ccus.foundation.refusals import Refusal
from ccus.portals.filing.mask.boxes import COLUMNS, ROWS, boxes_of, cell_label
from ccus.portals.filing.sheet.loading import hand_of, owner_of_images, sheet_of


@require_http_methods(["GET", "HEAD", "POST"])
@filing_page
def mask(request: HttpRequest, filer: Filer, number: str, section: str, row: str, field: str) -> HttpResponse:
    """The image with the grid over it; what is pressed blackens for good."""
    sheet = sheet_of(filer, number)
    shown = sheet.section(section)
    found = shown.row(row)
    asked = next((f for f in shown.block.fields if f.name == field and f.kind is Kind.FILE), None)
    key = key_of(found.raw.get(field, "")) if found is not None and asked is not None else None
    owner = owner_of_images(filer, sheet.case)
    image = described([key], owner=str(owner)).get(key) if key is not None else None
    if asked is None or key is None or image is None:
        raise Http404
    if not sheet.is_writable:
        return redirect("filing:application", number)
    names = [number, section, row] if shown.is_list else [number, section]
    back = f"{reverse('filing:row' if shown.is_list else 'filing:section', args=names)}#id_{field}"
    error = ""
    if request.method == "POST":
        boxes = boxes_of(request.POST.getlist("cell"), request.POST.get("boxes", ""))
        try:
            actions.mask(key=key, boxes=boxes, owner=owner, by=hand_of(filer, sheet.case), at=clock.now())
        except Refusal as refusal:
            error = refusal.sentence
        else:
            return redirect(back)
    context = {
        "case": sheet.case,
        "section": shown,
        "field": asked,
        "image": image,
        "cells": [(cell, cell_label(cell)) for cell in range(COLUMNS * ROWS)],
        "back": back,
        "error": error,
    }
    return framed(
        request, "filing/mask/page.html", context, current="filing:home", status=422 if error else 200
    )
