/** Households: families and who is what in them. */
export { FamilyOfDeal } from "./FamilyOfDeal.tsx";
export { HouseholdRecord } from "./HouseholdRecord.tsx";
export { HouseholdsOf } from "./HouseholdsOf.tsx";
