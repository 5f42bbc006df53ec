import { ecrireUneFois, versionPerimee } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerLesSiens } from "./droit.ts";
import { marquerModifiee, verrouillerVersion } from "./ecriture.repository.ts";
import type { MettreAJourStructureInput } from "./mise-a-jour.input.ts";
import { ecrireMiseAJour } from "./mise-a-jour.repository.ts";
import { lireMiseAJour } from "./mise-a-jour.saisie.ts";
import { exigerStructure } from "./saisie.ts";

/**
 * What its own people declare of a structure, all or nothing.
 * @returns its id. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, or VERSION_CONFLICT when it is no more as read.
 */
export async function mettreAJour(contexte: Contexte, input: MettreAJourStructureInput, cle: string): Promise<string> {
  const { database, aujourdhui } = contexte;
  const acteur = exigerLesSiens(contexte.acteur, input.structureId);
  const structure = await exigerStructure("input.structureId", input.structureId, contexte);
  const faits = await lireMiseAJour(input, structure, contexte);
  return ecrireUneFois(database, { acteur, operation: "mettreAJourStructure", cle, input }, async (tx) => {
    const version = await verrouillerVersion(tx, structure.id);
    if (input.version !== null && input.version !== undefined && input.version !== version)
      throw versionPerimee(version);
    await marquerModifiee(tx, structure.id);
    await ecrireMiseAJour(tx, { structureId: structure.id, source: faits.source, le: aujourdhui }, faits);
    return structure.id;
  });
}
