import app from "./messages.en.json";
import format from "./platform/format/messages.en.json";
import shell from "./platform/shell/messages.en.json";
import ui from "./ui/messages.en.json";

/** The English words that every page needs, fetched together. */
export default { app, format, shell, ui };
