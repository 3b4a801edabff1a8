/** What a column of a file can be imported as; the contract has the list, since pages offer it. */
export { IMPORT_TARGETS, SHARED_TARGETS, ADDED_TARGET } from "@tongzhou/contract/import-settings";
export type { ImportTarget, OwnTarget, MappedColumn } from "@tongzhou/contract/import-settings";
