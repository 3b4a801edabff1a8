/** Households: families and who is what in them. */
export { FamilyOfDeal } from "./FamilyOfDeal.tsx";
export { HouseholdOr } from "./HouseholdOr.tsx";
export { HouseholdsOf } from "./HouseholdsOf.tsx";
