"""Dates as people say them, on Wednesday 18 November 2026 at ten in the morning."""

import pytest

from parsing import moment
from tests.parsing.saying import NOW, day, one

COMING = {
    "visit on the morning of 9 December": "12-09", "call Friday 0930": "11-20 09:30",
    "过了元旦再联系海岳": "01-04", "暑假后再联系海岳": "09-01", "海岳一周左右给答复": "11-25",
    "send it Friday EOD": "11-20", "contract by close of business tomorrow": "11-19", "reply by EOB": "11-18",
    "call a week today": "11-25", "visit tomorrow week": "11-26", "meet a week on Tuesday": "12-01",
    "call after the weekend": "11-23", "trip the weekend after next": "11-28",
    "follow up the month after next": "01-01",
    "follow up week 50": "12-07", "follow up in KW 50": "12-07", "call end Jan": "01-31",
    "visit beginning Feb": "02-01",
    "call the second half of January": "01-16", "follow up H1 2028": "01-01", "call in the new year": "01-01",
    "deliver on Nov the 26th": "11-26", "send by 5 tomorrow": "11-19 17:00", "reply by 27": "11-27",
    "call tomorrow at half three": "11-19 15:30", "meet at quarter past noon tomorrow": "11-19 12:15",
    "call tomorrow evening around 6": "11-19 18:00", "answer within 48 hours": "11-20",
    "renewal 16-Dec-26": "12-16", "follow up Dec-9": "12-09", "follow up 9/Dec": "12-09",
    "trial from 3 until 12 of December": "12-03", "demo 10.-12. March 2027": "03-10",
    "call 4. Dec. 2026 10:30": "12-04 10:30",
    "follow up June 2027": "06-01", "call them May next year": "05-01", "follow up next March": "03-01",
    "call back next year": "01-01", "follow up Q2 2028": "04-01", "contract by the end of Q1 2028": "03-31",
    "follow up in the coming month": "12-01", "call the second Monday of next month": "12-14",
    "周五下班前给海岳报价": "11-20", "过两三天再联系海岳": "11-21", "一个多月后再联系海岳": "12-18",
    "十几天后海岳到货": "11-28", "一小时二十分钟后给海岳回电话": "11-18 11:20", "一个月零五天后海岳到期": "12-23",
    "国庆前三天给海岳发货": "09-28", "月底前一周给海岳对账": "11-23", "春节前半个月海岳备货": "01-22",
    "下周今天再联系海岳": "11-25", "下个月第一个工作日给海岳开票": "12-01", "本周最后一个工作日给海岳报价": "11-20",
    "海岳26.12.8交货": "12-08", "海岳26/12/18交货": "12-18", "海岳下个月三四号到货": "12-03", "中旬再联系海岳": "12-15",
    "海岳月尾对账": "11-30", "海岳开年再约": "02-15", "平安夜海岳要补货": "12-24", "海岳双十二当天发货": "12-12",
    "call Blue Mill Friday next week": "11-27", "demo next week on Tuesday or Thursday": "11-24",
    "visit Wed or Thu of next week": "11-25", "send the quote Tuesday the week after next": "12-01",
    "call on Christmas Day": "12-25", "visit before Easter 2027": "03-28", "send hampers on New Year's Eve": "12-31",
    "call them after Hari Raya": "03-11", "deliver by Diwali next year": "10-29",
    "call after Christmas next year": "12-27",
    "call tomorrow around 4": "11-19 16:00", "meet Friday at 20 past nine": "11-20 09:20",
    "call at half past 8pm": "11-18 20:30", "meet tomorrow at ten to five": "11-19 16:50",
    "call tomorrow at seven thirty": "11-19 07:30", "demo Friday two fifteen pm": "11-20 14:15",
    "meet tomorrow at 430pm": "11-19 16:30", "swing by tomorrow 3ish": "11-19 15:00",
    "call tomorrow at eleven": "11-19 11:00",
    "dinner Friday at 7 in the evening": "11-20 19:00", "flight tomorrow morning at 6": "11-19 06:00",
    "call Friday evening at 8": "11-20 20:00", "call at 7:30 on Friday evening": "11-20 19:30",
    "call this evening at 9": "11-18 21:00", "meet on Dec 4th at 14h30": "12-04 14:30",
    "meet Friday at 14.30": "11-20 14:30", "call Friday 4 p. m.": "11-20 16:00",
    "call on the 20th of next month": "12-20", "site visit 4 to 6 next month": "12-04",
    "next month on the 8th call": "12-08",
    "follow up on 27": "11-27", "send samples by the 30": "11-30", "reply by the twenty-fifth": "11-25",
    "call back two days after tomorrow": "11-21", "follow up three weeks from tomorrow": "12-10",
    "visit two days after Monday": "11-25", "ring them the day after Thanksgiving": "11-27",
    "call two weeks before 15 March": "03-01", "deliver a week before Christmas": "12-18",
    "follow up the week of 10 December": "12-07", "call in 1 week and 2 days": "11-27",
    "follow up in 2d": "11-20", "check in 1.5 weeks": "11-28",
    "call in 2 hours 30 minutes": "11-18 12:30", "call in an hour and a half": "11-18 11:30",
    "call them two Mondays from now": "11-30", "meet the last week of January": "01-25",
    "visit the third week of December": "12-14", "call the coming week": "11-23",
    "正月初六去海岳拜年": "02-11", "海岳说腊月二十前要到货": "01-27", "海岳初八开门再联系": "02-13",
    "海岳让农历三月十八再去一趟": "04-24", "小年前把货送到海岳": "01-30", "海岳重阳节要两百份礼盒": "10-08",
    "冬至前给海岳补货": "12-22", "海岳教师节前要定制杯子": "09-10", "十一后再约海岳": "10-08",
    "618前海岳要备两车货": "06-18", "开春再联系海岳": "03-01", "海岳明年秋天再谈，到时联系": "09-01",
    "下周周四去海岳": "11-26", "下下下周二再联系海岳": "12-08", "下一周再跟进海岳": "11-23",
    "海岳下一个周六再约": "11-21", "海岳12月第二个周四验收": "12-10", "下个月第一个星期一回访海岳": "12-07",
    "海岳最后一个周五要对账": "11-27", "下周二到周四海岳培训": "11-24",
    "海岳六月前要装好": "06-01", "海岳12月内付清": "12-31", "海岳本月内签": "11-30", "海岳年内要交货": "12-31",
    "两月后再联系海岳": "01-18", "一年半后海岳续约": "05-18", "海岳接下来两周再约": "12-02",
    "海岳12月月底交货": "12-31", "明年年底再联系海岳": "12-31", "海岳明年二季度再跟进": "04-01",
    "海岳明年下半年再跟进": "07-01", "二六年十二月八号给海岳送货": "12-08",
    "明早6点半去海岳": "11-19 06:30", "明天下午2到4点去海岳": "11-19 14:00", "周五九十点到海岳": "11-20 09:00",
    "今晚7点1刻给海岳回电话": "11-18 19:15", "明晚12点前给海岳报价": "11-19", "海岳明天半夜11点卸货": "11-19 23:00",
    "follow up on the 1st of March": "03-01", "see them the second Monday of December": "12-14",
    "call on the twenty-sixth of November": "11-26", "call on the last Friday of the month": "11-27",
    "send it on the last working day of November": "11-30", "这个月最后一天再联系": "11-30",
    "12月最后一个工作日再跟进": "12-31", "call Friday after next": "11-27", "meet Thurs 26/11": "11-26",
    "call him on Boxing Day": "12-26", "visit Blue Mill on Easter Monday": "03-29", "大年初八再联系": "02-13",
    "meet tomorrow between 3 and 4pm": "11-19 15:00", "meet tomorrow 11-1pm": "11-19 11:00",
    "meet from 9:30 to 11:00 on Thursday": "11-19 09:30", "明天下午两点到四点开会": "11-19 14:00",
    "call at 1400 hrs Friday": "11-20 14:00", "俩小时后打给他": "11-18 12:00", "visit 13 to 15 July": "07-13",
    "海岳说尾款月底汇": "11-30", "海岳来电话问还有没有货，我说周四到": "11-19",
    "send Blue Mill the pricing this aft": "11-18",
    "今天上午给海岳打电话": "11-18",
    "涂料的事等仓库清完再说，11.28我再过去": "11-28", "48小时内得派人去海岳": "11-20",
    "见了海岳王总 周五给他报价": "11-20",
    "刘姐说样品周五寄": "11-20", "明天去海岳食品10点": "11-19 10:00", "tomorrow visit Blue Mill 10am": "11-19 10:00",
    "在海岳食品楼下刚聊完她很感兴趣让我周五把色卡送过来": "11-20", "禮拜五要帶新業務去認識一下海岳食品": "11-20",
    "海岳食品秘书来电，把周四的会改到周五上午十点了": "11-20 10:00",
    "周四 3pm 跟 Blue Mill 过 contract terms": "11-19 15:00",
    "Swing by Blue Mill Friday 2pm to pick up the returned valves": "11-20 14:00",
    "海岳食品那边展会12月8到10号": "12-08",
    "跟他说了12月5号能发": "12-05", "图改了 12月2号给他": "12-02", "meet Thurs 26 Nov 2pm": "11-26 14:00",
    "pushed our meeting to Tuesday, 24 November": "11-24",
    "下周三再跟进": "11-25", "下下周一再联系": "11-30", "这周五见": "11-20", "周五再打": "11-20",
    "周日再联系": "11-22", "星期天再聊": "11-22", "礼拜一再约": "11-23", "周末再说": "11-21", "下周末再聊": "11-28",
    "下个星期二回访": "11-24", "下周再跟进": "11-23", "下周中再联系": "11-25", "明天再打": "11-19",
    "后天下午3点见面": "11-20 15:00", "大后天回访": "11-21", "明早9点打给他": "11-19 09:00",
    "今晚8点视频": "11-18 20:00", "三天后跟进": "11-21", "两周后再去看看": "12-02", "半个月后回访": "12-03",
    "一个月后再联系": "12-18", "一个半月后再联系": "01-02", "过10天再联系": "11-28", "5个工作日内给报价": "11-25",
    "三天内答复": "11-21", "2小时后打给他": "11-18 12:00", "29日再跟进": "11-29", "25号之前寄样品": "11-25",
    "下个月5号下单": "12-05", "下个月再跟进": "12-01", "下个月中旬再跟进": "12-15", "下月初付款": "12-01",
    "月底前付清": "11-30", "12月中旬再联系": "12-15", "年底前签": "12-31", "明年3月1号续约": "03-01",
    "明年初再谈": "01-01", "下季度再跟进": "01-01", "12月3号上午九点半开会": "12-03 09:30", "12月25日再联系": "12-25",
    "2026年12月15日续约": "12-15", "20261201 再跟进": "12-01", "2026-11-27 14:00 再打": "11-27 14:00",
    "2026/12/1跟进": "12-01", "11.25前交货": "11-25", "12/5再跟进": "12-05", "春节前要货": "02-06",
    "元旦后再联系": "01-04", "国庆后再说，再联系": "10-08", "圣诞节前发货": "12-25",
    "年后再跟进": "02-15", "过完年再联系": "02-15", "过年后给他打电话": "02-15", "年後再聯絡": "02-15",
    "节后联系": "01-04",
    "假期后再约": "01-04", "放完假再聊": "01-04", "年前再去一趟": "02-06", "follow up after CNY": "02-15",
    "follow up after Chinese New Year": "02-15", "call after the holidays": "01-04", "post-CNY visit": "02-15",
    "call him after the new year": "01-04", "五一节后再联系": "05-06", "三年后再联系": "11-18",
    "下周二十点拜访": "11-24 10:00",
    "明天两点一刻见": "11-19 14:15", "周四九点三刻打给他": "11-19 09:45", "明天中午12点吃饭": "11-19 12:00",
    "下午4点开会": "11-18 16:00", "下班前给他报价": "11-18", "下禮拜三再跟進": "11-25", "聽日再打": "11-19",
    "後日下晝三點開會": "11-20 15:00", "兩週後再聯絡": "12-02", "下個月五號": "12-05", "follow up next Wed": "11-25",
    "call back tomorrow": "11-19", "meet Fri 3pm": "11-20 15:00", "see them on Monday": "11-23",
    "follow up in 3 days": "11-21", "check in after 2 weeks": "12-02", "follow up 3 weeks later": "12-09",
    "ping him in a fortnight": "12-02", "call again a week from Friday": "11-27", "call again Friday week": "11-27",
    "two weeks from Monday follow up": "12-07", "decision by end of month": "11-30", "contract by EOM": "11-30",
    "reply by EOD": "11-18", "send it by EOW": "11-20", "renewal due end of next month": "12-31",
    "call again early next month": "12-01", "follow up next month": "12-01", "follow up next quarter": "01-01",
    "follow up in March": "03-01", "call him first week of January": "01-01", "mid December follow up": "12-15",
    "pay by end of year": "12-31", "next meeting 3 Dec": "12-03",
    "next meeting December 3rd at 2:30pm": "12-03 14:30", "see him Thu 14th": "01-14", "back on the 25th": "11-25",
    "call at noon tomorrow": "11-19 12:00", "the day after tomorrow call back": "11-20",
    "call at half past three": "11-18 15:30", "meet tomorrow at quarter to five": "11-19 16:45",
    "call tmr 10am": "11-19 10:00", "follow up by Christmas": "12-25", "call in 2 hours": "11-18 12:00",
    "send samples within a week": "11-25", "follow up 10 days from now": "11-28", "call back at 4": "11-18 16:00",
    "next week follow up": "11-23", "week after next follow up": "11-30", "this Friday call": "11-20",
    "follow up next Tues 9.30am": "11-24 09:30", "周五 follow up": "11-20", "next Tue 10am跟进": "11-24 10:00",
    "seeing Blue Mill Weds at half nine": "11-25 09:30", "chase Blue Mill for the signed papers on the 30th": "11-30",
    "EOM签合同": "11-30", "Dec 5 再 check": "12-05", "after 2 weeks 再call": "12-02",
    "demo moved from 20 Nov to 27 Nov": "11-27", "项目推迟到明年三月": "03-01", "pushed the decision to Q1": "01-01",
    "send the updated quote before Friday": "11-20",
}  # fmt: skip

PAST = {
    "二季度末海岳付了3万": "06-30",
    "met Blue Mill the first Friday of last month": "10-02", "visited Blue Mill on 3-Nov-26": "11-03",
    "半个月前去了海岳": "11-03", "一个半月前拜访了海岳": "10-03", "二十多天前拜访了海岳": "10-29",
    "met Blue Mill Friday last week": "11-13", "visited Blue Mill two days before yesterday": "11-15",
    "called Blue Mill a month and two days ago": "10-16", "called Blue Mill 2 hours ago": "11-18",
    "met Blue Mill three Fridays ago": "10-30", "visited Blue Mill 2wks ago": "11-04",
    "前两天去了海岳": "11-16", "上一个周三拜访了海岳": "11-11", "上上个月8号拜访了海岳": "09-08",
    "去年年底海岳买了两台": "12-31", "今年国庆前海岳付的款": "10-01", "今年中秋给海岳送了月饼": "09-25",
    "19年3月6号海岳签的合同": "03-06", "夜里两点海岳来电话说漏水": "11-18 02:00",
    "海岳11月9号订的火烧板，今天付清7.2万": "11-18",
    "今天早上给海岳拨过去，没听我说两句就挂了": "11-18",
    "Hank rang back this morning just to check our lead times": "11-18",
    "popped into Blue Mill on the 12th to drop off the toner": "11-12", "前儿去海岳食品量尺寸": "11-16",
    "昨天拜访了海岳食品，下午3点到的": "11-17 15:00", "昨天去了海岳食品，上午9点见的面": "11-17 09:00",
    "昨天拜访了海岳食品": "11-17", "前天去了海岳食品": "11-16", "大前天拜访了海岳": "11-15",
    "上周五拜访了海岳食品": "11-13", "周一去了海岳食品": "11-16", "周三聊过了，拜访了海岳": "11-18",
    "昨天下午3点拜访了海岳": "11-17 15:00", "11月10号拜访了海岳食品": "11-10", "上个月28号拜访了海岳": "10-28",
    "三天前拜访了海岳食品": "11-15", "今天上午去了海岳食品": "11-18", "昨晚和海岳王总吃饭": "11-17",
    "10/9拜访了海岳": "10-09", "尋日去咗海岳食品": "11-17", "今早拜访了海岳": "11-18",
    "早上九点去了海岳食品": "11-18 09:00", "一周前拜访了海岳": "11-11", "2026年11月2日拜访了海岳": "11-02",
    "visited Blue Mill yesterday": "11-17", "met Blue Mill last Friday": "11-13",
    "visited Blue Mill on Monday": "11-16", "visited Blue Mill on 11/13": "11-13",
    "called Blue Mill 3 days ago": "11-15", "visited Blue Mill this morning": "11-18",
    "site visit at Blue Mill on Nov 12": "11-12", "saw Blue Mill the day before yesterday": "11-16",
    "met Blue Mill on the 9th": "11-09", "visited Blue Mill last night": "11-17",
    "called Blue Mill 2 weeks ago": "11-04", "Lunch with Blue Mill on Tuesday went well": "11-17",
    "on site with Blue Mill Tues, swapped the worn belt": "11-17", "今天drop by海岳食品，没聊上": "11-18",
    "quick visit to Blue Mill earlier today, they may sign elsewhere": "11-18", "昨天跟海岳食品在茶楼碰的头": "11-17",
    "今天visit了Blue Mill": "11-18", "海岳食品今日签署采购合同，总价48.8万元": "11-18",
    "今早 conf call with Blue Mill，他们 ask 能不能 localize": "11-18", "昨个去海岳食品看了下": "11-17",
}  # fmt: skip

DATELESS = (
    "海岳问了端午礼盒的价",
    "海岳要看中秋活动方案",
    "海岳把单价涨到11.8",
    "海岳先付1/2的货款",
    "海岳月底薪加提成",
    "海岳每个月的8号付款",
    "海岳每月最后一个周五盘点",
    "海岳每月6号和21号对账",
    "海岳隔周周二送货",
    "海岳每周两次巡检，每周三次保养",
    "海岳召开春季订货会",
    "海岳凌晨的货",
    "Blue Mill asked for 30 before 5",
    "Blue Mill uses the KW 50 pump",
    "it took Blue Mill half a year",
    "call Blue Mill every Monday",
    "Blue Mill orders every other Friday",
    "Blue Mill opens Tuesdays and Thursdays",
    "each Friday at 4 Blue Mill counts stock",
    "this may take longer at Blue Mill, call them",
    "Blue Mill reorders every 2 months",
    "Blue Mill pays on the 5th of each month",
    "海岳十二月尾款没付",
    "海岳交货前三天要通知",
    "海岳四十多年前建的厂",
    "Blue Mill took three twenty litre drums",
    "Blue Mill wants four fifteen kilo bags",
    "Blue Mill has eight to ten lines",
    "Blue Mill wants gifts with a Christmas theme",
    "海岳的螺丝三毛五一个",
    "Blue Mill pays within 30 days of delivery",
    "每周一给海岳打电话",
    "海岳每天早上9点要货",
    "海岳每月25号对账",
    "海岳周一到周五都有人",
    "海岳合作过去三年中一直不错",
    "海岳一点也不急",
    "晚一点再打给海岳",
    "海岳的板厚三点五毫米",
    "海岳让了八点六个点",
    "海岳王总孩子上初三",
    "海岳2028年目录",
    "海岳未来两周都在出差",
    "出发前两天跟海岳确认",
    "Blue Mill liked the Black Friday promo",
    "happy Thanksgiving to Blue Mill",
    "海岳食品要2000块的货",
    "海岳食品订单1800",
    "海岳电话13800138000",
    "海岳食品 30套 报价2w4",
    "customer 007 asked about model 3000 and the 2026 catalogue",
    "海岳王总生日是6月8号，记一下",
    "Blue Mill: 5 yr contract, may renew",
    "Blue Mill moving offices in January",
    "海岳食品等了一个礼拜",
    "海岳要800*800的砖",
    "海岳过完年再说",
    "海岳食品3号楼5楼",
    "海岳让到9.5折",
    "Blue Mill only takes deliveries before 9am",
    "Blue Mill prefers email",
    "march on with Blue Mill",
    "Blue Mill sat on the offer",
    "海岳续了12个月",
    "产品型号 2025-A",
    "call him later",
    "Blue Mill ordered 24/7 support",
    "spoke to April at Blue Mill",
    "海岳食品周总很满意",
    "海岳上海分公司",
    "海岳三一重工",
    "海岳说最近进货要少一点",
    "Blue Mill is not satisfied, the oven makes noise after 2 months",
    "海岳 cancel 咗聽日個 meeting，未有新 date",
)


@pytest.mark.parametrize(("text", "want"), COMING.items())
def test_a_coming_day_becomes_the_follow_up(text: str, want: str) -> None:
    said = one(text)
    assert (day(said.followup), said.event) == (want, None)


@pytest.mark.parametrize(("text", "want"), PAST.items())
def test_a_past_day_becomes_the_event(text: str, want: str) -> None:
    said = one(text)
    assert (day(said.event), said.followup) == (want, None)


def test_a_time_after_a_past_day_is_todays_where_it_is_planned() -> None:
    said = one("昨天拜访了海岳食品，下午3点再打电话")
    assert (day(said.event), day(said.followup)) == ("11-17", "11-18 15:00")


@pytest.mark.parametrize("text", DATELESS)
def test_a_message_without_a_date_gets_none(text: str) -> None:
    said = one(text)
    assert (said.event, said.followup) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["2月29日再跟进", "follow up on Feb 29", "2027年2月29日续约", "31/11/2026 跟进", "follow up 29 February 2027"],
)
def test_a_day_that_does_not_exist_is_refused_and_not_moved(text: str) -> None:
    said = one(text)
    assert said.followup is None
    assert "impossible_date" in said.doubts


@pytest.mark.parametrize(
    ("region", "want"), [("US", "09-06"), ("CA", "09-06"), ("GB", "05-01"), ("CN", "05-01"), ("AU", "05-01")]
)
def test_a_feast_is_on_the_day_of_its_country(region: str, want: str) -> None:
    assert day(one("follow up on Labor Day", region=region).followup) == want


@pytest.mark.parametrize(
    ("text", "region", "want"),
    [
        ("follow up 5/12", "US", "05-12"),
        ("follow up 5/12", "GB", "12-05"),
        ("follow up 25.11.", "DE", "11-25"),
        ("follow up 25/11", "US", "11-25"),
        ("跟进 12/5", "CN", "12-05"),
        ("follow up 3.12.2026", "DE", "12-03"),
        ("follow up 3. 12. 2026", "DE", "12-03"),
        ("follow up 3 / 12 / 2026", "GB", "12-03"),
    ],
)
def test_numbers_of_a_date_are_read_in_the_order_of_the_region(text: str, region: str, want: str) -> None:
    assert day(one(text, region=region).followup) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("海岳2028年前续约", "2028-01-01"),
        ("海岳27年3月续约", "2027-03-01"),
        ("海岳二〇三〇年五月一号到期", "2030-05-01"),
        ("海岳后年三月初八开业", "2028-04-02"),
        ("海岳明年中秋要五百盒", "2027-09-15"),
        ("海岳2027年Q3再跟进", "2027-07-01"),
        ("海岳明年6月前交货", "2027-06-01"),
        ("海岳27年底要换一批", "2027-12-31"),
        ("海岳明年清明后开工", "2027-04-06"),
    ],
)
def test_a_year_that_is_named_counts(text: str, want: str) -> None:
    followup = one(text).followup
    assert followup is not None
    assert followup.on.isoformat() == want


def test_a_typed_date_is_a_moment() -> None:
    assert day(moment("下周三下午3点", NOW)) == "11-25 15:00"
    assert day(moment("Friday", NOW)) == "11-20"
    assert day(moment("27th", NOW)) == "11-27"
    assert moment("2月30日", NOW) is None
    assert moment("maybe", NOW) is None
