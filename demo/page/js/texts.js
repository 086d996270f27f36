/** What the page itself says, in both languages. What the bot says comes from the bot. */

const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

const en = {
  title: "Huifang · local Telegram", morning: "Next morning 08:30", hour: "+1 hour", week: "+1 week",
  ten_weeks: "If nobody calls for ten weeks", zone: (zone) => zone.replace(/_/g, " "), more: "More controls",
  plug: "Pull the plug", plugHelp: "Kill the bot while it is answering, and start it again",
  running: "bot running", stopped: "bot is down", counts: (lost, doubled) => ["lost ", lost, " · doubled ", doubled],
  otherLanguage: "中文", languageHelp: "切换到中文", theme: (dark) => (dark ? "Light theme" : "Dark theme"),
  hint: "Write as the salesperson, then press Next morning and watch the reminders arrive.",
  stepping: (when) => `Clock runs to ${when}`, failed: (why) => `The clock stopped: ${why}`,
  judged: (count) => plural(count, "customer judged", "customers judged"), stayed: "no moves",
  moved: (up, down) => [up && `${up} up`, down && `${down} down`].filter(Boolean).join(", "),
  moves: (count) => plural(count, "move", "moves"), nights: (count) => `All ${count} nights`, reminded: (count) => plural(count, "reminder", "reminders"),
  roles: { salesperson: "Salesperson", manager: "Manager", admin: "Admin" }, phoneOf: (name) => `Phone of ${name}`, holder: "Whose phone is this?",
  bot: "bot", typing: "typing", away: "not running", log: (name) => `Messages on the phone of ${name}`,
  emptyTitle: "No messages yet", emptyWords: "Record visits and customers by message. The bot scores them and reminds you to go back.", begin: "Start",
  write: "Message", send: "Send", attach: "Attach", commands: "Menu", commandTitle: "Commands", noCommands: "No commands for this person yet.",
  keyboard: "Show or hide the keyboard", examples: "Example sentences", closeIt: "Close", tooLong: (over) => `${over} too long`,
  replying: (name) => `Reply to ${name}`, editing: "Editing", you: "You",
  reply: "Reply", edit: "Edit", copy: "Copy", forget: "Delete for me", react: "React", messageMenu: "What to do with this message", copied: "Copied",
  photo: "Photo", file: "File", contact: "Contact", location: "Location", voice: "Voice note", sticker: "Sticker",
  ownCard: "My own card", name: "Name", phone: "Phone", sendIt: "Send", here: "At the customer’s door", office: "At the office", seconds: (count) => `0:${String(count).padStart(2, "0")}`,
  edited: "edited", seen: "read by the bot", sent: "sent", older: "Earlier messages", newest: (count) => (count ? `${plural(count, "new message", "new messages")}, go to the newest` : "Go to the newest"),
  openPhoto: "Open photo", download: "Download", play: "Play", notHere: "The message is no longer here.",
  linkTitle: "Who opens this link?", linkNew: "Somebody new", linkNotHere: "Only links of this bot work here.", newName: "Sam Newcomer",
  fine: "OK", lost: "Connection lost. Trying again", cannot: (why) => `That didn’t work: ${why}`, keyMissing: "Open the address that was printed when the demo started: it carries the key.",
  weekday: { weekday: "short", day: "numeric", month: "short" }, fullDay: { weekday: "short", day: "numeric", month: "short", year: "numeric" }, locale: "en-GB",
};

const zh = {
  title: "回访 · 本地 Telegram", morning: "下个早上 08:30", hour: "+1 小时", week: "+1 周",
  ten_weeks: "如果十周没人联系", zone: (zone) => ({ "Asia/Shanghai": "上海时间", "Asia/Singapore": "新加坡时间" }[zone] ?? zone), more: "更多操作",
  plug: "拔掉电源", plugHelp: "在机器人回答到一半时强行结束它，再启动",
  running: "机器人运行中", stopped: "机器人已停", counts: (lost, doubled) => ["丢失 ", lost, " · 重复 ", doubled],
  otherLanguage: "EN", languageHelp: "Switch to English", theme: (dark) => (dark ? "浅色" : "深色"),
  hint: "先用销售的手机写一句，再点“下个早上”，看提醒送到。",
  stepping: (when) => `时间走到 ${when}`, failed: (why) => `时间停下了：${why}`,
  judged: (count) => `评了 ${count} 家`, stayed: "没有升降",
  moved: (up, down) => [up && `升 ${up}`, down && `降 ${down}`].filter(Boolean).join(" "),
  moves: (count) => `升降 ${count}`, nights: (count) => `${count} 夜合计`, reminded: (count) => `提醒 ${count} 条`,
  roles: { salesperson: "销售", manager: "主管", admin: "管理员" }, phoneOf: (name) => `${name}的手机`, holder: "这是谁的手机？",
  bot: "机器人", typing: "正在输入", away: "没在运行", log: (name) => `${name}手机上的消息`,
  emptyTitle: "还没有消息", emptyWords: "发消息就能记客户、记拜访。机器人在后台评级，到时间提醒你回访。", begin: "开始",
  write: "写消息", send: "发送", attach: "附件", commands: "菜单", commandTitle: "命令", noCommands: "这个人还没有命令。",
  keyboard: "显示或收起键盘", examples: "例句", closeIt: "关闭", tooLong: (over) => `超出 ${over} 字`,
  replying: (name) => `回复 ${name}`, editing: "修改", you: "你",
  reply: "回复", edit: "修改", copy: "复制", forget: "从这里删除", react: "表情回应", messageMenu: "对这条消息", copied: "已复制",
  photo: "照片", file: "文件", contact: "联系人", location: "位置", voice: "语音", sticker: "贴纸",
  ownCard: "我自己的名片", name: "姓名", phone: "电话", sendIt: "发送", here: "在客户门口", office: "在办公室", seconds: (count) => `0:${String(count).padStart(2, "0")}`,
  edited: "已修改", seen: "机器人已读", sent: "已发送", older: "更早的消息", newest: (count) => (count ? `${count} 条新消息，到最新` : "到最新"),
  openPhoto: "打开照片", download: "下载", play: "播放", notHere: "这条消息已经不在了。",
  linkTitle: "谁来打开这个链接？", linkNew: "一位新同事", linkNotHere: "这里只能打开这个机器人的链接。", newName: "新同事",
  fine: "好", lost: "连接断了，正在重连", cannot: (why) => `没有成功：${why}`, keyMissing: "请打开启动时打印的网址，里面带着钥匙。",
  weekday: { weekday: "short", day: "numeric", month: "long" }, fullDay: { weekday: "short", day: "numeric", month: "long", year: "numeric" }, locale: "zh-CN",
};

export const languages = { zh, en };
let spoken = "en";

/** Which of the page's two languages is spoken for a language code such as `zh-hans`. */
export function closest(code) {
  return code?.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** From now on the page speaks this language. */
export function speak(language) {
  spoken = language;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = languages[language].title;
}

export const language = () => spoken;

/** The words for `key` in the page's language; those that need facts take them as arguments. */
export function say(key, ...facts) {
  const words = languages[spoken][key];
  return typeof words === "function" ? words(...facts) : words;
}
