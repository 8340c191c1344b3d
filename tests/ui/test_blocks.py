"""記入用紙: every kind of field is asked as people expect it; labels, help, faults and echoes stand together."""

from datetime import date

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from ccus.domain.applications.options import codes, label, options
from ccus.domain.workers.blocks.catalogue import CATALOGUE
from ccus.domain.workers.blocks.person import CONTACT, NAME, STATUS
from ccus.domain.workers.blocks.work import INSURANCE, TRADES
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.reading import read
from ccus.ui.entry.form import BlockForm, block_form, echoes, raw_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def form(block: Block, **raw: str) -> BlockForm:
    reading = read(block, raw, today=TODAY, codes=codes)
    understood = echoes(block, raw, reading.values, label=label)
    return block_form(block, raw, options=options, faults=reading.faults, echoes=understood)


def drawn(block: Block, **raw: str) -> str:
    return render_to_string("ui/block.html", {"form": form(block, **raw)})


@pytest.mark.parametrize("block", [r.block for r in CATALOGUE], ids=lambda block: block.key)
def test_every_block_of_a_worker_can_be_drawn(block: Block) -> None:
    words = drawn(block)
    assert all(field.label in words for field in block.fields)


def test_a_field_stands_with_its_label_help_and_fault() -> None:
    words = drawn(CONTACT, phone="090")
    control = words.split('id="id_phone"')[1].split(">")[0]
    assert 'aria-describedby="id_phone_help id_phone_echo id_phone_error"' in control
    assert 'aria-invalid="true"' in control
    assert 'inputmode="tel"' in control
    assert 'autocomplete="tel"' in control


def test_a_few_options_stand_open_and_many_are_folded() -> None:
    assert drawn(STATUS).count('type="radio" name="sex"') == 2
    assert '<select class="input" id="id_nationality"' in drawn(STATUS)


def test_options_stand_under_their_headings() -> None:
    assert "<optgroup" in drawn(TRADES)


def test_a_day_in_the_old_calendar_is_echoed_in_both() -> None:
    block = Block("day", "日", (Field("on", "日", Kind.DATE),))
    assert form(block, on="昭和64年1月7日").asked[0].echo == "1989年1月7日（昭和64年）"


def test_what_reads_as_it_was_typed_has_no_echo() -> None:
    assert form(CONTACT, postcode="105-0001", phone="090-1234-5678").asked[0].echo == ""


def test_kana_are_echoed_as_they_will_stand() -> None:
    asked = {asked.field.name: asked for asked in form(NAME, kana="けんせつ ﾐﾗｲ")}
    assert asked["kana"].echo == "ケンセツ ミライ"


def test_a_question_says_on_which_other_it_depends() -> None:
    assert 'data-only-with="health=joined"' in drawn(INSURANCE)


def test_markup_that_was_typed_stays_text() -> None:
    words = drawn(NAME, official='"><script>alert(1)</script>')
    assert "<script>" not in words


def test_what_a_page_sent_is_read_by_field_and_by_nothing_else() -> None:
    sent = QueryDict("a-sex=male&a-nationality=JP&other=1&sex=female")
    assert raw_of(STATUS, sent, prefix="a-") == {
        "sex": "male",
        "nationality": "JP",
        "residence_status": "",
        "residence_until": "",
        "since": "",
    }


def test_a_fault_of_no_field_is_said_on_top() -> None:
    fault = read(CONTACT, {}, today=TODAY, codes=codes).faults[0]
    fault.field = None
    faulty = block_form(CONTACT, {}, options=options, faults=[fault])
    assert faulty.general == (fault.sentence,)
