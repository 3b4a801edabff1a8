// Writes server/src/platform/database/tables.generated.ts from the migrations.
import { register } from "tsx/esm/api";

register();
process.argv.push("--write");
await import("./check-schema.ts");
