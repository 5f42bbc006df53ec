import { libelleTypeStructure } from "@coordination/vocabulaire";
import type { CriteresBesoin } from "../besoin/criteres.type.ts";
import { peutRecevoir } from "./cible-de-soins.rule.ts";
import { exclusionsDuTexte, titreDuTexte } from "./delegation.rule.ts";
import { motifDeDistance } from "./distance.rule.ts";
import type { CandidatStructureRecu, PossibiliteRecue } from "./faits.ts";
import { motifDuBareme } from "./motif.ts";
import { completer } from "./motif-annuaire.rule.ts";
import type { Voie } from "./voie.ts";

/** Par quoi une structure répond : son type, ou sa catégorie. */
export function voieDeLaStructure(candidat: CandidatStructureRecu, { modalites, nature }: CriteresBesoin): Voie {
  const { structure, distanceKm = null, complementaire } = candidat;
  const type = structure.type ?? null;
  const libelle = type === null ? undefined : libelleTypeStructure(type);
  return {
    cible: { genre: "STRUCTURE", id: structure.id },
    demande: { cle: `STRUCTURE:${type ?? ""}`, libelle: libelle ?? "structure demandée" },
    siens: [structure.id],
    lieu: null,
    possibilite: null,
    distanceKm,
    complementaire,
    motifs: completer(
      [
        motifDuBareme("STRUCTURE_DEMANDEE", { precision: libelle }),
        motifDeDistance(distanceKm, modalites),
        ...(peutRecevoir(type, nature) ? [] : [motifDuBareme("CIBLE_NON_SOIGNANTE")]),
        ...(complementaire ? [motifDuBareme("OFFRE_COMPLEMENTAIRE")] : []),
      ],
      candidat,
    ),
  };
}

/** Les équipes déclarées pour une possibilité ; le texte les écarte ou non, comme les professionnels seuls. */
export const voiesDesEquipes = (possibilite: PossibiliteRecue, { modalites }: CriteresBesoin): Voie[] =>
  possibilite.equipes.map(({ distanceKm, equipe }) => ({
    cible: { genre: "EQUIPE", id: equipe.id },
    demande: { cle: "EQUIPE", libelle: "acte demandé, par une équipe de protocole" },
    siens: [equipe.id, ...(equipe.structure ? [equipe.structure.id] : [])],
    lieu: null,
    possibilite: possibilite.id,
    distanceKm,
    complementaire: false,
    motifs: [
      motifDuBareme("EQUIPE_DECLAREE", { precision: titreDuTexte(possibilite.eligibilite.intitule) }),
      motifDeDistance(distanceKm, modalites),
      ...exclusionsDuTexte(possibilite),
    ],
  }));
