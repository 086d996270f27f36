"""Sentences to tap, so that nobody faces an empty box: by language, for salespeople and for managers."""

EXAMPLES = {
    "zh": {
        "salesperson": [
            "拜访了华星科技,聊了报价,下周三再跟进",
            "给海岳食品打了电话,预算5万,周五给方案",
            "新客户 远帆物流 赵经理 13912340000 宁波",
            "华星科技投诉滤芯漏水",
            "华星为什么是这个等级",
        ],
        "manager": ["等级", "沉默", "流失预警", "团队", "A 沉默"],
    },
    "en": {
        "salesperson": [
            "visited Acme, wants a quote, follow up Friday",
            "called Acme, budget 50k, proposal by Friday",
            "new customer Harbourline Logistics, Mr Zhao 13912340000, Ningbo",
            "Acme complained: the filter leaks",
            "why is Acme a B",
        ],
        "manager": ["tiers", "silent", "risk", "team", "A silent"],
    },
}
