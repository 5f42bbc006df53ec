import { estUnRayon, findProfession, findSavoirFaire, RAYON_HORS_BORNES } from "@coordination/referentiels";
import type { CritereCliniqueInput, CriteresBesoinInput, ProfilPatientInput } from "./criteres.input.ts";

/** Une valeur refusée : son chemin dans les arguments, et pourquoi, en français. */
export interface SaisieFausse {
  readonly champ: string;
  readonly explication: string;
}

const AGE_MAXIMUM = 130;
export const MOIS_PAR_AN = 12;
const LONGUEUR_CODE_MAXIMUM = 80;

type ListeDeSaisie = "professions" | "savoirFaire" | "actes" | "typesStructure" | "categories" | "modalites";
const TAILLES_MAXIMALES: Readonly<Record<ListeDeSaisie, number>> = {
  professions: 10,
  savoirFaire: 20,
  actes: 10,
  typesStructure: 10,
  categories: 20,
  modalites: 6,
};
const CRITERES_CLINIQUES_MAXIMUM = 50;

/** La première valeur fausse des critères, ou `null`. L'existence de la commune n'est pas jugée ici. */
export function controlerCriteres(saisie: CriteresBesoinInput): SaisieFausse | null {
  return (
    controlerTailles(saisie) ??
    controlerDemande(saisie) ??
    controlerRayon(saisie.rayonKm) ??
    controlerCodes(saisie) ??
    controlerAge(saisie.profil) ??
    controlerCriteresCliniques(saisie.profil.criteresCliniques ?? [])
  );
}

function controlerTailles(saisie: CriteresBesoinInput): SaisieFausse | null {
  for (const [liste, maximum] of Object.entries(TAILLES_MAXIMALES) as [ListeDeSaisie, number][]) {
    if ((saisie[liste]?.length ?? 0) > maximum) {
      return { champ: `criteres.${liste}`, explication: `« ${liste} » admet ${maximum} valeurs au plus.` };
    }
  }
  return null;
}

function controlerDemande({
  professions,
  actes,
  typesStructure,
  categories,
}: CriteresBesoinInput): SaisieFausse | null {
  const demandes = [professions, actes, typesStructure, categories].flatMap((liste) => liste ?? []);
  if (demandes.length > 0) return null;
  return {
    champ: "criteres",
    explication:
      "Dites ce que vous cherchez : une profession, un acte, un type de structure ou une catégorie d'établissement.",
  };
}

function controlerRayon(rayonKm: number): SaisieFausse | null {
  return estUnRayon(rayonKm) ? null : { champ: "criteres.rayonKm", explication: RAYON_HORS_BORNES };
}

function controlerCodes({ professions, savoirFaire, actes, categories }: CriteresBesoinInput): SaisieFausse | null {
  const profession = professions?.find((code) => findProfession(code) === null);
  if (profession !== undefined)
    return codeInconnu("professions", profession, "une profession connue (TRE_G15, TRE_R94, TRE_R95)");
  const competence = savoirFaire?.find((code) => findSavoirFaire(code) === null);
  if (competence !== undefined) return codeInconnu("savoirFaire", competence, "un savoir-faire connu (TRE_R38)");
  const categorie = categories?.find((code) => !/^\d{3}$/.test(code));
  if (categorie !== undefined)
    return codeInconnu("categories", categorie, "un code de catégorie d'établissement : trois chiffres");
  const acte = actes?.find((code) => !codeAdmis(code));
  return acte === undefined ? null : codeInconnu("actes", acte, "un code d'acte");
}

const codeAdmis = (code: string): boolean => code.trim() !== "" && code.length <= LONGUEUR_CODE_MAXIMUM;

const codeInconnu = (liste: ListeDeSaisie, code: string, attendu: string): SaisieFausse => ({
  champ: `criteres.${liste}`,
  explication: `« ${code.slice(0, LONGUEUR_CODE_MAXIMUM)} » n'est pas ${attendu}.`,
});

/** Une phrase ne répète jamais l'âge reçu : c'est une donnée de santé. */
function controlerAge({ age, ageMois }: ProfilPatientInput): SaisieFausse | null {
  if (!entre(age, 0, AGE_MAXIMUM)) {
    return { champ: "criteres.profil.age", explication: `L'âge va de 0 à ${AGE_MAXIMUM} ans.` };
  }
  if (!entre(ageMois, 0, AGE_MAXIMUM * MOIS_PAR_AN)) {
    return { champ: "criteres.profil.ageMois", explication: `L'âge en mois va de 0 à ${AGE_MAXIMUM * MOIS_PAR_AN}.` };
  }
  const deuxAges = typeof age === "number" && typeof ageMois === "number";
  if (deuxAges && Math.floor(ageMois / MOIS_PAR_AN) !== age) {
    return { champ: "criteres.profil.ageMois", explication: "L'âge en mois et l'âge en années se contredisent." };
  }
  return null;
}

const entre = (valeur: number | null | undefined, min: number, max: number): boolean =>
  valeur === null || valeur === undefined || (valeur >= min && valeur <= max);

function controlerCriteresCliniques(criteres: readonly CritereCliniqueInput[]): SaisieFausse | null {
  const champ = "criteres.profil.criteresCliniques";
  if (criteres.length > CRITERES_CLINIQUES_MAXIMUM) {
    return { champ, explication: `« criteresCliniques » admet ${CRITERES_CLINIQUES_MAXIMUM} valeurs au plus.` };
  }
  if (criteres.some(({ code }) => !codeAdmis(code)))
    return { champ, explication: "Un code de critère est vide ou trop long." };
  const contredit = criteres.some(({ code, present }) =>
    criteres.some((autre) => autre.code === code && autre.present !== present),
  );
  return contredit ? { champ, explication: "Un même critère est dit présent et absent." } : null;
}
