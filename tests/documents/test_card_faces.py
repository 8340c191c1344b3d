"""券面 and print data: what stands on a card, and that a print shop can cut it (CARD-15 to CARD-17)."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import cast

import pytest
from django.test.utils import override_settings
from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject

from ccus.documents.card_face import CardFace, CardLook, back_svg, face_png, face_svg, faces_pdf
from ccus.documents.card_front import PHOTO
from ccus.documents.letters import missing
from ccus.domain.evidence.rules import PORTRAIT_LEAST
from tests.documents.card_papers import GOLD, ROMAN, SAMPLE, THIRD, photograph, printed
from tests.documents.papers import FORTY_LETTERS, HOSTILE

LONG = "勅使河原武者小路伊集院長宗我部一郎太左衛門之介慶喜信長秀吉家康義経弁慶与一兼続"
NAMES = ["林", "建設 未来", "髙橋 𠮷三郎", LONG[:40], FORTY_LETTERS, "W" * 40, ROMAN.name, HOSTILE]
INCH, POINT = 25.4, 72 / 25.4


def sides(*faces: CardFace) -> list[PageObject]:
    return list(PdfReader(BytesIO(faces_pdf([printed(face) for face in faces])), strict=True).pages)


def words(page: PageObject) -> str:
    return "".join(page.extract_text().split())


def millimetres(box: str, page: PageObject) -> list[float]:
    edges = cast("ArrayObject", page[box])
    return [round(float(edge) / POINT, 2) for edge in edges]


def test_the_guides_sample_card_says_what_the_guides_does() -> None:
    face, _ = sides(SAMPLE)
    for said in ("建設キャリアアップシステム", "12345678901234-01", "建設未来", "2019年", "1989年4月生"):
        assert said in words(face)
    assert "2029年4月1日" in words(face)
    assert "一般財団法人建設業振興基金" in words(face)


def test_of_the_day_of_birth_only_year_and_month_are_printed() -> None:
    face, _ = sides(replace(SAMPLE, birth_on=date(1989, 12, 28), expires_on=date(2029, 1, 1)))
    assert "1989年12月生" in words(face)
    assert "28" not in words(face)


def test_the_back_has_the_code_and_asks_the_finder_to_call() -> None:
    face, back = sides(SAMPLE)
    for said in ("本人確認番号", "0427", "拾った方", "電話をください", "03-6386-3725"):
        assert said in words(back)
    assert "0427" not in words(face)


@override_settings(CONTACT_ADDRESS="〒100-0000 東京都千代田区ほんまち1-2-3")
def test_the_back_has_an_address_for_a_found_card_where_the_register_has_one() -> None:
    _, back = sides(SAMPLE)
    assert "送ってください" in words(back)
    assert "〒100-0000" in words(back)


def test_a_page_shows_the_back_without_the_code() -> None:
    assert "カードの裏に印刷" in back_svg(None)
    assert "0427" in back_svg("0427")


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_of_a_name_is_printed_as_a_letter(name: str) -> None:
    face, _ = sides(replace(SAMPLE, name=name))
    assert "".join(name.split()) in words(face)


def test_a_chosen_alias_stands_beside_the_name() -> None:
    face, _ = sides(replace(SAMPLE, name="NGUYEN THI THAO", alias="グエン タオ"))
    assert "通称名グエンタオ" in words(face)
    assert "通称名" not in words(sides(SAMPLE)[0])


def test_each_card_has_two_pages_cut_at_the_size_of_a_card_with_bleed_and_marks() -> None:
    pages = sides(SAMPLE, ROMAN)
    assert len(pages) == 4
    for page in pages:
        assert millimetres("/TrimBox", page) == [10.0, 10.0, 95.6, 63.98]
        assert millimetres("/BleedBox", page) == [7.0, 7.0, 98.6, 66.98]
        assert millimetres("/MediaBox", page) == [0.0, 0.0, 105.6, 73.98]


def test_the_smallest_photograph_that_is_taken_has_three_hundred_dots_an_inch_on_the_card() -> None:
    dots = [pixels / (tenths / 10) * INCH for pixels, tenths in zip(PORTRAIT_LEAST, PHOTO[2:], strict=True)]
    assert min(dots) >= 300


def test_the_photograph_goes_into_the_print_data_as_it_is_kept() -> None:
    assert photograph() in faces_pdf([printed(SAMPLE)])


@pytest.mark.parametrize("look", [GOLD, THIRD])
def test_a_further_colour_is_drawn_from_its_row_alone(look: CardLook) -> None:
    drawn = face_svg(replace(SAMPLE, look=look), photo="")
    assert all(said in drawn for said in (look.label, look.paper, look.band, look.ink))
    assert look.band not in face_svg(SAMPLE, photo="")


def test_without_a_photograph_a_drawing_takes_its_place() -> None:
    assert "<image" not in face_svg(SAMPLE, photo="")
    assert '<image x="44"' in face_svg(SAMPLE, photo="/worker/photo/?a=1&b=2")
    assert len(faces_pdf([replace(printed(SAMPLE), photo=b"")])) > 10_000


def test_the_face_says_itself_to_whoever_does_not_see_it() -> None:
    drawn = face_svg(replace(SAMPLE, name='"><script>'), photo="")
    assert "技能者ID 1234 5678 9012 34 - 01。" in drawn
    assert "<script>" not in drawn


def test_a_picture_of_the_face_is_trimmed_at_three_hundred_dots() -> None:
    picture = Image.open(BytesIO(face_png(SAMPLE, photo=photograph())))
    assert picture.size == (1011, 638)


def test_no_card_at_all_is_refused_rather_than_printed_empty() -> None:
    with pytest.raises(ValueError, match="no card"):
        faces_pdf([])


def test_letters_that_the_font_of_the_card_lacks_are_named_once() -> None:
    assert missing("髙橋 𠮷三郎 葛\U000e0101城 Nguyễn 김　하늘") == ""
    assert missing("𪚥田 𪚥男 Doğan") == "𪚥ğ"
