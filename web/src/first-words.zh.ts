import app from "./messages.zh.json";
import format from "./platform/format/messages.zh.json";
import shell from "./platform/shell/messages.zh.json";
import ui from "./ui/messages.zh.json";

/** The Chinese words that every page needs, fetched together. */
export default { app, format, shell, ui };
