"""旧字体・異体字・簡体字 that stand in names, each with the letter it is compared as (SAME-18). Pure data."""

_PAIRS = (
    "髙高 﨑崎 嵜崎 碕崎 𠮷吉 邊辺 邉辺 齋斉 齊斉 斎斉 澤沢 濵浜 濱浜 櫻桜 廣広 國国 眞真 惠恵 德徳 瀨瀬 黑黒 "
    "榮栄 嶋島 嶌島 龍竜 條条 藏蔵 與与 圓円 壽寿 學学 實実 寬寛 將将 淺浅 靜静 壯壮 增増 曾曽 總総 聰聡 瀧滝 "
    "澁渋 縣県 萬万 禮礼 彌弥 豐豊 來来 兒児 參参 峯峰 嶽岳 冨富 桒桑 舘館 𡈽土 敎教 昻昂 皓晧 穗穂 巖巌 關関 "
    "鐵鉄 鐡鉄 檜桧 藪薮 籠篭 渕淵 渊淵 薗園 遙遥 凜凛 亙亘 凉涼 彥彦 絲糸 繪絵 繩縄 樣様 燈灯 郞郎 𣘺橋 鷗鴎 "
    "蘆芦 黃黄 曉暁 吳呉 賴頼 拔抜 莊荘 祿禄 淸清 靑青 橫横 步歩 戶戸 瑤瑶 假仮 伟偉 张張 刘劉 陈陳 杨楊 赵趙 "
    "吴呉 孙孫 马馬 郑鄭 冯馮 邓鄧 许許 罗羅 韩韓 丽麗 军軍 华華 红紅 东東 龙竜 强強 庆慶 兰蘭 凤鳳 晓暁 云雲 "
    "叶葉 蒋蔣 谢謝 钱銭 錢銭 卢盧 陆陸 汤湯 贾賈 顾顧 贺賀 赖頼 谭譚 洁潔 艳艶 颖穎 杰傑 飞飛 鹏鵬 义義 荣栄 "
    "寶宝 长長 "
)
ONE_FORM = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
"""For `str.translate`: the letter that is compared in place of another."""
