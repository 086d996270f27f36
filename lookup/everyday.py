"""Ordinary words that are also brands, initials or near some brand's spelling: alone they say little."""

HAN = frozenset(
    """
    味道 精密 蓝天 大家 长安 三一 一起 合作 发展 未来 今天 明天 昨天 客户 公司 产品 项目 老板 经理 方案 合同
    样品 报价 订单 价格 质量 设备 电话 微信 拜访 联系 跟进 服务 售后 采购 财务 付款 回款 发票 交货 送货 安装
    维修 满意 投诉 意向 预算 需求 兴趣 时间 上午 下午 中午 晚上 机会 问题 情况 快乐 幸福 开心 健康 阳光 时光
    时代 世界 朋友 好友 家园 美好 新鲜 自然 绿色 天天 百年 千里 万里 第一 统一 联合 同心 开心 平安 顺利 成功
    希望 梦想 信心 永远 现代 东方 南方 北方 西部 中心 中央 大学 人民 国际 环球 全球 星期 周一 周二 周三 周四
    周五 小米 大方 经典 优质 放心 诚信 专业 标准 高级 便宜 实在 稳定 正常 马上 方便 清楚 明白 简单
    """.split()  # noqa: SIM905
)
"""Chinese words that a message uses without meaning a customer of that name."""

LATIN = frozenset(
    """
    a about above across act actually add address after again ago agreed all almost also always am amount an and
    annual any anyone anything apply approval approved april are area around art as ask asked asking asks at
    august available away back bad bank base be because bed been before began best better between big bill black
    blue board book boss both bought box boxes branch break brief bring brochure brown budget build business
    busy but buy buyer buying by call called caller calling calls came can cancel cannot card care case cash
    catalogue chance change changed chairs chase cheap cheaper check checked cheque city class clean clear
    client clients close closed cold come comes coming company compare competitor complain complained complaint
    confirm confirmed contact contract cool copy corner cost could count country coupon course cover crates
    credit customer customers cut daily damaged date day days deal dealer deals dear december decide decided
    decision deliver delivered delivery demo deposit design desk did different direct director discount discuss
    discussed do does done door down draft drop dropped due during each early easy email end enough even evening
    event ever every expect expected extra face fair fall far fast february few fields filter filters final
    finally finance find fine first fix fixed floor follow followed following for forget form forward found free
    friday friend from front full gave get gets getting give given glad go goes going gold gone good got grace
    grand grant great green group grow had half hand handle happy hard has have he head hear heard heavy help
    her here hi high him his hold home hope hot hour hours how however huge i idea if important in info inform
    inspection install installed instead intent interest interested into invoice is issue issues it item items
    its january job join joined june july just keen keep kept key kind king know known large last late later
    latest lead leak leaking learn least leave left less let letter level light like likely line list listen
    little live local long look looking looks lost lot low lower lunch machine made mail main make maker makes
    making manager many march mark market may maybe me mean meet meeting meetings meets message met middle might
    mind mini minute model moment monday money month monthly months more morning most move moved moving much
    must my name near need needed needs never new news next nice night no nobody noise none noon normal north
    not note noted notes nothing november now number nov october of off offer offered office often ok okay old
    on once one online only open opened option or order ordered orders other our out over own owner owners pack
    package page paid panel paper parcel part parts party pass past pay paying payment people per perfect person
    phone phoned pick picked piece pieces pilot place plan planned plans plant please pm point pool positive
    possible post power prefer prefers present price prices pricing problem process product products project
    promise promised proposal prospect pump pumps purchase push put quality quantity quarter question quick
    quickly quite quote quoted quotes rate reach reached read ready real really reason received recommend red
    refund regular reminder remind reminded renew renewal repair repairs repeat replace replaced reply replied
    report request requested rest result return returned review rich right river rose round run runs safe said
    sale sales same sample samples sat saturday saw say says schedule season second see seem seems seen sell
    send sensor sensors sent september serve service set several share she ship shipment shop short should show
    showed showroom sign signed silver since site size slow small so soft sold some someone something soon sorry
    sort south spare speak special spend spoke spring staff start started star state status stay still stock
    stop store strong stuff such summer sun sunday super supplier supply support sure system table take taken
    takes taking talk talked tank tap team tell terms test tested than thank thanks that the their them then
    there these they thing things think third this those though thought three through thursday time times to
    today together told tomorrow too took top total touch tough track train training transfer trial trip try
    trying tuesday turn two under unhappy unit units until up update upgrade urgent us use used user using usual
    valve valves very video visit visited visiting visits voice voicemail wait waiting walk want wanted wants
    warm was watch water way we wednesday week weekly weeks well went were west what when where which while
    white who why wide will win winter wish with within without won wonder word work worked working works world
    worry would write wrong year yearly years yes yesterday yet you young your
    """.split()  # noqa: SIM905
)
"""English words that a sales message uses without meaning a customer of that name."""

SHORTHAND = frozenset(
    """
    pdf ppt pptx xls xlsx doc docx jpg png sms crm erp app wx vx qq tg wps bd kpi pos pcs pls plz tks thx btw
    fyi rmb cny usd hkd sgd twd nt eur gbp hk sg tw cn uk vip vs bt kg km cm mm ml hrs hr wk wks mth mths yr yrs
    q1 q2 q3 q4 gst vat nda sla spm tbd tbc mr mrs ms dr st rd wfh hmm lol ty np nvm ppl mgr msg mtg mkt qty
    dept
    """.split()  # noqa: SIM905
)
"""Abbreviations without a vowel that are nobody's initials."""
