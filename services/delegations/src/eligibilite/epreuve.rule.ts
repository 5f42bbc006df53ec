import { type Verdict, verdict } from "@coordination/rules";
import type { EpreuvePersonne, EpreuveProfessionnel } from "../catalogue/delegation.ts";
import { constaterAge, jugerAge } from "./age.rule.ts";
import { enFrancais } from "./date-francaise.ts";
import type { FaitsPersonne } from "./faits.ts";

const SUR_LA_PERSONNE: ReadonlySet<string> = new Set<EpreuvePersonne["genre"]>([
  "AGE",
  "SEXE",
  "CRITERE",
  "DEPARTEMENTS",
  "PERIODE",
  "ACQUISE_PAR_L_ACTE",
  "A_VERIFIER_SUR_LE_TEXTE",
]);

/** Vrai quand l'épreuve porte sur la personne, l'acte, le lieu ou la date ; faux quand elle porte sur le professionnel. */
export const porteSurLaPersonne = (epreuve: EpreuvePersonne | EpreuveProfessionnel): epreuve is EpreuvePersonne =>
  SUR_LA_PERSONNE.has(epreuve.genre);

/** OUI, NON, ou INCONNU dès que le fait manque : une absence n'est jamais lue comme un OUI. */
export function jugerEpreuve(epreuve: EpreuvePersonne, faits: FaitsPersonne): Verdict {
  switch (epreuve.genre) {
    case "AGE":
      return jugerAge(epreuve, faits);
    case "SEXE":
      return verdict(faits.sexe === "INDETERMINE" ? null : faits.sexe, (sexe) => sexe === epreuve.sexe);
    case "CRITERE":
      return verdict(presence(epreuve.critere.code, faits), (present) => present === epreuve.attendu);
    case "DEPARTEMENTS":
      return verdict(faits.departement, (departement) => epreuve.departements.includes(departement));
    case "PERIODE":
      return verdict((epreuve.du ?? faits.le) <= faits.le && faits.le <= (epreuve.au ?? faits.le));
    case "ACQUISE_PAR_L_ACTE":
      return "OUI";
    case "A_VERIFIER_SUR_LE_TEXTE":
      return "INCONNU";
  }
}

/** Ce qui a été constaté, en français. */
export function constaterEpreuve(epreuve: EpreuvePersonne, faits: FaitsPersonne): string {
  switch (epreuve.genre) {
    case "AGE":
      return constaterAge(epreuve, faits);
    case "SEXE":
      return faits.sexe === null ? "sexe inconnu" : `sexe ${SEXE_EN_FRANCAIS[faits.sexe]}`;
    case "CRITERE":
      return `${epreuve.critere.libelle} : ${PRESENCE_EN_FRANCAIS[`${presence(epreuve.critere.code, faits)}`]}`;
    case "DEPARTEMENTS":
      return faits.departement === null ? "département inconnu" : `département ${faits.departement}`;
    case "PERIODE":
      return `le ${enFrancais(faits.le)}`;
    case "ACQUISE_PAR_L_ACTE":
      return "c'est l'objet même de l'acte demandé";
    case "A_VERIFIER_SUR_LE_TEXTE":
      return "à vérifier sur le texte";
  }
}

const SEXE_EN_FRANCAIS = { FEMININ: "féminin", MASCULIN: "masculin", INDETERMINE: "indéterminé" } as const;
const PRESENCE_EN_FRANCAIS = { true: "oui", false: "non", null: "non renseigné" } as const;

/** `null` quand on n'en a rien dit, ou dit une chose et son contraire. */
function presence(code: string, { criteres }: FaitsPersonne): boolean | null {
  const dits = new Set(criteres.filter((critere) => critere.code === code).map(({ present }) => present));
  const [dit] = dits;
  return dits.size === 1 && dit !== undefined ? dit : null;
}
