import { ecrireUneFois, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerAgence } from "../declaration/droit.ts";
import { marquerModifiee } from "../declaration/ecriture.repository.ts";
import { exigerStructure, exigerType, finApres, jourPasse, texte } from "../declaration/saisie.ts";
import type { Structure } from "../structure/structure.type.ts";
import { type DecisionDeLabel, ecrireLabel, ecrireLabellisation } from "./label.repository.ts";
import type { EnregistrerLabellisationInput } from "./labellisation.input.ts";

/**
 * A decision of an agency on a label, or on the labelling of a MSP.
 * @returns the id of the structure. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND or BAD_USER_INPUT.
 */
export async function enregistrerLabellisation(
  contexte: Contexte,
  input: EnregistrerLabellisationInput,
  cle: string,
): Promise<string> {
  const acteur = exigerAgence(contexte.acteur);
  const structure = await exigerStructure("input.structureId", input.structureId, contexte);
  const label = input.label ?? null;
  if (label === null) exigerType("input.structureId", structure, ["MSP"], "une labellisation par l'ARS");
  await exigerSaRegion(input.region, structure, contexte);
  const decision: DecisionDeLabel = {
    structureId: structure.id,
    region: input.region,
    decision: input.decision,
    decideeLe: jourPasse("input.decideeLe", input.decideeLe, contexte),
    expireLe: finApres("input.expireLe", input.expireLe ?? null, input.decideeLe),
    source: texte("input.source", input.source),
  };
  return ecrireUneFois(contexte.database, { acteur, operation: "enregistrerLabellisation", cle, input }, async (tx) => {
    await marquerModifiee(tx, structure.id);
    await (label === null ? ecrireLabellisation(tx, decision) : ecrireLabel(tx, label, decision));
    return structure.id;
  });
}

/** An agency decides for its own region. Throws BAD_USER_INPUT. */
async function exigerSaRegion(code: string, { departement }: Structure, { loaders }: Contexte): Promise<void> {
  const region = await loaders.regionByCode.load(code);
  if (region === null) throw saisieInvalide("input.region", "Aucune région ne porte ce code.");
  const sien = departement === null ? null : await loaders.departementByCode.load(departement);
  if (sien !== null && sien.codeRegion !== code)
    throw saisieInvalide("input.region", `La structure n'est pas dans cette région : ${region.nom}.`);
}
