import { PairReview } from "../capabilities/identity/index.ts";

/** `/contacts/duplicates` */
export function DuplicatesPage() {
  return <PairReview />;
}
