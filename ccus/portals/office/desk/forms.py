"""記入欄: an answer, what was said by telephone, a call."""

from ccus.domain.applications.enquiring import LONGEST_NOTE
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.desk.answers import ANSWERS, BY_SIDE
from ccus.domain.desk.fields import in_words
from ccus.domain.desk.replying import Reply
from ccus.domain.desk.screens import Screen, screens_of
from ccus.domain.desk.terms import SUBJECTS, Asks, Channel, Subject
from ccus.foundation.entry.block import Block, Field, Kind, Raw
from ccus.foundation.entry.options import Option, of_terms
from ccus.ui.entry.choices import Options
from ccus.ui.entry.sheets import Sheet

CANNED = Block("canned", "定型の答え", (Field("answer", "定型の答え", Kind.CHOICE, choices="answer"),))
REPLY = Block(
    "reply",
    "答える",
    (
        in_words("答え", "問い合わせた人が読みます。短い文で、やさしい言葉で書いてください。"),
        Field(
            "screen",
            "答えから開ける画面",
            Kind.CHOICE,
            choices="screen",
            help="問い合わせた人の、自分の画面が開きます。",
        ),
        Field(
            "screen_on",
            "開く日",
            Kind.DATE,
            is_past=True,
            help="「その日の就業履歴」のときに入れてください。例：2026年11月19日",
            only_with=("screen", Screen.DAY),
        ),
    ),
)
REPLY_OF_NOBODY = Block("reply", "答える", (in_words("答え", "電話かメールで伝えたことを書いてください。"),))
NOTE = Block("note", "聞いたことを書く", (in_words("聞いたこと", "問い合わせた人も読みます。"),))
CALL = Block(
    "call",
    "電話・メールを書く",
    (
        Field("channel", "受け付けた方法", Kind.CHOICE, choices="channel", is_required=True),
        Field("worker_number", "技能者ID", Kind.ID14, help="技能者からのときに入れてください。"),
        Field(
            "company_number",
            "事業者ID",
            Kind.ID14,
            help="事業者からのときに入れてください。登録のない方は、どちらも空にします。",
        ),
        Field("reason", "理由", Kind.CHOICE, choices="enquiry_reason", is_required=True),
        Field(
            "note",
            "くわしい理由",
            longest=LONGEST_NOTE,
            help="技能者本人が「閲覧の記録」で読みます。「その他」のときは必ず書いてください。",
        ),
        Field("subject", "内容", Kind.CHOICE, choices="subject", is_required=True),
        Field(
            "on",
            "はたらいた日",
            Kind.DATE,
            is_past=True,
            help="どの日のことか分かるときに入れてください。その日の説明が、次の画面に出ます。",
            only_with=("subject", Subject.DAYS),
        ),
        in_words("聞いたこと", "問い合わせた人も読みます。住所や電話番号は書かないでください。"),
    ),
)
_GROUPS = {Asks.WORKER: "技能者から", Asks.COMPANY: "事業者から"}


def block_for(side: Asks | None) -> Block:
    """The form of an answer; somebody who is not registered has no screen to open."""
    return REPLY if side is not None else REPLY_OF_NOBODY


def options_for(side: Asks | None) -> Options:
    """The lists of an answer to that side."""

    def options(name: str) -> tuple[Option, ...]:
        if name == "screen":
            return of_terms(screens_of(side)) if side is not None else ()
        return tuple(
            Option(answer.key, answer.title, answer.subject.label)
            for each in ([side] if side is not None else Asks)
            for answer in BY_SIDE[each]
        )

    return options


def options_of_calls(name: str) -> tuple[Option, ...]:
    """The lists of a call."""
    if name == "channel":
        return of_terms([Channel.PHONE, Channel.MAIL])
    if name == "enquiry_reason":
        return of_terms(EnquiryReason)
    subjects = {subject: _GROUPS[side] for side in Asks for subject in SUBJECTS[side]}
    return tuple(
        Option(subject.value, subject.label, "" if subject is Subject.OTHER else group)
        for subject, group in subjects.items()
    )


def reply_of(sheet: Sheet, answer: str) -> Reply:
    """答え as the form says it."""
    screen = sheet.text("screen")
    return Reply(sheet.text("words"), answer, Screen(screen) if screen else None, sheet.day("screen_on"))


def begun_with(raw: Raw, key: str, day: str) -> dict[str, str]:
    """定型の文を入れる: below what was typed, with its screen; `day`: which one the case is about (DESK-12)."""
    answer = ANSWERS[key]
    typed = raw.get("words", "").strip()
    words = f"{typed}\n\n{answer.body}" if typed else answer.body
    opens = answer.screen if answer.screen is not Screen.DAY or day else Screen.HISTORY
    return {**raw, "words": words, "screen": opens.value, "screen_on": day if opens is Screen.DAY else ""}
