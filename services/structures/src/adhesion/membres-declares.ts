import { findProfession } from "@coordination/referentiels";
import type { Verdict } from "@coordination/rules";
import type { Effectif } from "@coordination/vocabulaire";
import type { MembresParProfession } from "./adhesion.repository.ts";

const MEDECIN = "10";
/** Auxiliaires médicaux : infirmier, masseur-kinésithérapeute, pédicure, orthophoniste, orthoptiste, ergothérapeute, diététicien, psychomotricien. Source : S046. */
const PARAMEDICAUX: ReadonlySet<string> = new Set(["60", "70", "80", "91", "92", "94", "95", "96"]);
const PROFESSIONS_DE_SANTE = "TRE_G15";

/** How many declared members are sure to be counted, and how many more might be. */
export interface Nombre {
  readonly surs: number;
  readonly possibles: number;
}

/** The declared members of a grouping, as the texts count them. */
export interface MembresDeclares {
  readonly medecins: Nombre;
  readonly medecinsGeneralistes: Nombre;
  readonly paramedicaux: Nombre;
  readonly professionnelsDeSante: Nombre;
}

/** The people that the RPPS places in the structure, as the texts count them: only ever cited, never judged. */
export interface EffectifsDuRpps {
  readonly medecins: number;
  readonly medecinsGeneralistes: number;
  readonly paramedicaux: number;
  readonly professionnelsDeSante: number;
}

const estDeSante = (profession: string): boolean =>
  findProfession(profession)?.systeme.includes(PROFESSIONS_DE_SANTE) ?? false;

/** Counts declared members, null when nobody was declared. A member without a declared profession might be anything. */
export function compterMembresDeclares(membres: readonly MembresParProfession[]): MembresDeclares | null {
  if (membres.length === 0) return null;
  const compter = (juger: (membre: MembresParProfession & { profession: string }) => boolean | null): Nombre => {
    const jugements = membres.map(({ profession, ...reste }) => ({
      nombre: reste.nombre,
      compte: profession === null ? null : juger({ ...reste, profession }),
    }));
    const somme = (voulu: boolean | null) =>
      jugements.reduce((total, { nombre, compte }) => total + (compte === voulu ? nombre : 0), 0);
    return { surs: somme(true), possibles: somme(null) };
  };
  return {
    medecins: compter(({ profession }) => profession === MEDECIN),
    medecinsGeneralistes: compter(({ profession, medecinGeneraliste }) => profession === MEDECIN && medecinGeneraliste),
    paramedicaux: compter(({ profession }) => PARAMEDICAUX.has(profession)),
    professionnelsDeSante: compter(({ profession }) => estDeSante(profession)),
  };
}

/** Counts the RPPS head count, null when the directory of professionals did not answer. */
export function compterEffectifs(effectifs: readonly Partial<Effectif>[] | null | undefined): EffectifsDuRpps | null {
  if (effectifs === null || effectifs === undefined) return null;
  const compter = (juger: (profession: string) => boolean, valeur: "nombre" | "medecinsGeneralistes" = "nombre") =>
    effectifs.reduce((total, effectif) => total + (juger(effectif.profession ?? "") ? (effectif[valeur] ?? 0) : 0), 0);
  return {
    medecins: compter((profession) => profession === MEDECIN),
    medecinsGeneralistes: compter((profession) => profession === MEDECIN, "medecinsGeneralistes"),
    paramedicaux: compter((profession) => PARAMEDICAUX.has(profession)),
    professionnelsDeSante: compter(estDeSante),
  };
}

/** OUI when enough members are sure, INCONNU when the undeclared professions could make up the number, else NON; INCONNU without a declaration. */
export function auMoins(minimum: number, nombre: Nombre | undefined): Verdict {
  if (nombre === undefined) return "INCONNU";
  if (nombre.surs >= minimum) return "OUI";
  return nombre.surs + nombre.possibles >= minimum ? "INCONNU" : "NON";
}

/** What was counted, in French: declared members, or what the RPPS says when nobody was declared. */
export function constatDeNombre(nombre: Nombre | undefined, effectif: number | undefined): string {
  if (nombre !== undefined) {
    const incertains = nombre.possibles === 0 ? "" : `, et ${nombre.possibles} dont la profession n'est pas déclarée`;
    return `${nombre.surs} déclaré(s)${incertains}`;
  }
  return effectif === undefined
    ? "aucun membre déclaré ; les effectifs du RPPS ne sont pas disponibles"
    : `aucun membre déclaré ; le RPPS en compte ${effectif} en activité dans la structure`;
}
