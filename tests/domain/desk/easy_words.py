"""やさしい言葉: words in Kanji that whoever works on a site reads, beside those of the glossary (DESK-12)."""

_WORDS = """
一 一人 下 両方 人 今 代 会社 住所 作 使 保存 健康 先 入 全部出 内容 写真 出 分 切 前 古 同 名前 名簿 変 始 届 年
待 忘 思 情報 戻 押 支払 教 数 新 日数 書 書類 最初 月 月前 本物 次 正 決 渡 画面 直 確 私 答 終 聞 自分 自動 言
認 読 資格 足 送 過 選 金額 電話番号 頼 知 住 見 日
"""
EASY = frozenset(_WORDS.split())
