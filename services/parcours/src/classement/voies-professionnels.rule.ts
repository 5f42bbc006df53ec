import { findProfession } from "@coordination/referentiels";
import type { CriteresBesoin } from "../besoin/criteres.type.ts";
import { exclusionsDuTexte, titreDuTexte } from "./delegation.rule.ts";
import { motifDeDistance } from "./distance.rule.ts";
import type { CandidatProfessionnelRecu, PossibiliteRecue } from "./faits.ts";
import { type MotifPese, motifDuBareme } from "./motif.ts";
import { completer } from "./motif-annuaire.rule.ts";
import type { Demande, Voie } from "./voie.ts";

/** Par quoi un professionnel répond : sa propre profession, ou ce qu'une délégation lui permet. */
export function voieDuProfessionnel(
  candidat: CandidatProfessionnelRecu,
  possibilites: ReadonlyMap<string, PossibiliteRecue>,
  { modalites }: CriteresBesoin,
): Voie {
  const { situation, possibilite = null, distanceKm = null } = candidat;
  const propres =
    possibilite === null ? motifsPropres(candidat) : motifsDelegues(candidat, possibilites.get(possibilite) ?? null);
  return {
    cible: { genre: "SITUATION", id: situation.id },
    demande:
      possibilite === null
        ? demandeDeProfession(situation.profession?.code)
        : demandeDeDelegue(situation.profession?.code),
    siens: situation.professionnel ? [situation.professionnel.id] : [],
    lieu: situation.structure?.id ?? null,
    possibilite,
    distanceKm,
    complementaire: false,
    motifs: completer([...propres, motifDeDistance(distanceKm, modalites)], candidat),
  };
}

const motifsPropres = ({ situation }: CandidatProfessionnelRecu): MotifPese[] => [
  motifDuBareme("PROFESSION_DEMANDEE", { precision: libelleDeProfession(situation.profession?.code) }),
];

function motifsDelegues(
  { eligibilite = null }: CandidatProfessionnelRecu,
  possibilite: PossibiliteRecue | null,
): MotifPese[] {
  const precision = possibilite === null ? undefined : titreDuTexte(possibilite.eligibilite.intitule);
  return [
    motifDuBareme("DELEGATION", { precision }),
    ...exclusionsDuTexte(possibilite),
    ...(eligibilite?.verdict === "NON" ? [motifDuBareme("EXIGENCE_NON_REMPLIE")] : []),
    ...(eligibilite?.verdict === "INCONNU" ? [motifDuBareme("A_CONFIRMER")] : []),
  ];
}

const libelleDeProfession = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : (findProfession(code)?.libelle ?? undefined);

const demandeDeProfession = (code = ""): Demande => ({
  cle: `PROFESSION:${code}`,
  libelle: libelleDeProfession(code) ?? "profession demandée",
});

const demandeDeDelegue = (code = ""): Demande => ({
  cle: `ACTE:${code}`,
  libelle: `acte demandé, par délégation (${libelleDeProfession(code) ?? "autre profession"})`,
});
