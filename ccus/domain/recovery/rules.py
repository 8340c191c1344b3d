"""復旧の規則 (RESET-03 to RESET-08): pure, no clock, no database."""

from datetime import timedelta

CODE_DIGITS = 8
CODE_LASTS = timedelta(minutes=15)
MOST_WRONG_CODES = 5
MOST_CONTACTS = 2
WAIT = timedelta(hours=24)
OPEN_FOR_CONFIRMING = timedelta(days=14)
OPEN_FOR_CHOOSING = timedelta(days=7)
MOST_WRONG_TRIES = 10
TICKET_DIGITS = 10
PHRASE_WORDS = 4
LONGEST_WORDS = 200
_PLAIN = (
    "あさがお あじさい あひる あられ いかだ いちご いちょう いるか うぐいす うさぎ うちわ "
    "うめぼし えだまめ えんぴつ おおかみ おにぎり おりがみ おんせん かえで かえる かきごおり "
    "かたつむり かつお かなづち かぼちゃ かまくら かみなり かもしか かもめ からす かるた かわせみ "
    "きつつき きつね きのこ きりん くじゃく くじら くすのき くつした くるみ こおろぎ こけし "
    "こたつ こなゆき このは こんぶ さかずき さくら さつまいも さとう さんま しいたけ しまうま "
    "しゃしん しょうぎ しらかば すいか すいれん すずめ すずらん すずり すだれ すみれ せきれい "
    "せんす せんべい そうめん そらまめ たいこ たけうま たけのこ たこやき たぬき たまご だいこん "
    "だるま たんぽぽ ちくわ ちどり ちゃわん ちょうちん つくし つばき つばめ つりばし てぬぐい "
    "てぶくろ とうだい とうふ とうもろこし とけい とんぼ どんぐり なすび なでしこ なのはな "
    "にじます にわとり にんじん ねぎぼうず のこぎり のれん はくさい はごろも はしご はなび "
    "はまぐり はりねずみ ひこうき ひのき ひばり ひまわり ひょうたん ふうりん ふくろう ふじさん "
    "ふなうた ふろしき ほうき ほたる ほととぎす まつぼっくり みかづき みずうみ みそしる むささび "
    "めだか もみじ やかん やぎ やまびこ ゆきだるま ゆのみ よもぎ りんご れんこん ろうそく わかめ "
    "わさび わたあめ"
)
WORDS = tuple(_PLAIN.split())
"""Words of which a 合言葉 is made: plain, and easy to write down when somebody reads them out."""
