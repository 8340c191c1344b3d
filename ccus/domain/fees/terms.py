"""料金の種類."""

from ccus.foundation.labelled import Labelled


class FeeKind(Labelled):
    """料金の種類 with a dated tariff each (`ccus.md` §8)."""

    REGISTRATION_SIMPLE = "registration_simple", "技能者登録料（簡略型）"
    REGISTRATION_DETAILED = "registration_detailed", "技能者登録料（詳細型）"
    UPGRADE = "upgrade", "詳細型への変更"
    REISSUE = "reissue", "カードの再発行"
    COLOUR_CHANGE = "colour_change", "カードの色の変更"
    RENEWAL = "renewal", "カードの更新"
    COMPANY_SOLE = "company_sole", "事業者登録料（一人親方）"
    COMPANY_UNDER_5M = "company_under_5m", "事業者登録料（資本金500万円未満・個人）"
    COMPANY_FROM_5M = "company_from_5m", "事業者登録料（資本金500万円以上）"
    COMPANY_FROM_10M = "company_from_10m", "事業者登録料（資本金1,000万円以上）"
    COMPANY_FROM_20M = "company_from_20m", "事業者登録料（資本金2,000万円以上）"
    COMPANY_FROM_50M = "company_from_50m", "事業者登録料（資本金5,000万円以上）"
    COMPANY_FROM_100M = "company_from_100m", "事業者登録料（資本金1億円以上）"
    COMPANY_FROM_300M = "company_from_300m", "事業者登録料（資本金3億円以上）"
    COMPANY_FROM_1B = "company_from_1b", "事業者登録料（資本金10億円以上）"
    COMPANY_FROM_5B = "company_from_5b", "事業者登録料（資本金50億円以上）"
    COMPANY_FROM_10B = "company_from_10b", "事業者登録料（資本金100億円以上）"
    COMPANY_FROM_50B = "company_from_50b", "事業者登録料（資本金500億円以上）"
    MANAGER_ID = "manager_id", "管理者ID利用料（1年）"
    MANAGER_ID_SOLE = "manager_id_sole", "管理者ID利用料（一人親方、1年）"
    SITE_USE = "site_use", "現場利用料（1人1日）"
