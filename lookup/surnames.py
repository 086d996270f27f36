"""Chinese surnames and how they are read: the table that a dictionary of characters gets wrong."""

COMMON = """
王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma
罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 肖xiao 程cheng 曹cao 袁yuan 邓deng 许xu
傅fu 付fu 沈shen 曾zeng 彭peng 吕lv 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 闫yan 余yu 潘pan
杜du 戴dai 夏xia 钟zhong 锺zhong 汪wang 田tian 任ren 姜jiang 范fan 方fang 石shi 姚yao 谭tan 廖liao 邹zou 熊xiong
金jin 陆lu 郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi 顾gu 侯hou 邵shao 孟meng 龙long 万wan
段duan 雷lei 钱qian 汤tang 尹yin 黎li 易yi 常chang 武wu 乔qiao 贺he 赖lai 龚gong 文wen 庞pang 樊fan 兰lan 殷yin
施shi 陶tao 洪hong 翟zhai 安an 颜yan 倪ni 严yan 牛niu 温wen 芦lu 季ji 俞yu 章zhang 鲁lu 葛ge 伍wu 韦wei 申shen 尤you
毕bi 聂nie 丛cong 焦jiao 向xiang 柳liu 邢xing 路lu 岳yue 齐qi 沿yan 梅mei 莫mo 庄zhuang 辛xin 管guan 祝zhu 左zuo
涂tu 谷gu 祁qi 时shi 舒shu 耿geng 牟mou 卜bu 詹zhan 关guan 苗miao 凌ling 费fei 纪ji 靳jin 盛sheng 童tong 欧ou 甄zhen
项xiang 曲qu 成cheng 游you 阳yang 裴pei 席xi 卫wei 查zha 屈qu 鲍bao 位wei 覃qin 霍huo 翁weng 隋sui 植zhi 甘gan
景jing 薄bo 单shan 包bao 司si 柏bai 宁ning 柯ke 阮ruan 桂gui 闵min 解xie 强qiang 柴chai 华hua 车che 冉ran 房fang
边bian 辜gu 吉ji 饶rao 刁diao 瞿qu 戚qi 丘qiu 古gu 米mi 池chi 滕teng 晋jin 苑yuan 邬wu 臧zang 畅chang 宫gong 来lai
嵺liao 苟gou 全quan 褚chu 廉lian 简jian 娄lou 盖gai 符fu 奚xi 木mu 穆mu 党dang 燕yan 郎lang 邸di 冀ji 谈tan 姬ji
屠tu 连lian 郜gao 晏yan 栾luan 郁yu 商shang 蒙meng 计ji 喻yu 揭jie 窦dou 迟chi 宇yu 敖ao 糜mi 鄢yan 冷leng 卓zhuo
花hua 仇qiu 艾ai 蓝lan 都du 巩gong 稽ji 井jing 练lian 仲zhong 乐yue 虞yu 卞bian 封feng 竺zhu 冼xian 原yuan 官guan
衣yi 楚chu 佟tong 栗li 匡kuang 宗zong 应ying 台tai 巫wu 鞠ju 僧seng 桑sang 荆jing 谌chen 银yin 扬yang 明ming 沙sha
薄bo 伏fu 岑cen 习xi 胥xu 保bao 和he 蔺lin 朴piao 区ou 尉wei 佘she 员yun 缪miao 逄pang 麦mai 幸xing 訾zi 隗wei 黑he
撒sa 折she 哈ha 秘bi 种chong 召shao 乜nie 那na 洗xian 郗xi 晁chao 郦li 诸zhu 利li 劳lao
"""

RATHER_WORDS = frozenset("于向位来和都时应台全原明成安万文高方木那利保黑种折召官计连商保强简都司银路时区米")
"""Surnames that are ordinary words as well: alone before a title they say little."""

SURNAMES = {item[0]: item[1:] for item in COMMON.split()}

COMPOUND = {
    "欧阳": ("ou", "yang"), "上官": ("shang", "guan"), "司马": ("si", "ma"), "诸葛": ("zhu", "ge"),
    "司徒": ("si", "tu"), "皇甫": ("huang", "fu"), "尉迟": ("yu", "chi"), "长孙": ("zhang", "sun"),
    "慕容": ("mu", "rong"), "令狐": ("ling", "hu"), "夏侯": ("xia", "hou"), "东方": ("dong", "fang"),
    "公孙": ("gong", "sun"), "端木": ("duan", "mu"), "宇文": ("yu", "wen"), "南宫": ("nan", "gong"),
    "独孤": ("du", "gu"), "闻人": ("wen", "ren"), "澹台": ("tan", "tai"), "万俟": ("mo", "qi"),
    "轩辕": ("xuan", "yuan"), "钟离": ("zhong", "li"), "呼延": ("hu", "yan"), "西门": ("xi", "men"),
    "单于": ("chan", "yu"), "申屠": ("shen", "tu"), "太史": ("tai", "shi"), "赫连": ("he", "lian"),
}  # fmt: skip


def surname(words: tuple[str, ...]) -> str | None:
    """The Chinese surname at the head of these characters, if it is one: 欧阳锋 gives 欧阳, 王总 gives 王."""
    if len(words) > 1 and words[0] + words[1] in COMPOUND:
        return words[0] + words[1]
    return words[0] if words and words[0] in SURNAMES else None
