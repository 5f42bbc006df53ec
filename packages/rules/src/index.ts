export type { Principe } from "./principe.ts";
export { appliquer, type Condition, type ConditionEvaluee, type Eligibilite, type Regle } from "./regle.ts";
export { conjuguer, type Verdict, verdict } from "./verdict.ts";
