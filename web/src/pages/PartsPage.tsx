import { Parts } from "../platform/parts/Parts.tsx";

/** `/parts`: every part in its states; reached by address only. */
export function PartsPage() {
  return <Parts />;
}
