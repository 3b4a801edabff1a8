import type { LongOperationDefinition } from "../../platform/jobs/long-operation.ts";
import { importLeads } from "./import-leads.ts";

/** Work of imports that is too long for one transaction. */
export const importsLongOperations: readonly LongOperationDefinition[] = [importLeads as LongOperationDefinition];
