import type { BorneAge, EpreuvePersonne, EpreuveProfessionnel, Libelle, ObjetCondition } from "./delegation.ts";
import type { FicheCondition, FicheQuand } from "./fiche.schema.ts";

type Epreuve = EpreuvePersonne | EpreuveProfessionnel;
type Dictionnaire = ReadonlyMap<string, Libelle>;

/** Ce que chaque objet de condition sait juger : une condition de formation ne parle pas de l'âge. */
const GENRES_PAR_OBJET: Readonly<Record<ObjetCondition, ReadonlySet<Epreuve["genre"]>>> = {
  PATIENT: new Set([
    "AGE",
    "SEXE",
    "CRITERE",
    "ACQUISE_PAR_L_ACTE",
    "A_VERIFIER_SUR_LE_TEXTE",
    "A_VERIFIER_PAR_LE_PROFESSIONNEL",
  ]),
  CADRE_EXERCICE: new Set(["CADRE", "HABILITATION", "A_VERIFIER_PAR_LE_PROFESSIONNEL"]),
  FORMATION: new Set(["HABILITATION", "ACQUISE_PAR_LA_PROFESSION", "A_VERIFIER_PAR_LE_PROFESSIONNEL"]),
  EQUIPE: new Set(["EQUIPE_DECLAREE", "HABILITATION", "A_VERIFIER_PAR_LE_PROFESSIONNEL"]),
  TERRITOIRE: new Set(["DEPARTEMENTS", "A_VERIFIER_SUR_LE_TEXTE"]),
  PERIODE: new Set(["PERIODE", "A_VERIFIER_SUR_LE_TEXTE"]),
};

export const objetAdmet = (objet: ObjetCondition, { genre }: Epreuve): boolean => GENRES_PAR_OBJET[objet].has(genre);

/**
 * Traduit les champs d'une condition écrite en épreuves typées ; une condition bien écrite en porte exactement une.
 * Un critère ou une habilitation inconnus gardent leur code pour nom : c'est à l'appelant de les signaler.
 */
export function epreuvesDeLaFiche(
  fiche: FicheCondition,
  criteres: Dictionnaire,
  habilitations: Dictionnaire,
): Epreuve[] {
  const nommer = (dictionnaire: Dictionnaire, code: string): Libelle =>
    dictionnaire.get(code) ?? { code, libelle: code };
  const epreuves: Epreuve[] = epreuvesPersonne(fiche, criteres);
  if (fiche.critereExclu !== undefined) {
    epreuves.push({ genre: "CRITERE", critere: nommer(criteres, fiche.critereExclu), attendu: false });
  }
  if (fiche.critereRequis !== undefined) {
    epreuves.push({ genre: "CRITERE", critere: nommer(criteres, fiche.critereRequis), attendu: true });
  }
  if (fiche.departements) epreuves.push({ genre: "DEPARTEMENTS", departements: fiche.departements });
  if (fiche.du ?? fiche.au) epreuves.push({ genre: "PERIODE", du: fiche.du ?? null, au: fiche.au ?? null });
  if (fiche.typesStructure) epreuves.push({ genre: "CADRE", typesStructure: fiche.typesStructure });
  if (fiche.habilitationRequise !== undefined) {
    epreuves.push({ genre: "HABILITATION", habilitation: nommer(habilitations, fiche.habilitationRequise) });
  }
  if (fiche.equipeDeclaree) epreuves.push({ genre: "EQUIPE_DECLAREE" });
  if (fiche.acquisePar === "ACTE") epreuves.push({ genre: "ACQUISE_PAR_L_ACTE" });
  if (fiche.acquisePar === "PROFESSION") epreuves.push({ genre: "ACQUISE_PAR_LA_PROFESSION" });
  if (fiche.aVerifierSurLeTexte) epreuves.push({ genre: "A_VERIFIER_SUR_LE_TEXTE" });
  if (fiche.aVerifierParLeProfessionnel) epreuves.push({ genre: "A_VERIFIER_PAR_LE_PROFESSIONNEL" });
  return epreuves;
}

/** Les cas où une condition s'applique : tous doivent être réunis. */
export function epreuvesPersonne(fiche: FicheCondition | FicheQuand, criteres: Dictionnaire): EpreuvePersonne[] {
  const epreuves: EpreuvePersonne[] = [];
  const enMois: { ageMoisMin?: number | undefined; ageMoisMax?: number | undefined } = "libelle" in fiche ? fiche : {};
  const min = borne(fiche.ageMin, enMois.ageMoisMin);
  const max = borne(fiche.ageMax, enMois.ageMoisMax);
  if (min ?? max) epreuves.push({ genre: "AGE", min, max });
  if (fiche.sexe !== undefined) epreuves.push({ genre: "SEXE", sexe: fiche.sexe });
  if ("critere" in fiche && fiche.critere !== undefined) {
    const critere = criteres.get(fiche.critere) ?? { code: fiche.critere, libelle: fiche.critere };
    epreuves.push({ genre: "CRITERE", critere, attendu: true });
  }
  return epreuves;
}

function borne(ans: number | undefined, mois: number | undefined): BorneAge | null {
  if (ans !== undefined) return { valeur: ans, unite: "ANS" };
  return mois === undefined ? null : { valeur: mois, unite: "MOIS" };
}
