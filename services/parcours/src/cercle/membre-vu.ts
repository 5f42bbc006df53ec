import type { Contexte } from "../contexte.ts";
import type { LigneTenue } from "../dossier/dossier.repository.ts";
import { estEnCours, fondementDuMembre } from "../partage/fondement.rule.ts";
import type { LigneMembre } from "./cercle.repository.ts";
import type { MembreCercle } from "./cercle.type.ts";

/** What binds the encrypted name of a relative to their membership. */
export const objetDuProche = (membreId: string): string => `proche:${membreId}`;

/** A member as the API shows them, with what allows to tell them of the person now. The name of a relative leaves a trace. */
export async function voirMembre(
  membre: LigneMembre,
  { id: dossierId, dacId, acces }: Pick<LigneTenue, "id" | "dacId" | "acces">,
  contexte: Contexte,
): Promise<MembreCercle> {
  const { loaders, maintenant } = contexte;
  const { professionnelId, structureId, procheChiffre } = membre;
  const paroles = await loaders.consentementsByDossier.load(dossierId);
  if (procheChiffre !== null) await loaders.trace.load({ dossierId, dacId, acces, objet: "ENTOURAGE" });
  const enCours = estEnCours(membre, maintenant);
  return {
    ...membre,
    professionnel: professionnelId === null ? null : { id: professionnelId },
    structure: structureId === null ? null : { id: structureId },
    proche: nomDuProche(membre, contexte),
    fondement: fondementDuMembre(
      { soignant: procheChiffre === null && enCours, membre: enCours },
      paroles,
      { professionnelId, structureIds: structureId === null ? [] : [structureId], equipeId: null },
      maintenant,
    ),
  };
}

const nomDuProche = ({ id, procheChiffre }: LigneMembre, { coffre }: Contexte): string | null =>
  procheChiffre === null ? null : (coffre.dechiffrer(objetDuProche(id), procheChiffre) as string);
