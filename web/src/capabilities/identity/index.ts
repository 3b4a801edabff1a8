/** Identity: which records are the same customer, merging them and taking them apart. */
export { MergeContact } from "./MergeContact.tsx";
export { MergedContacts } from "./MergedContacts.tsx";
export { PairReview } from "./PairReview.tsx";
export { PairsLink } from "./PairsLink.tsx";
export { PairsWaiting } from "./PairsWaiting.tsx";
export { UnmergeContact } from "./UnmergeContact.tsx";
