/** Identity: which records are the same customer, merging them and taking them apart. */
export { MergeContact } from "./MergeContact.tsx";
export { MergedContacts } from "./MergedContacts.tsx";
export { UnmergeContact } from "./UnmergeContact.tsx";
