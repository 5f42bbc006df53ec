import { randomUUID } from "node:crypto";
import { ecrireUneFois } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerAgence } from "./droit.ts";
import { marquerAPublier, marquerModifiee } from "./ecriture.repository.ts";
import type { EnregistrerStructureInput } from "./enregistrement.input.ts";
import { ecrireIdentite, ecrireStatuts } from "./enregistrement.repository.ts";
import { lireEnregistrement } from "./enregistrement.saisie.ts";

/**
 * What an agency says of a structure: a new one when no id is given, else what FINESS does not say of it.
 * @returns its id. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND or BAD_USER_INPUT.
 */
export async function enregistrer(contexte: Contexte, input: EnregistrerStructureInput, cle: string): Promise<string> {
  const { database, aujourdhui } = contexte;
  const acteur = exigerAgence(contexte.acteur);
  const { existante, faits } = await lireEnregistrement(input, contexte);
  return ecrireUneFois(database, { acteur, operation: "enregistrerStructure", cle, input }, async (tx) => {
    const structureId = existante?.id ?? randomUUID();
    const declaration = { structureId, source: faits.source, le: aujourdhui };
    if ((existante?.finess ?? null) === null) await ecrireIdentite(tx, declaration, faits);
    await ecrireStatuts(tx, declaration, faits);
    await marquerModifiee(tx, structureId);
    await marquerAPublier(tx, structureId);
    return structureId;
  });
}
