import { interdit, numeroDe } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { requireSituation } from "../declaration/cible.ts";
import { dater } from "../declaration/declaration.repository.ts";
import { declarerUneFois } from "../declaration/declarer-une-fois.ts";
import { exigerDeclarant } from "../declaration/droit.ts";
import { confirmer, retirer } from "./confirmer-situation.repository.ts";

/** What a person answers about a place that another declared. */
interface Reponse {
  readonly situationId: string;
  readonly confirmee: boolean;
}

/**
 * The person confirms a place that the structure which welcomes them declared, or says that it is not theirs: it is then
 * closed. A place that waits for nothing stays as it is. Returns the activity's identifier.
 */
export async function confirmerSituation(contexte: Contexte, input: Reponse, cle: string): Promise<string> {
  const rpps = numeroDe(exigerDeclarant(contexte));
  const { professionnel, situation } = await requireSituation(contexte, input.situationId);
  if (rpps !== professionnel.rpps) throw interdit("être la personne qui y exercerait");
  return declarerUneFois(contexte, { operation: "confirmerSituation", cle, input }, async (tx) => {
    if (!situation.confirmee) {
      await (input.confirmee ? confirmer(tx, situation.id) : retirer(tx, situation.id, contexte.aujourdhui));
      await dater(tx, "professionnel", professionnel.id);
    }
    return situation.id;
  });
}
