"""Nothing of what lies under a mask is left anywhere: bytes, previews, metadata, tables (EVID-04, EVID-06)."""

import io
import random
import re
from datetime import datetime

import pytest
from django.db import connection
from PIL import Image, ImageChops

from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.evidence.actions import mask, turn, upload
from ccus.domain.evidence.models import Evidence
from ccus.domain.evidence.terms import Box, Purpose
from tests.factories.evidence import opened, saved

pytestmark = pytest.mark.django_db
ME = Actor(ActorKind.WORKER, 1)
BOX = Box(203, 207, 451, 503)
EVERYTHING = """
select format('select %L || coalesce(string_agg(%I::text, %L), %L) from %s',
              t.oid::regclass || '.' || c.attname || ' ', c.attname, ',', '', t.oid::regclass)
from pg_class t
join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
and c.atttypid in ('bytea'::regtype, 'text'::regtype, 'varchar'::regtype, 'jsonb'::regtype)
and has_column_privilege(t.oid, c.attnum, 'select')
"""
"""A statement for each column that can hold bytes or words and that the register may read."""


def noise(seed: int, width: int, height: int) -> Image.Image:
    """The hardest secret there is: every pixel says something else."""
    return Image.frombytes("RGB", (width, height), random.Random(seed).randbytes(3 * width * height))


def paper(secret: int, width: int = 800, height: int = 600) -> Image.Image:
    """The same paper but for what stands under the mask, up to its very edge."""
    sheet = noise(0, width // 8, height // 8).resize((width, height))
    left, top = BOX.left * width // 1000, BOX.top * height // 1000
    right, bottom = -(-BOX.right * width // 1000), -(-BOX.bottom * height // 1000)
    sheet.paste(noise(secret, right - left, bottom - top), (left, top))
    return sheet


def held_after(data: bytes, at: datetime) -> Evidence:
    held = upload(data=data, purpose=Purpose.INSURANCE, by=ME, at=at)
    mask(key=held.key, boxes=[BOX], by=ME, at=at)
    return Evidence.objects.get(pk=held.pk)


def columns(held: Evidence) -> tuple[bytes, bytes, bytes, int, int]:
    return bytes(held.content), bytes(held.preview), bytes(held.sha256), held.width, held.height


@pytest.mark.parametrize(
    "size",
    [(800, 600), *(pytest.param(size, marks=pytest.mark.thorough) for size in ((1999, 1501), (2600, 1900)))],
    ids=str,
)
def test_papers_that_differ_under_the_mask_are_one_in_every_column(
    size: tuple[int, int], at: datetime
) -> None:
    first, second = (held_after(saved(paper(secret, *size)), at) for secret in (1, 2))
    assert columns(first) == columns(second)


def test_a_paper_turned_before_keeps_no_trace_that_anybody_could_read(at: datetime) -> None:
    turned = []
    for secret in (1, 2):
        held = upload(data=saved(paper(secret)), purpose=Purpose.INSURANCE, by=ME, at=at)
        turn(key=held.key, by=ME, at=at)
        mask(key=held.key, boxes=[Box(496, 203, 794, 451)], by=ME, at=at)
        turned.append(opened(Evidence.objects.get(pk=held.pk).content))
    low, high = ImageChops.difference(*turned).convert("L").getextrema()
    assert (low, high) <= (0, 8)


def test_a_photograph_brings_no_small_picture_of_itself_along(at: datetime) -> None:
    exif = Image.Exif()
    exif[0x010E] = "健康保険証 12345678"
    exif.get_ifd(0x8769)[0x9286] = b"SECRET-IN-A-COMMENT"
    small = saved(paper(1, 160, 120), "JPEG")
    data = saved(paper(1), "JPEG", exif=exif.tobytes() + small, comment=b"SECRET", dpi=(300, 300))
    held = held_after(data, at)
    for jpeg in (bytes(held.content), bytes(held.preview)):
        image = opened(jpeg)
        assert set(image.info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert (dict(image.getexif()), jpeg.count(b"\xff\xd8\xff"), b"SECRET" in jpeg) == ({}, 1, False)


def test_the_tables_of_quantisation_are_ours_whatever_the_camera_used(at: datetime) -> None:
    tables = set()
    for quality, subsampling in ((30, 2), (98, 0)):
        held = held_after(saved(paper(1), "JPEG", quality=quality, subsampling=subsampling), at)
        tables |= set(re.findall(rb"\xff\xdb\x00\x43.{65}", bytes(held.content), re.DOTALL))
    assert len(tables) == 2  # of brightness and of colour


def test_nothing_stands_behind_the_end_of_the_image(at: datetime) -> None:
    held = held_after(saved(paper(1), "JPEG") + b"SECRET-BEHIND-THE-END", at)
    assert bytes(held.content).endswith(b"\xff\xd9")
    assert b"SECRET" not in bytes(held.content) + bytes(held.preview)


def holding(traces: list[str]) -> set[str]:
    """The columns, of all that the register may read, that hold one of these."""
    found = set()
    with connection.cursor() as cursor:
        cursor.execute(EVERYTHING)
        statements = [statement for (statement,) in cursor.fetchall()]
        assert len(statements) > 200
        for statement in statements:
            cursor.execute(statement)
            [(words,)] = cursor.fetchall()
            found |= {words.partition(" ")[0]} if any(trace in words for trace in traces) else set()
    return found


def test_no_column_of_any_table_holds_the_image_before_the_mask(at: datetime) -> None:
    before = upload(data=saved(paper(1)), purpose=Purpose.INSURANCE, by=ME, at=at)
    traces = [bytes(held)[-400:-2].hex() for held in (before.content, before.preview)]
    traces.append(bytes(before.sha256).hex())
    assert holding(traces) == {"evidence.content", "evidence.preview", "evidence.sha256"}
    mask(key=before.key, boxes=[BOX], by=ME, at=at)
    assert holding(traces) == set()


def test_the_event_of_a_mask_says_how_many_and_not_where(at: datetime) -> None:
    held_after(saved(paper(1)), at)
    assert Event.objects.latest("pk").detail == {"boxes": 1}


def test_both_images_are_black_to_the_edge_of_the_mask(at: datetime) -> None:
    held = held_after(saved(paper(1)), at)
    for jpeg in (held.content, held.preview):
        image = Image.open(io.BytesIO(bytes(jpeg))).convert("L")
        width, height = image.size
        inside = [edge * side // 1000 for edge, side in zip(BOX, (width, height) * 2, strict=True)]
        assert image.crop(tuple(inside)).getextrema()[1] <= 8  # type: ignore[arg-type, operator]
