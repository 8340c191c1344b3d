"""技能者の言葉: the items of the disclosure matrix, and the short lists that forms offer."""

from enum import StrEnum

from ccus.foundation.labelled import Labelled


class Item(StrEnum):
    """情報項目: what of a worker is shown or withheld as one (the rows of the disclosure matrix, D-08)."""

    CARD = "card"
    NAME = "name"
    BIRTH_YEAR = "birth_year"
    BIRTH_DATE = "birth_date"
    CONTACT = "contact"
    EMERGENCY = "emergency"
    STATUS = "status"
    BLOOD = "blood"
    INSURANCE = "insurance"
    HEALTH = "health"
    TRADES = "trades"
    QUALIFICATIONS = "qualifications"
    TRAINING = "training"
    EMPLOYERS = "employers"
    PAST_EMPLOYERS = "past_employers"
    WORK_HISTORY = "work_history"
    TRACES = "traces"


class Grade(Labelled):
    """登録の型: 詳細型 alone holds qualifications and what follows from them (`ccus.md` §5.1)."""

    SIMPLE = "simple", "簡略型"
    DETAILED = "detailed", "詳細型"


class Sex(Labelled):
    """性別, as on the identity document."""

    MALE = "male", "男"
    FEMALE = "female", "女"


class Blood(Labelled):
    """血液型."""

    A = "a", "A型"
    B = "b", "B型"
    O = "o", "O型"  # noqa: E741 - the name of a blood group
    AB = "ab", "AB型"


class Rhesus(Labelled):
    """Rh式血液型."""

    PLUS = "plus", "Rh+"
    MINUS = "minus", "Rh-"


class Employment(Labelled):
    """雇用形態: how a worker stands to an employer."""

    REGULAR = "regular", "常用"
    FIXED_TERM = "fixed_term", "期間を定めた雇用"
    DAILY = "daily", "日雇"
    SOLE_PROPRIETOR = "sole_proprietor", "一人親方・事業主"
    OFFICER = "officer", "役員"
    OTHER = "other", "その他"


class NameSource(Labelled):
    """氏名のよりどころ: the document that a form of a name was taken from."""

    DRIVING_LICENCE = "driving_licence", "運転免許証"
    MY_NUMBER_CARD = "my_number_card", "個人番号カード（表面）"
    PASSPORT = "passport", "旅券（パスポート）"
    RESIDENCE_CARD = "residence_card", "在留カード"
    SPECIAL_PERMANENT = "special_permanent", "特別永住者証明書"
    RESIDENT_RECORD = "resident_record", "住民票"
    INSURANCE_PAPER = "insurance_paper", "社会保険の書類"
    EMPLOYER_CERTIFICATE = "employer_certificate", "技能者の所属に関する証明書"
    OWN_WORD = "own_word", "本人の申し出"


class Step(Labelled):
    """最初に行うこと of a new worker that somebody presses; signing in and the own password are seen by themselves."""

    CONTENTS = "contents", "登録内容のご確認"
    DISCLOSURE = "disclosure", "開示・非開示の選択"


class Mandated(Labelled):
    """委任する手続き: what a company may do in a worker's name (D-28)."""

    FILE_APPLICATIONS = "file_applications", "登録・変更などの申請"


class Same(Labelled):
    """重複登録の提案: that two IDs become one person's, or are separated again (SAME-03)."""

    MERGE = "merge", "まとめる"
    SEPARATE = "separate", "元に戻す"


class SameAnswer(Labelled):
    """提案への答え, by an officer who did not propose (SAME-03)."""

    APPROVED = "approved", "承認"
    REFUSED = "refused", "不承認"


class Likeness(Labelled):
    """似ている点 of two workers, in words that do not say what is alike (SAME-01)."""

    KANA = "kana", "フリガナが同じ"
    KANA_ALIKE = "kana_alike", "フリガナの読みが似ている"
    KANA_NEAR = "kana_near", "フリガナが1文字だけちがう"
    OFFICIAL = "official", "氏名が同じ（旧字体のちがいを除く）"
    OTHER_FORM = "other_form", "氏名・母語の表記・通称名のどれかが同じ"
    ROMAN = "roman", "ローマ字が同じ（順番のちがいを除く）"
    ROMAN_NEAR = "roman_near", "ローマ字が1文字だけちがう"
    NAME_PART = "name_part", "名前の一部（ミドルネームなど）を除いて同じ"
    GIVEN_ALONE = "given_alone", "名のフリガナが同じで、姓がちがう"
    GIVEN_DIFFERS = "given_differs", "姓のフリガナが同じで、名がちがう"
    KANJI_DIFFERS = "kanji_differs", "フリガナが同じで、漢字がちがう"
    BIRTH = "birth", "生年月日が同じ"
    BIRTH_DIGIT = "birth_digit", "生年月日が1文字だけちがう"
    BIRTH_SWAPPED = "birth_swapped", "生年月日の数字か、月と日が入れかわっている"
    BIRTH_BESIDE = "birth_beside", "生年月日が1日か1年だけちがう"
    BIRTH_DIFFERS = "birth_differs", "生年月日がちがう"
    SEX_DIFFERS = "sex_differs", "性別がちがう"
    PHONE = "phone", "電話番号が同じ"
    ADDRESS = "address", "住所が同じ"
