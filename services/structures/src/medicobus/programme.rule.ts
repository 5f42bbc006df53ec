import type { Principe } from "@coordination/rules";

/** A passage, in time. */
interface Creneau {
  readonly debut: Date;
  readonly fin: Date;
}

/** The first passage that cannot be planned, and why; null when all can: to come, ended after begun, never two at once. */
export function defautDuProgramme(
  passages: readonly Creneau[],
  maintenant: Date,
): { readonly rang: number; readonly champ: "debut" | "fin"; readonly phrase: string } | null {
  for (const [rang, { debut, fin }] of passages.entries()) {
    if (debut <= maintenant) return { rang, champ: "debut", phrase: "Un passage se planifie à venir." };
    if (fin <= debut) return { rang, champ: "fin", phrase: "La fin d'un passage suit son début." };
    const autre = passages.findIndex((passage, place) => place < rang && passage.debut < fin && debut < passage.fin);
    if (autre >= 0) return { rang, champ: "debut", phrase: `Ce passage en chevauche un autre, le n° ${autre + 1}.` };
  }
  return null;
}

export const offreDuMedicobus: Principe = {
  principe: "MEDICOBUS",
  intitule: "Un médicobus :",
  phrases: [
    "se cherche par commune et par date : il répond à un besoin là où il passe, non là où il est garé",
    "va vers les personnes, sans avoir à le déclarer",
    "complète l'offre fixe et se propose après elle : il ne s'y substitue pas",
    "donne la priorité à des publics, ce qui élève la proposition et n'exclut personne",
    "annonce des passages à venir, dont chacun finit après avoir commencé, et jamais deux à la fois",
  ],
  source:
    "ARS Auvergne-Rhône-Alpes, « Faciliter l'accès aux soins en Auvergne-Rhône-Alpes » : « sans se substituer, avec toutes les offres du territoire déjà existantes » ; « la priorité est donnée aux personnes en Affection de longue durée (ALD) sans médecin traitant et aux personnes âgées isolées » ; ministère, point d'étape de 2023 : « ce moyen d’ “aller vers” »",
  relueLe: "2026-11-23",
};
