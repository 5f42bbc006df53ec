import type { Facette, ValeurFacette } from "@coordination/vocabulaire";
import { decrireProfession, decrireSavoirFaire } from "../professionnel/profession.ts";
import { modeDuCode } from "../situation/mode-exercice.ts";
import type { Compte } from "./recherche.repository.ts";
import { FACETTES } from "./requete-de-compte.ts";

const ETATS: Readonly<Record<string, string>> = {
  CRENEAU_LIBRE: "Créneau libre",
  SANS_CRENEAU: "Aucun créneau libre",
  AGENDA_NON_PARTAGE: "Agenda non partagé",
  EVALUATION_NECESSAIRE: "Évaluation nécessaire",
  INCONNU: "Rien de déclaré",
};
const MODES: Readonly<Record<string, string>> = {
  LIBERAL: "Libéral",
  SALARIE: "Salarié",
  BENEVOLE: "Bénévole",
  INDIRECT: "Indirect",
};

/** A value as the filter wants it, and its name; `publie` is what the published files call it. */
function decrire(champ: string, code: string, publie: string | null): Omit<ValeurFacette, "nombre"> {
  if (champ === "profession") return { code, libelle: decrireProfession(code).libelle };
  if (champ === "savoirFaire")
    return { code, libelle: decrireSavoirFaire(code, { libelle: publie, type: null }).libelle };
  if (champ === "etat") return { code, libelle: ETATS[code] ?? code };
  if (champ === "departement") return { code, libelle: `Département ${code}` };
  const mode = modeDuCode(code) ?? code;
  return { code: mode, libelle: MODES[mode] ?? mode };
}

/** The facets as the API shows them, the most frequent values first. */
export function decrireFacettes(compte: Compte): Facette[] {
  return FACETTES.map(([champ]) => ({
    champ,
    plafonnee: !compte.exact,
    valeurs: compte
      .valeurs(champ)
      .map(({ code, nombre, libelle }) => ({ ...decrire(champ, code, libelle), nombre }))
      .toSorted((a, b) => b.nombre - a.nombre || a.code.localeCompare(b.code)),
  }));
}
