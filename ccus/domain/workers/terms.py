"""技能者の言葉: the items of the disclosure matrix, and the short lists that forms offer."""

from enum import StrEnum


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


class Grade(StrEnum):
    """登録の型: 詳細型 alone holds qualifications and what follows from them (`ccus.md` §5.1)."""

    SIMPLE = "simple"
    DETAILED = "detailed"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {"simple": "簡略型", "detailed": "詳細型"}[self]


class Sex(StrEnum):
    """性別, as on the identity document."""

    MALE = "male"
    FEMALE = "female"

    @property
    def label(self) -> str:
        """The word that forms show."""
        return {"male": "男", "female": "女"}[self]


class Blood(StrEnum):
    """血液型."""

    A = "a"
    B = "b"
    O = "o"  # noqa: E741 - the name of a blood group
    AB = "ab"

    @property
    def label(self) -> str:
        """The word that forms show."""
        return f"{self.upper()}型"


class Rhesus(StrEnum):
    """Rh式血液型."""

    PLUS = "plus"
    MINUS = "minus"

    @property
    def label(self) -> str:
        """The word that forms show."""
        return {"plus": "Rh+", "minus": "Rh-"}[self]


class Employment(StrEnum):
    """雇用形態: how a worker stands to an employer."""

    REGULAR = "regular"
    FIXED_TERM = "fixed_term"
    DAILY = "daily"
    SOLE_PROPRIETOR = "sole_proprietor"
    OFFICER = "officer"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word that forms show."""
        return {
            "regular": "常用",
            "fixed_term": "期間を定めた雇用",
            "daily": "日雇",
            "sole_proprietor": "一人親方・事業主",
            "officer": "役員",
            "other": "その他",
        }[self]


class NameSource(StrEnum):
    """氏名のよりどころ: the document that a form of a name was taken from."""

    DRIVING_LICENCE = "driving_licence"
    MY_NUMBER_CARD = "my_number_card"
    PASSPORT = "passport"
    RESIDENCE_CARD = "residence_card"
    SPECIAL_PERMANENT = "special_permanent"
    RESIDENT_RECORD = "resident_record"
    INSURANCE_PAPER = "insurance_paper"
    EMPLOYER_CERTIFICATE = "employer_certificate"
    OWN_WORD = "own_word"

    @property
    def label(self) -> str:
        """The word that forms show."""
        return {
            "driving_licence": "運転免許証",
            "my_number_card": "個人番号カード（表面）",
            "passport": "旅券（パスポート）",
            "residence_card": "在留カード",
            "special_permanent": "特別永住者証明書",
            "resident_record": "住民票",
            "insurance_paper": "社会保険の書類",
            "employer_certificate": "技能者の所属に関する証明書",
            "own_word": "本人の申し出",
        }[self]


class Mandated(StrEnum):
    """委任する手続き: what a company may do in a worker's name (D-28)."""

    FILE_APPLICATIONS = "file_applications"

    @property
    def label(self) -> str:
        """The word that pages show."""
        return {"file_applications": "登録・変更などの申請"}[self]
