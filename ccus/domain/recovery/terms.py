"""復旧の言葉: where codes go, how a request ends, how the office made sure."""

from ccus.foundation.labelled import Labelled


class Reach(Labelled):
    """連絡先の種類 (RESET-01)."""

    MAIL = "mail", "メールアドレス"
    PHONE = "phone", "電話番号"


class Ending(Labelled):
    """申し込みの終わり方 (RESET-06, RESET-08)."""

    STOPPED = "stopped", "本人が止めた"
    REFUSED = "refused", "運営主体が止めた"
    TRIES = "tries", "まちがいが続いた"
    LAPSED = "lapsed", "期限が過ぎた"
    USED = "used", "新しいパスワードになった"


class Means(Labelled):
    """本人確認の方法 (RESET-07)."""

    TELEPHONE = "telephone", "登録された電話番号に電話をした"
    DOCUMENTS = "documents", "本人確認書類を見た"
    IN_PERSON = "in_person", "窓口で会った"
