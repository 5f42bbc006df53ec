import { type Verdict, verdict } from "@coordination/rules";
import type { Label } from "../enums.type.ts";

/** The latest decision on one label of a structure. */
export interface LabelDecide {
  readonly label: Label;
  readonly decision: Verdict;
  readonly expireLe: string | null;
}

/** Whether a structure holds a label on that day: INCONNU when nobody decided, NON when refused or over. Source : S150, S182. */
export function aLeLabel(label: Label, decisions: readonly LabelDecide[], jour: string): Verdict {
  const decision = decisions.find((une) => une.label === label);
  if (decision?.decision === "OUI") return verdict(decision.expireLe === null || decision.expireLe >= jour);
  return decision?.decision ?? "INCONNU";
}
