import "./ui/theme/tokens.css";
import "./ui/theme/ground.css";
import "./ui/theme/words.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { startWords } from "./platform/language/start-words.ts";
import { followConnection } from "./platform/offline/connection.ts";
import { startKeyboard } from "./ui/keyboard/keyboard.ts";
import { followTheme } from "./ui/theme/choose-theme.ts";
import { loadMessages } from "./words.ts";

followTheme();
followConnection();
startKeyboard();
await startWords(loadMessages);

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element #root");
createRoot(root).render(<App />);
