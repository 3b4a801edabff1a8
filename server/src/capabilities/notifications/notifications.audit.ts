import { declareDeparture } from "../../platform/ledger/undo/departures.ts";
import { countNotices } from "./queries/count-notices.ts";

declareDeparture({ what: "notifications", count: countNotices });
