import { ecrireUneFois, saisieInvalide } from "@coordination/server-kit";
import { pourquoiAucune } from "../commune/commune-d-hier.ts";
import type { Contexte } from "../context.ts";
import { exigerLesSiensOuAgence } from "../declaration/droit.ts";
import { marquerModifiee } from "../declaration/ecriture.repository.ts";
import { exigerStructure, exigerType, texte } from "../declaration/saisie.ts";
import { dernierJour } from "./succession.rule.ts";
import type { DefinirTerritoireInput } from "./territoire.input.ts";
import { ecrireTerritoire, findDatesDeTerritoires } from "./territoire.repository.ts";

/** More than the communes of the département that has most. */
const COMMUNES_MAXIMUM = 1_500;

/**
 * The territory of a CPTS or of a DAC from a day on; the previous one ends on the eve, that of the same day is corrected.
 * @returns the id of the territory. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND or BAD_USER_INPUT.
 */
export async function definirTerritoire(
  contexte: Contexte,
  input: DefinirTerritoireInput,
  cle: string,
): Promise<string> {
  const { structureId, depuis } = input;
  const acteur = exigerLesSiensOuAgence(contexte.acteur, structureId);
  const structure = await exigerStructure("input.structureId", structureId, contexte);
  exigerType("input.structureId", structure, ["CPTS", "DAC"], "un territoire");
  const codesInsee = await exigerCommunesDuTerritoire(input.codesInsee, contexte);
  const source = texte("input.source", input.source);
  return ecrireUneFois(contexte.database, { acteur, operation: "definirTerritoire", cle, input }, async (tx) => {
    await marquerModifiee(tx, structureId);
    const jusquA = dernierJour({ debut: depuis, fin: null }, await findDatesDeTerritoires(tx, structureId));
    return ecrireTerritoire(tx, { structureId, depuis, jusquA, codesInsee, source });
  });
}

async function exigerCommunesDuTerritoire(codes: readonly string[], { loaders }: Contexte): Promise<string[]> {
  const champ = "input.codesInsee";
  if (codes.length === 0) throw saisieInvalide(champ, "Un territoire compte au moins une commune.");
  if (codes.length > COMMUNES_MAXIMUM)
    throw saisieInvalide(champ, `Un territoire compte ${COMMUNES_MAXIMUM} communes au plus.`);
  const communes = await Promise.all(codes.map((code) => loaders.communeByCode.load(code)));
  const inconnue = communes.indexOf(null);
  if (inconnue >= 0)
    throw saisieInvalide(`${champ}[${inconnue}]`, await pourquoiAucune(codes[inconnue] ?? "", loaders));
  return [...new Set(codes)];
}
