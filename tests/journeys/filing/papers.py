"""What is typed in the stories, by the labels of the pages, and photographs as a telephone takes them."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import time_machine
from PIL import Image, ImageDraw
from playwright.sync_api import FilePayload

from ccus.foundation import clock
from ccus.foundation.japanese import date_words
from tests.journeys.filing.people import Answers


def photograph(
    name: str = "shashin.jpg", width: int = 900, height: int = 1200, tint: int = 90
) -> FilePayload:
    """A JPEG with something on it."""
    image = Image.new("RGB", (width, height), (tint, 140, 190))
    ImageDraw.Draw(image).ellipse(
        (width // 4, height // 5, 3 * width // 4, height // 2), fill=(235, 200, 170)
    )
    file = io.BytesIO()
    image.save(file, format="JPEG", quality=80)
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}


@contextmanager
def days_ago(days: int = 10) -> Iterator[None]:
    """What is done here was done then."""
    with time_machine.travel(clock.now() - timedelta(days=days)):
        yield


def yesterday() -> str:
    """As one types it."""
    return date_words(clock.today() - timedelta(days=1))


HOME: Answers = {
    "郵便番号": "105-0001",
    "都道府県": "東京都",
    "市区町村・町名": "港区虎ノ門",
    "番地": "1丁目2番3号",
    "電話番号": "090-1234-5678",
    "メールアドレス": "hanako@example.jp",
}
SLINGING: Answers = {"資格種別": "玉掛け", "資格番号": "第1234号", "資格取得日": "R3.4.1"}


def certificate(**answers: str) -> Answers:
    """玉掛け with its certificate, or as said."""
    return {**SLINGING, **answers, "証書の画像": photograph("shosho.jpg", 1200, 900)}


def who() -> dict[str, Answers]:
    """The person."""
    return {
        "氏名": {"氏名": "山田 花子", "氏名のよりどころ": "運転免許証", "フリガナ": "やまだ はなこ"},
        "生年月日": {"生年月日": "平成7年5月5日"},
        "性別・国籍・在留資格": {"性別": "女", "国籍": "日本"},
        "連絡先": HOME,
    }


def the_rest() -> dict[str, Answers]:
    """Everything else that 詳細型 must have."""
    return {
        "緊急連絡先": {
            "緊急連絡先の氏名": "山田 太郎",
            "本人との関係": "父",
            "緊急連絡先の電話番号": "090-8765-4321",
        },
        "顔写真": {"顔写真": photograph()},
        "本人確認書類": {"書類の種類": "運転免許証", "書類の画像（表）": photograph("menkyo.jpg", 1200, 900)},
        "社会保険": {
            "健康保険": "加入",
            "健康保険の種別": "建設国保",
            "年金保険": "未加入",
            "雇用保険": "適用除外",
        },
        "退職金共済": {},
        "健康診断": {"健康診断を受けた日": "2026-05-01", "血圧（上）": "120", "血圧（下）": "80"},
        "職種": {"主な職種": "鉄筋工", "職種2": "大工"},
        "カードの送付先": {"送付先": "連絡先の住所"},
        "規約などへの同意": {"利用規約に同意する": True, "個人情報の取扱いに同意する": True},
    }
