import { codeInseeValide, departementDeCommune } from "@coordination/referentiels";
import type { Colonne } from "./entete.ts";
import { REMARQUES, type Remarque } from "./remarques.ts";

/** Reads a column of the current line, trimmed; empty when the file does not have it. */
export type Lire = (colonne: Colonne) => string;

export const ouNul = (valeur: string): string | null => (valeur === "" ? null : valeur);

const FRANCE = "99000";

/** Where the activity takes place and how to reach it, as the line says it. */
export function lireLieu(lire: Lire, remarques: Remarque[]) {
  const codePostal = lire("codePostal");
  const codePays = lire("codePays");
  const francaise = (codePays === "" || codePays === FRANCE) && (codePostal === "" || /^\d{5}$/.test(codePostal));
  if (!francaise) remarques.push(REMARQUES.etranger);
  const codeCommune = lire("codeCommune");
  return {
    adresse: lignesAdresse(lire).join("\n"),
    code_postal: ouNul(codePostal),
    ville: ouNul(lire("commune") || lire("cedex")),
    pays: lire("pays") || (francaise ? "France" : "Étranger"),
    francaise,
    code_commune_source: francaise && codeInseeValide(codeCommune) ? codeCommune : null,
    departement_source: departementPublie(lire("departement"), codeCommune, francaise ? codePostal : ""),
    telephone: ouNul(lire("telephone")),
    telephone_secondaire: ouNul(lire("telephoneSecondaire")),
    courriel: ouNul(lire("courriel")),
  };
}

function lignesAdresse(lire: Lire): string[] {
  const numero = `${lire("numeroVoie")}${lire("indiceVoie")}`;
  const voie = [numero, lire("typeVoie"), lire("voie")].filter((partie) => partie !== "").join(" ");
  return [lire("destinataire"), lire("pointGeographique"), voie, lire("distribution")].filter((ligne) => ligne !== "");
}

/** The département that a line belongs to, as the file alone tells it: a regional file only speaks for its own. */
function departementPublie(departement: string, codeCommune: string, codePostal: string): string | null {
  if (departement !== "") return departement.toUpperCase().padStart(2, "0");
  if (codeInseeValide(codeCommune)) return departementDeCommune(codeCommune);
  if (codePostal === "") return null;
  if (codePostal.startsWith("20")) return /^20[01]/.test(codePostal) ? "2A" : "2B";
  return codePostal.slice(0, /^9[78]/.test(codePostal) ? 3 : 2);
}
