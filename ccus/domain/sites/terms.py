"""現場の言葉."""

from ccus.foundation.labelled import Labelled


class ClientClass(Labelled):
    """発注者の区分."""

    PUBLIC = "public", "公共"
    PRIVATE = "private", "民間"


class OrderForm(Labelled):
    """発注形態."""

    SINGLE = "single", "単独"
    JOINT = "joint", "共同企業体（JV）"
    SPLIT = "split", "分離発注"


class Post(Labelled):
    """現場の担当: what an account does at one site."""

    MANAGER = "manager", "現場管理者"
    VIEWER = "viewer", "現場閲覧者"


class Standing(Labelled):
    """現場との関係: as what a company sees a site."""

    PRIME = "prime", "元請"
    MEMBER = "member", "協力会社として参加"
    PARTNER = "partner", "共同企業体の構成員"


class Hazard(Labelled):
    """有害物質の取扱い."""

    SOLVENT = "solvent", "有機溶剤"
    LEAD = "lead", "鉛"
    DUST = "dust", "粉じん"
    ASBESTOS = "asbestos", "石綿"
    CHEMICAL = "chemical", "特定化学物質"
    RADIATION = "radiation", "放射線"
    OTHER = "other", "その他"


class SpotState(Labelled):
    """施工体制の場所の状態."""

    PRIME = "prime", "元請"
    ACCEPTED = "accepted", "承認済み"
    WAITING = "waiting", "承認待ち"
    STAND_IN = "stand_in", "未登録"
    LEFT = "left", "離脱"
