/** Rights: who may do what with an account or opportunity besides its owner. */
export { Collaborators } from "./Collaborators.tsx";
export { CreditOfDeal } from "./CreditOfDeal.tsx";
export { TerritoryList } from "./TerritoryList.tsx";
export { RightsOfAccount } from "./RightsOfAccount.tsx";
