/** Sentences to tap, so that nobody faces an empty box. A seeded company sends its own, with names it knows. */

const sentences = {
  zh: {
    salesperson: ["拜访了海岳食品王总，聊了滤芯报价，下周三再跟进", "给澜石机械打了电话，成交5万", "新客户 远舟物流 赵经理 13900139000，想换净水设备", "松川酒店投诉：上周的滤芯漏水", "今天"],
    manager: ["等级", "沉默", "流失预警", "团队", "A 沉默"],
  },
  en: {
    salesperson: ["visited Mr Wong at Seacrest, filter quote, follow up next Wed", "called Lanstone, sold 50k", "new customer Harbourline Logistics, Mr Zhao, wants new water units", "Pinewood Hotel complains: last week’s filter leaks", "today"],
    manager: ["tiers", "silent", "at risk", "team", "A silent"],
  },
};

/** Five sentences for a person: their own if the server offers any, else those of their role; a bare list is for salespeople. */
export function sentencesFor(language, { id, role_hint: role } = {}, seeded = {}) {
  const theirs = seeded.people?.[id]?.[language];
  if (theirs) return theirs;
  const post = role === "manager" ? "manager" : "salesperson";
  const offered = seeded[language] ?? [];
  const own = Array.isArray(offered) ? (post === "salesperson" ? offered : []) : offered[post] ?? [];
  return own.length ? own.slice(0, 5) : sentences[language][post];
}
