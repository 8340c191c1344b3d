"""画面の区分: which blocks stand below which heading, in the guide's order (G10-4 to G10-12, G11-1). Pure."""

from dataclasses import dataclass

PAST_EMPLOYERS = "past_affiliation"
"""過去の所属事業者: read beside the blocks of the catalogue, and not to be edited."""


@dataclass(frozen=True, slots=True)
class Part:
    """画面の一区分. `sought` is what its 「検索」 looks for; empty where a list never grows long."""

    key: str
    title: str
    blocks: tuple[str, ...]
    sought: str = ""


PARTS = (
    Part("person", "本人情報", ("name", "status", "blood", "contact", "emergency")),
    Part("employers", "所属事業者情報", ("affiliation", PAST_EMPLOYERS)),
    Part("insurances", "社会保険情報", ("insurance", "retirement")),
    Part("checks", "健康診断情報", ("health", "special_health")),
    Part("work", "職種情報", ("trades", "experience", "schooling")),
    Part("proofs", "資格情報", ("core", "qualifications"), sought="資格"),
    Part("courses", "研修受講履歴情報", ("training",), sought="研修"),
    Part("honours", "表彰履歴情報", ("awards",), sought="表彰"),
)
