import type { CriteresBesoinInput, ProfilPatientInput } from "./criteres.input.ts";
import type { CritereClinique, CriteresBesoin } from "./criteres.type.ts";
import { MOIS_PAR_AN } from "./saisie-criteres.rule.ts";

/**
 * La forme unique d'un besoin : listes sans doublon et triées, ce qui n'est pas dit à `null`, l'âge en années déduit des
 * mois. Deux saisies du même besoin donnent les mêmes critères, donc le même classement. Attend une saisie contrôlée.
 */
export const normaliserCriteres = (saisie: CriteresBesoinInput): CriteresBesoin => ({
  codeInsee: saisie.codeInsee,
  nature: saisie.nature,
  urgence: saisie.urgence,
  professions: ensemble(saisie.professions),
  savoirFaire: ensemble(saisie.savoirFaire),
  actes: ensemble(saisie.actes),
  typesStructure: ensemble(saisie.typesStructure),
  categories: ensemble(saisie.categories),
  rayonKm: saisie.rayonKm,
  modalites: ensemble(saisie.modalites),
  profil: normaliserProfil(saisie.profil),
});

const ensemble = <Valeur extends string>(valeurs: readonly Valeur[] | null | undefined): Valeur[] =>
  [...new Set(valeurs ?? [])].toSorted();

function normaliserProfil(profil: ProfilPatientInput): CriteresBesoin["profil"] {
  const ageMois = profil.ageMois ?? null;
  return {
    age: profil.age ?? (ageMois === null ? null : Math.floor(ageMois / MOIS_PAR_AN)),
    ageMois,
    sexe: profil.sexe ?? null,
    sansMedecinTraitant: profil.sansMedecinTraitant,
    ald: profil.ald,
    isole: profil.isole,
    criteresCliniques: criteresUniques(profil.criteresCliniques ?? []),
  };
}

function criteresUniques(criteres: readonly CritereClinique[]): CritereClinique[] {
  const parCode = new Map(criteres.map(({ code, present }) => [code, { code, present }]));
  return [...parCode.values()].toSorted((un, autre) => (un.code < autre.code ? -1 : 1));
}
