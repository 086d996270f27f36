/** The commands this person has, in the language of this person, as the bot set them. */
import { button, element } from "./element.js";
import { openSheet } from "./sheet.js";
import { say } from "./texts.js";

/** Open the menu; `choose` gets the command with its slash. */
export function openCommands(screen, commands, choose) {
  const row = ({ command, description }) =>
    button("option", () => { close(); choose(`/${command}`); }, {}, element("code", {}, `/${command}`), element("span", {}, description));
  const rows = commands.length ? commands.map(row) : [element("p", {}, say("noCommands"))];
  const close = openSheet(screen, { label: say("commandTitle") }, element("h3", {}, say("commandTitle")), ...rows);
}
