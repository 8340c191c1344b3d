"""`manage.py seed_demo`: fill an empty register with a small invented country."""

import argparse
import shutil
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from psycopg import sql
from tqdm import tqdm

from ccus.demo import load
from ccus.demo.plan.facts import Span
from ccus.demo.scales import FIRST_MONTHS, SCALES, SPARE_BYTES, Scale, bytes_needed, months_that_fit
from ccus.demo.scenes.play import play
from ccus.domain.work_history.rules import date_of, day_number, month_start
from ccus.foundation import clock, env
from ccus.foundation.reading_as import REGISTER, reading_as

_OPENING = date(2019, 4, 1)
_GIB = 1024**3


class Command(BaseCommand):
    """仮の国を作る. The same scale, seed and day make the same country; its taps end before the day begins."""

    help = "仮の国（技能者・事業者・現場・カードタッチ・就業履歴）を、空のデータベースに作ります。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.add_argument("--scale", choices=sorted(SCALES), default="town", help="規模（既定: town）")
        parser.add_argument("--seed", type=int, default=1, help="乱数の種（既定: 1）")
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            help="国の「今日」（既定: 日本の今日）。履歴は前の日で終わります",
        )

    @reading_as(REGISTER)
    def handle(self, *_args: Any, **options: Any) -> None:
        _require_empty()
        scale = self._fitting(SCALES[options["scale"]])
        today = day_number(options["today"] or clock.today())
        span = Span(_months_before(today, scale.months), today)
        first_day = min(span.from_day, day_number(_OPENING))
        started = time.perf_counter()
        with tqdm(
            total=100, unit="%", disable=None, bar_format="{l_bar}{bar}| {elapsed}<{remaining} {postfix}"
        ) as bar:

            def progress(part: float, written: load.Written) -> None:
                bar.set_postfix_str(
                    f"{written.rows / (time.perf_counter() - started):,.0f} rows/s", refresh=False
                )
                bar.update(part * 100 - bar.n)

            written = load.write(scale, options["seed"], span, first_day, progress)
        play(span)
        seconds = time.perf_counter() - started
        self.stdout.write(
            f"{scale.name}: {written.rows:,} rows ({written.taps:,} taps, {written.records:,} records)"
            f" in {seconds:.1f} s, {written.rows / seconds:,.0f} rows/s"
        )

    def _fitting(self, scale: Scale) -> Scale:
        """The scale with as many months as the disk holds; says what it will do. Raises CommandError."""
        free = shutil.disk_usage(_existing(env.data_folder())).free
        months = months_that_fit(scale, free)
        whole = bytes_needed(scale, scale.months) / _GIB
        if months == 0 or (months < scale.months and scale.months < FIRST_MONTHS):
            raise CommandError(
                f"{scale.name} には約 {whole:,.0f} GiB と余裕 {SPARE_BYTES // _GIB} GiB が要ります。"
                f"空きは {free / _GIB:,.0f} GiB です。空きを増やすか、小さい --scale を選んでください。"
            )
        self.stdout.write(
            f"{scale.name}: 技能者 {scale.workers:,}人、事業者 {scale.companies:,}、現場 {scale.sites:,}、"
            f"{months}か月、約 {bytes_needed(scale, months) / _GIB:,.1f} GiB（空き {free / _GIB:,.0f} GiB）"
        )
        return replace(scale, months=months)


def _require_empty() -> None:
    named = {"worker": "技能者", "company": "事業者", "place": "現場", "account": "アカウント"}
    with connection.cursor() as cursor:
        for table, word in named.items():
            cursor.execute(sql.SQL("SELECT EXISTS (SELECT FROM {})").format(sql.Identifier(table)))
            if cursor.fetchone() == (True,):
                raise CommandError(
                    f"このデータベースには、すでに{word}の登録があります。本物の登録に仮の国をまぜないよう、"
                    "空のデータベースを指定してください（デモを作り直すときは bin/demo --reset）。"
                )


def _months_before(today: int, months: int) -> int:
    on = date_of(month_start(today))
    count = max(on.year * 12 + on.month - 1 - months, _OPENING.year * 12 + _OPENING.month - 1)
    return day_number(date(count // 12, count % 12 + 1, 1))


def _existing(folder: Path) -> Path:
    return folder if folder.exists() else _existing(folder.parent)
