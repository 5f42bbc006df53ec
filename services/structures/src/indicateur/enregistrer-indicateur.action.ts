import { ecrireUneFois, introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerAgence } from "../declaration/droit.ts";
import { jourPasse, texte } from "../declaration/saisie.ts";
import type { EnregistrerIndicateurInput } from "./indicateur.input.ts";
import { ecrireIndicateur } from "./indicateur.repository.ts";
import type { Indicateur } from "./indicateur.type.ts";

const CODE = /^[A-Z][A-Z0-9_]{1,79}$/;

/**
 * A figure found in a document, for a region or for the country.
 * @returns what was recorded. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND or BAD_USER_INPUT.
 */
export async function enregistrerIndicateur(
  contexte: Contexte,
  input: EnregistrerIndicateurInput,
  cle: string,
): Promise<Indicateur> {
  const acteur = exigerAgence(contexte.acteur);
  const region = input.region ?? null;
  if (!CODE.test(input.code))
    throw saisieInvalide("input.code", "Ce code ne compte que des majuscules, des chiffres et des tirets bas.");
  if (region !== null && (await contexte.loaders.regionByCode.load(region)) === null)
    throw introuvable("input.region", "Aucune région ne porte ce code.");
  const indicateur = {
    code: input.code,
    libelle: texte("input.libelle", input.libelle),
    valeur: input.valeur,
    cible: input.cible ?? null,
    echeance: input.echeance ?? null,
    source: texte("input.source", input.source),
    releveLe: jourPasse("input.releveLe", input.releveLe, contexte),
  };
  return ecrireUneFois(contexte.database, { acteur, operation: "enregistrerIndicateur", cle, input }, async (tx) => {
    await ecrireIndicateur(tx, { ...indicateur, region });
    return indicateur;
  });
}
