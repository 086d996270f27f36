"""The same city under two names: who asks for Shanghai means those in 上海 too."""

from .writing import normal

PAIRS = """
北京 Beijing, 上海 Shanghai, 天津 Tianjin, 重庆 Chongqing, 香港 Hong Kong, 香港 Hongkong, 澳门 Macau, 澳门 Macao
台北 Taipei, 高雄 Kaohsiung, 台中 Taichung, 台南 Tainan, 新竹 Hsinchu, 广州 Guangzhou, 深圳 Shenzhen, 珠海 Zhuhai
佛山 Foshan, 东莞 Dongguan, 中山 Zhongshan, 惠州 Huizhou, 汕头 Shantou, 南京 Nanjing, 无锡 Wuxi, 常州 Changzhou
苏州 Suzhou, 南通 Nantong, 徐州 Xuzhou, 扬州 Yangzhou, 昆山 Kunshan, 杭州 Hangzhou, 宁波 Ningbo, 温州 Wenzhou
嘉兴 Jiaxing, 绍兴 Shaoxing, 义乌 Yiwu, 合肥 Hefei, 福州 Fuzhou, 厦门 Xiamen, 泉州 Quanzhou, 南昌 Nanchang
济南 Jinan, 青岛 Qingdao, 烟台 Yantai, 威海 Weihai, 郑州 Zhengzhou, 洛阳 Luoyang, 武汉 Wuhan, 宜昌 Yichang
长沙 Changsha, 南宁 Nanning, 桂林 Guilin, 海口 Haikou, 三亚 Sanya, 成都 Chengdu, 绵阳 Mianyang, 贵阳 Guiyang
昆明 Kunming, 大理 Dali, 拉萨 Lhasa, 西安 Xi'an, 西安 Xian, 兰州 Lanzhou, 西宁 Xining, 银川 Yinchuan
乌鲁木齐 Urumqi, 石家庄 Shijiazhuang, 唐山 Tangshan, 保定 Baoding, 太原 Taiyuan, 呼和浩特 Hohhot, 包头 Baotou
沈阳 Shenyang, 大连 Dalian, 长春 Changchun, 吉林 Jilin, 哈尔滨 Harbin, 新加坡 Singapore, 吉隆坡 Kuala Lumpur
吉隆坡 KL, 槟城 Penang, 柔佛 Johor, 曼谷 Bangkok, 雅加达 Jakarta, 马尼拉 Manila, 河内 Hanoi, 胡志明市 Ho Chi Minh City
胡志明市 Saigon, 东京 Tokyo, 大阪 Osaka, 首尔 Seoul, 迪拜 Dubai, 伦敦 London, 巴黎 Paris, 柏林 Berlin
法兰克福 Frankfurt, 纽约 New York, 纽约 NYC, 洛杉矶 Los Angeles, 洛杉矶 LA, 旧金山 San Francisco, 悉尼 Sydney
墨尔本 Melbourne, 多伦多 Toronto, 温哥华 Vancouver
"""


def same(city: str) -> tuple[str, ...]:
    """Every name of this city, itself first; only itself where no other is known."""
    asked = normal(city)
    chinese = {first for first, second in _pairs() if asked in (normal(first), normal(second))}
    others = [name for pair in _pairs() if pair[0] in chinese for name in pair]
    return tuple(dict.fromkeys((city, *others)))


def _pairs() -> list[tuple[str, str]]:
    """(Chinese, English)"""
    return [_pair(entry) for line in PAIRS.strip().splitlines() for entry in line.split(", ")]


def _pair(entry: str) -> tuple[str, str]:
    chinese, _, english = entry.partition(" ")
    return chinese, english
