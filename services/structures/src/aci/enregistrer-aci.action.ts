import { appliquer } from "@coordination/rules";
import { ecrireUneFois, regleNonRemplie } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerAgence } from "../declaration/droit.ts";
import { marquerModifiee } from "../declaration/ecriture.repository.ts";
import { exigerStructure, exigerType, jourPasse, texte, texteOuNul } from "../declaration/saisie.ts";
import type { EnregistrerAciInput } from "./aci.input.ts";
import { ecrireAci } from "./aci.repository.ts";
import { signatairesAci } from "./signataires.rule.ts";

/**
 * The agreement that a MSP or a CPTS signed.
 * @returns the id of the structure. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, or RULE_NOT_MET for a
 * CPTS whose agreement the ARS did not sign.
 */
export async function enregistrerAci(contexte: Contexte, input: EnregistrerAciInput, cle: string): Promise<string> {
  const acteur = exigerAgence(contexte.acteur);
  const structure = await exigerStructure("input.structureId", input.structureId, contexte);
  exigerType("input.structureId", structure, ["MSP", "CPTS"], "un accord conventionnel interprofessionnel");
  const aci = {
    structureId: structure.id,
    signeLe: jourPasse("input.signeLe", input.signeLe, contexte),
    cpam: texte("input.cpam", input.cpam),
    ars: texteOuNul("input.ars", input.ars),
    source: texte("input.source", input.source),
  };
  const signataires = appliquer(signatairesAci, { ...aci, type: structure.type });
  if (signataires.verdict !== "OUI") throw regleNonRemplie(signataires);
  return ecrireUneFois(contexte.database, { acteur, operation: "enregistrerAci", cle, input }, async (tx) => {
    await marquerModifiee(tx, structure.id);
    await ecrireAci(tx, aci);
    return structure.id;
  });
}
