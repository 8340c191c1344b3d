"""アカウントの言葉: why a password is refused, and whose tries are counted."""

from enum import StrEnum

from ccus.foundation.labelled import Labelled


class PasswordFault(StrEnum):
    """パスワードを断る理由; the value is the sentence that follows 「新しいパスワード」."""

    TOO_SHORT = "が短すぎます。12文字以上にしてください。"
    TOO_LONG = "が長すぎます。128文字以内にしてください。"
    HOLDS_ID = "に技能者IDが入っています。IDとは関係のない文字にしてください。"
    HOLDS_BIRTH_DATE = "に生年月日が入っています。生年月日とは関係のない文字にしてください。"
    HOLDS_NAME = "に名前かメールアドレスが入っています。ご自分とは関係のない言葉にしてください。"
    REPEATS = "が同じ文字や並びの繰り返しです。ちがう言葉をいくつか組み合わせてください。"
    RUNS = "が順番に並んだ文字です。ちがう言葉をいくつか組み合わせてください。"
    COMMON = "はよく使われる言葉なので、人に当てられやすいです。ちがう言葉をいくつか組み合わせてください。"
    INITIAL = "が初期パスワードと同じです。初期パスワードは、もう一度設定できません。"
    SAME = "が今のパスワードと同じです。ちがうパスワードにしてください。"


class Counted(StrEnum):
    """数える相手: one account, one account on a device that has opened it before, one network; and whoever asks for a
    申請用ログインID, by mail address and by network (PUB-09); who was told that somebody is registered (APP-16); who
    opened applications (APP-22); which company asked for workers whom it does not know (EMP-01), or for mandates
    (PROXY-04); which network asked for certificates that nobody has (PROOF-05); for how many IDs a network fails
    (SIGN-14); which networks fail within a minute, and how often all of them (SIGN-13); who asks for a code, opens a
    request for a new password, tries its 合言葉 (RESET-03, RESET-08); how many pages a 認定システム reads (DISC-14).
    """

    ACCOUNT = "account"
    DEVICE = "device"
    NETWORK = "network"
    ASKED_MAIL = "asked_mail"
    ASKED_NETWORK = "asked_network"
    KNOWN_PERSON = "known_person"
    OPENED = "opened"
    ASKED_WORKER = "asked_worker"
    ASKED_MANDATE = "asked_mandate"
    CHECKED_CODE = "checked_code"
    SPREAD = "spread"
    FAILING = "failing"
    EVERYWHERE = "everywhere"
    ASKED_RESET = "asked_reset"
    OPENED_RESET = "opened_reset"
    TAKEN_RESET = "taken_reset"
    RESET_NETWORK = "reset_network"
    LINKED_SYSTEM = "linked_system"


class Duty(Labelled):
    """係: what an officer of the office does (OFFICE-01)."""

    REVIEW = "review", "審査"
    CONTACT = "contact", "お問い合わせ"
    FEES = "fees", "入金の確認"
    ANNOUNCE = "announce", "お知らせ"
    SWITCH = "switch", "機能の開始"
    DISPUTES = "disputes", "申し立ての裁定"
    CARDS = "cards", "カードの印刷と発送"
    IDENTITY = "identity", "本人確認"
    CORRECT = "correct", "登録の修正"
    FIGURES = "figures", "業務の数字"
