import { ecrireUneFois, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerAgence } from "../declaration/droit.ts";
import { finApres, texte } from "../declaration/saisie.ts";
import type { EnregistrerSeuilRegionalInput } from "./seuil-regional.input.ts";
import { ecrireSeuil } from "./seuil-regional.repository.ts";
import { estPlusExigeant, minimumNational } from "./seuil-regional.rule.ts";
import type { SeuilRegional } from "./seuil-regional.type.ts";

/** A regional threshold; a looser one than the national minimum is refused. Throws UNAUTHENTICATED, FORBIDDEN or BAD_USER_INPUT. */
export async function enregistrerSeuil(
  contexte: Contexte,
  input: EnregistrerSeuilRegionalInput,
  cle: string,
): Promise<SeuilRegional> {
  const acteur = exigerAgence(contexte.acteur);
  const national = minimumNational(input.regle, input.condition);
  if (national === null) throw saisieInvalide("input.condition", "Une région ne peut pas relever cette condition.");
  if (!estPlusExigeant(input))
    throw saisieInvalide("input.minimum", `Le minimum national est ${national} : une région ne peut que le relever.`);
  if ((await contexte.loaders.regionByCode.load(input.region)) === null)
    throw saisieInvalide("input.region", "Aucune région ne porte ce code.");
  const seuil: SeuilRegional = {
    region: input.region,
    regle: input.regle,
    condition: input.condition,
    minimum: input.minimum,
    depuis: input.depuis,
    jusquA: finApres("input.jusquA", input.jusquA ?? null, input.depuis),
    source: texte("input.source", input.source),
  };
  return ecrireUneFois(contexte.database, { acteur, operation: "enregistrerSeuilRegional", cle, input }, async (tx) => {
    await ecrireSeuil(tx, seuil);
    return seuil;
  });
}
