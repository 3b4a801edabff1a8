import { StandardPanel } from "../capabilities/standards/index.ts";

/** `/settings/standard`: what both departments agreed a good lead is. */
export function StandardPage() {
  return <StandardPanel />;
}
