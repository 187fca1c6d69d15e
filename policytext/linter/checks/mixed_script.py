"""Simplified characters in a Traditional text, or the reverse: 推进數字经济.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "国务院关于加快发展数字经济的意见。各级人民政府要推进數字经济，实现转型。"
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text=text))))]
[(26, 27)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="damage/mixed-script",
    title=Message("简体字与繁体字混用", "Simplified and Traditional characters mixed"),
    severity="warning",
    confidence=0.92,
    why=Message(
        "简繁转换有遗漏，或文字粘贴自其他文本；引文、书名和人名可以例外。",
        "A conversion missed them, or they were pasted in; quotations, titles and names may differ.",
    ),
    basis="《通用规范汉字表》",
    record="3 findings in 3.25 million characters of clean official text; 3 of 3 reviewed are correct",
    hits=(
        "国务院关于加快发展的意见。各级人民政府要推进<<數>>字经济，实现转型发展。",
        "国务院关于加快发展的意见。各级人民政府要推进数字经济，实现跨越式<<發>>展。",
        "推動防治濫藥和<<赌>>博失調的工作。",
        "署長會繼續密切監察護士的人手情<<况>>，並適時制訂合適的措施，與有關團體討論。",
    ),
    silent=(
        "国务院关于加快发展的意见。各级人民政府要推进数字经济，实现转型发展。",
        "国务院关于加快发展的意见。繁体版《關於發展》同时印发，各级人民政府实现转型发展。",
        "爲減輕災害，國家興辦農田水利，减少損失，增加農業生産。",
        "政府會與恒生銀行合作，粤港兩地的業主會收到通知。",
    ),
)

# Characters among the 2,600 most frequent ones of official texts that exist in one script only: Big5 (for _HANS) or
# GB 2312 (for _HANT) does not encode them, and OpenCC changes them. 强, 决, 况 and others that both scripts use are left out.
_HANS = (
    "专业东丝丢两严丧个临为丽举义乌乐乔习乡书买乱争亏亚产亩亲亵亿仅从仑仓仪们众会伞伟传伤伦伪侦侧侨俭债倾偿储兑兰关兴养兽内册写军农冲冻净凉凤凭击凿刘则刚创删别刹剂剑剥剧劝办务动励劲劳势勋区医华协单"
    "卖卢卤卧卫厅历厉压厕厢厦厨县参双发变叙叠叶号吓吗启吴员响哑哗唤啮喷嘱团园围国图圆场块坚坛坝坞坟坠垄垒垦垫墙壮声壳处备头夹夺奋奖奥妆妇娱婴孙学宝实宠审宪宫宽宾对寻导寿将尔尘尽层属屡屿岁岗岛峡崂巩"
    "币帅师帐帜带帮广庆库应庙废开张弥弯弹归当录彻径徕忆忧态总恒恳恶悬惩惯戏战户执扩扫扬抚抛抢护报拟拣拥拦拨择挚挟挠挡挤挥捞损捡换掷掺揽搁搅携摄摆摇摊撑敌数断无旧时旷昼显晋晓暂术杀杂权条来杨枢枣枪枫"
    "柠栅标栈栋栏树样档桥桩梦检楼榄槛横橱欢欧残殡殴毁毕毡氢汇汉沟没沥沧沪泼泽浅浆浇浊测济浏浑浓涛涝涤润涨渍渎渐渔渗温湾湿滚滞满滤滥滨滩潍潜澜濒灭灯灵灾炉点炼烂烟烧烫热焕爱牵牺状独狭狱猎猪猫献玛环现"
    "琼电画畅畴疗瘫瘾盐监盖盗盘睑瞒瞩矫矿码砖砺础硕碍碱礼祸禀禄秆积称秽税稳穷窃窑窜窝竖竞笋笔笼筛筝筹签简篮类粤粪粮紧纠红纤约级纪纬纯纱纲纳纵纷纸纹纺纽纾线练组细织终绍经绑结绕绘给络绝统继绩绪续绳维"
    "绵绸综绿缀缅缆缉缓缔编缘缚缝缠缩缮缴罂罗罚罢羁聋职联肃肠肤肾肿胀胁胆胶脉脏脑脚脱脸腾舆舰舱艰艺节芜芦苇苏茎荆荡荣荧荫药莱获营萧蒋蓝蕴虑虚虽虾蚀蚁蝇衅衔补袭装见观规视览觉誉计订认讨让讫训议讯记讲"
    "许论讼设访证评识诈诉诊诋词译试诚话询该详诫诬语误诱说诵请诸诺读诽课诿谁调谅谈谊谋谍谎谐谓谢谣谤谨谩谱谴贝负贡财责贤败账货质贩贪贫贬购贮贯贴贵贷贸费贺贻贾贿赁赂赃资赈赋赌赎赏赔赖赛赞赠赡赢赣赵趋"
    "跃践踪车轧轨转轮软轰轴轻载轿较辅辆辈辉辍辐辑输辖辞辩边辽达迁过迈运还这进远违连迟迹选递逻遗遥邓邮邻郑酝酿释鉴针钉钍钓钟钢钥钩钱钻钾铀铁铅铜铝铬铭铲银铸铺链销锁锂锅锈锋锐错锚锡锦键锰锲锻镀镇镉镍"
    "镜长门闪闭问闯闲间闸闹闻阀阅阐阔队阳阴阵阶际陆陇陈陕险随隐隶难雏雾静韧韩韵页顶顷项顺须顽顾顿颁预颅领颈颊频颖颗题颜额颠颤风飘飞饪饭饮饰饱饲饵馆馈马驭驯驰驱驳驶驻驾驿骂骄验骑骗骚骤鱼鲁鲇鲜鲟鸟鸡"
    "鸣鸦鸭鸽鹅鹤鹰麦黄齐齿龄龙"
)
_HANT = (
    "丟並亂亞佈佔併來侖係倉個們倫偉側偵偽傑傘備傢傭傳債傷傾僅僑僞僱價儀億儉儕儘償優儲兇兌兒內兩冊凍凱別刪則剎剛剝創劃劇劉劍劑勁動務勝勞勢勳勵勸勻匭匯區協卹卻厲參吳員問啓啞啟喚喪喫喬單嗎嘯噴噸嚇嚴囂"
    "囑國圍園圓圖團執堅報場塊塗塢塵墊墜墳墾壇壓壘壞壟壢壩壯壽夠夢夾奧奪奮妝娛婦媽嬰孫學宮實寧審寫寬寵寶將專尋對導屆屍屜屢層屬峯島峽崗嶗嶺嶼嶽巖帥師帳帶幟幣幫幹幾庫廁廂廈廚廟廠廢廣廳張強彈彌彎彙徑從"
    "徠復徹恆惡惻愛態慣慮慶憂憑憲憶懇應懲懷懸懼戰戲戶拋挾捨捲掃掛採揀揚換揮損搖搶摯摻撈撐撓撥撫撲撾撿擁擇擊擋擔據擠擬擱擲擴擺擾攔攙攜攝攤攪攬敎敗敘敵數斷昇時晉晝暢暫曆曉曠曬書會東柵桿條棄棗棟棧棲楊"
    "楓業極榮構槍槓樁樂樑樓標樞樣樸樹橋機橢橫檔檢檯檳檸檻櫃櫥欄權欖歐歡歲歷歸殘殯殺殼毀毆氈氣氫氾汙決沒沖況洩涼淨淵淺減渦測渾湊湧準溝溫溼滄滅滌滬滯滲滷滾滿漁漢漬漲漸漿潑潔潛潤澆澇澤澱濁濃濕濟濤濫濰"
    "濱濺濾瀆瀋瀏瀕瀝瀾灑灘灣災為烏無煉煙煥熒熱熾燈燒燙營燬燻爐爛爭爲爾牀牆牘牽犧狀狹獄獎獨獲獵獸獻現瑪環瓊產産畝畢畫異當疇疊瘋瘧療癇癒癢癩癮癱癲發盃盜盞盡監盤盧眾瞞瞼矚矯碩確碼磚礎礙礦礪祕祿禍禦禮"
    "稅稈稟種稱穀積穎穢穩穫窩窪窮窯窺竄竈竊競筆筍箏節範築篩簡簽簾籃籌籠籤籬粵糞糧糾紀約紅紋納紐紓純紗紙級紛紡細紹絀終組結絕絡給統絲綁經綜綠綢綫維綱網綴綿緊緒緘線緝締緣編緩緬緯練縛縝縣縫縮縱總績織繕"
    "繞繩繪繫繳繼續纏纖纜罌罰罵罷羅羈羣義習聖聞聯聰聲職聽聾肅脅脈脫脹腎腦腫腳腸膚膠膽臉臟臥臨臺與興舉舊艙艦艱荊莊莖華萊萬葉葦葯蒐蓋蓮蔣蔭蕩蕪蕭薦藍藝藥蘆蘇蘊蘭處虛號虧蝕蝦螢蟲蟻蠅蠶蠻衆術衛衝裏補裝"
    "裡製複褻襲覈見規覓視親覺覽觀觸訂計訊討訓訖託記訛訟訪設許訴診註詆詐詔評詞詠詢試話該詳誇誌認誘語誠誡誣誤誦說誰課誹誼調談諉請諒論諜諧諮諳諸諾謀謂謄謊謗講謝謠謹謾譁證識譜譟譯議譴護譽讀變讓豎豐豬貓"
    "貝負財貢貧貨販貪貫責貯貳貴貶買貸費貼貽貿賀賂賃賄資賈賑賒賓賞賠賢賣賤賦質賬賭賴賺購賽贈贊贍贏贓贖贛趕趙趨跡踐踴蹟蹤躍車軋軌軍軟軸較載輔輕輛輝輟輩輪輯輸輻輿轄轉轎轟辦辭辯農迴逕這連週進遊運過達違"
    "遙遞遠適遲遷選遺遼邁還邊邏郵鄉鄒鄧鄭鄰醜醞醫釀釁釋釐釘針釣釷鈕鈣鈴鈷鈹鈾鉀鉅鉛鉤鉻銀銅銓銘銜銦銳銷銹鋁鋒鋪鋰鋼錄錐錢錦錨錫錮錯錳錶鍊鍋鍍鍛鍥鍰鍵鍾鎖鎘鎮鎳鏈鏟鏡鏽鐘鐝鐵鐸鑄鑑鑰鑲鑽鑿長門閃閉開"
    "閒間閘閡閣閥閩閭閱閾闈闊闖關闡闢陝陞陣陰陳陸陽隊階際隨險隱隴隸雖雙雛雜雞離難雲電霧靈靜鞏韌韓韻響頁頂頃項順須預頑頒頓領頭頰頸頻顆題額顎顏願顛類顧顫顯顱風颱飄飛飪飭飯飲飼飽飾餉養餌餘館餵饋饒馬馭"
    "馳馴駁駐駕駛駡駭騎騙騰騷驅驕驗驚驛驟髒體髮鬆鬥鬧鬱魚魯鮎鮮鱘鳥鳳鳴鴉鴨鴻鴿鵝鶴鷹鹹鹼鹽麗麥麵麼黃點黨黴齊齒齡齧龍龐"
)

# Simplified characters that Big5 encodes as well: older variants, which no text of Taiwan's laws or Hong Kong's records
# uses (17.8 million characters); 几, 据, 云 and others with a Traditional use of their own (茶几, 拮据) are left out.
_HANS_VARIANTS = "优决况减厂坏够届异弃扰怀机构气洁确网触复"

# With a larger share of the other script, the document is written in two scripts.
_LARGEST_SHARE = 0.2
_FEWEST = 0.5  # three characters of the document's own script, times the share
# Forms that Traditional texts use too, in names and by choice: 恒生, 大厦, 粤港. 会社 is Japanese.
_IN_TRADITIONAL = "恒琼厦粤丢迹冲黄"
# Mainland texts printed in Traditional characters before 1956 write 堅决, 情况, 减少 and 能够; they know 爲, 産 and 羣衆.
_OLD_PRINT, _OLD_FORMS = LazyPattern("[爲産]|社會主義|國民經濟|國家機關|人民羣衆|反動政府"), "决况减够"
_HANS_SIGN = LazyPattern(f"[{_HANS}{_HANS_VARIANTS}]")
_SIMPLIFIED_ONLY = LazyPattern(f"(?!会社)[{''.join(sorted({*_HANS, *_HANS_VARIANTS} - {*_IN_TRADITIONAL}))}]")
_HANT_SIGN = LazyPattern(f"[{_HANT}]")
_QUOTED = LazyPattern("[《“「『][^《》“”「」『』\n]{0,80}[》”」』]")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all characters of the other script outside quotations as one problem."""
    text = prepared.text
    script = prepared.document.script
    if script not in ("hans", "hant"):
        return
    foreign, expected = (_HANT_SIGN, _HANS_SIGN) if script == "hans" else (_SIMPLIFIED_ONLY, _HANT_SIGN)
    if not foreign.search(text):
        return
    kept = _OLD_FORMS if script == "hant" and _OLD_PRINT.search(text) else ""
    quoted = bytearray(len(text) + 1)
    for match in _QUOTED.finditer(text):
        start, end = match.span()
        quoted[start:end] = b"\x01" * (end - start)
    places = [
        match.start()
        for match in foreign.finditer(text)
        if not quoted[match.start()] and match[0] not in kept
    ]
    most = _LARGEST_SHARE * len(expected.compiled.findall(text))
    if script == "hant" and most > _FEWEST:
        most = max(most, 1)  # one character in a short passage
    if places and len(places) <= most:
        yield make_repeated_problem([Span(position, position + 1) for position in places])
