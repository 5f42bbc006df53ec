import { CODES_MEDECINE_GENERALE, developperCodes } from "@coordination/referentiels";
import { codeDuMode } from "../situation/mode-exercice.ts";
import { situationEnVigueur } from "../situation/situation.repository.ts";
import { avecArrondissements } from "./arrondissements.ts";
import type { CriteresRecherche } from "./criteres.ts";
import type { Parametres } from "./parametres.ts";
import type { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";

/** When the question is asked: the civil day dates what is declared, the instant tells what is out of date. */
export interface Moment {
  readonly aujourdhui: string;
  readonly maintenant: string;
}

/** Pieces of SQL of a search, over `situation s`, and `centre` when there is a proximity. */
export interface Morceaux {
  /** Where the point is looked for: one row of `latitude` and `longitude`, or none; null without a proximity. */
  readonly centre: string | null;
  readonly rayon: string;
  /** What the row of the activity tells. */
  readonly surLaLigne: readonly string[];
  /** What must be looked up elsewhere, activity by activity: reads `id` and `professionnel_id` of this relation. */
  readonly ailleurs: (relation: string) => readonly string[];
  /** Whether the availability is out of date: after the others, never hidden; binds its value, so only where it is read. */
  readonly ecrirePerimee: () => (relation: string) => string;
}

/** Kilometres of one degree of latitude, a little under the truth: the box must never be smaller than the disc. */
const KM_PAR_DEGRE = 111;

/** Writes what an activity must be. */
export function ecrireConditions(
  { filtre, proximite }: CriteresRecherche,
  { aujourdhui, maintenant }: Moment,
  parametres: Parametres,
): Morceaux {
  const { lier } = parametres;
  const jour = `${lier(aujourdhui)}::date`;
  // Who follows changes must see what has ended, but not a place that still waits for the person. PostgreSQL refuses a value
  // that nothing reads, so the day is read.
  const enCours = suitLesChangements(filtre)
    ? [`${jour} is not null`, "s.confirmee"]
    : ["s.ferme_le is null", situationEnVigueur(jour)];
  const ecrireAilleurs = ecrireDeclarees(filtre, jour, parametres);
  return {
    centre: proximite === null ? null : ecrireCentre(proximite.centre, parametres),
    rayon: proximite === null ? "null" : `${lier(proximite.rayonKm)}::float8`,
    surLaLigne: [...enCours, ...ecrireFiltre(filtre, parametres), ...ecrireDisponibilite(filtre, parametres)],
    ailleurs: (relation) => ecrireAilleurs.map((ecrire) => ecrire(relation)),
    ecrirePerimee: () => {
      const instant = `${lier(maintenant)}::timestamptz`;
      return (relation) =>
        `coalesce((select d.expire_le <= ${instant} from disponibilite d where d.situation_id = ${relation}.id), false)`;
    },
  };
}

/** All the conditions on `situation s`. */
export const toutes = ({ surLaLigne, ailleurs }: Pick<Morceaux, "surLaLigne" | "ailleurs">): string =>
  [...surLaLigne, ...ailleurs("s")].join(" and ");

type Ecrire = (relation: string) => string;

type Centre = { readonly codeInsee: string } | { readonly latitude: number; readonly longitude: number };

const ecrireCentre = (centre: Centre, { lier }: Parametres): string =>
  "codeInsee" in centre
    ? `select latitude, longitude from commune_connue where code_insee = ${lier(centre.codeInsee)}`
    : `select ${lier(centre.latitude)}::float8 as latitude, ${lier(centre.longitude)}::float8 as longitude`;

/** The distance from a point to the activity, in SQL; `centre` has `latitude` and `longitude`. */
export const distanceDe = (centre: string): string =>
  `distance_km(${centre}.latitude, ${centre}.longitude, s.latitude, s.longitude)`;

/** The square around `centre` that a btree on (strip, longitude) reads; `rayon` is SQL, in kilometres. */
export function dansLaBoite(centre: string, rayon: string): string {
  const hauteur = `${rayon} / ${KM_PAR_DEGRE}`;
  const cosinus = `greatest(cos(radians(least(abs(${centre}.latitude) + ${hauteur}, 89))), 0.01)`;
  const largeur = `${rayon} / (${KM_PAR_DEGRE} * ${cosinus})`;
  const bandes = `array(select generate_series(bande(${centre}.latitude - ${hauteur}), bande(${centre}.latitude + ${hauteur})))`;
  return `bande(s.latitude) = any(${bandes})
    and s.longitude between ${centre}.longitude - ${largeur} and ${centre}.longitude + ${largeur}`;
}

/** Kilometres of one degree, a little over the truth, and how much of the radius the half side of a square inside takes. */
const KM_PAR_DEGRE_AU_PLUS = 111.4;
const DANS_LE_DISQUE = 0.7;

/** The bounds of a square inside the disc: who is there needs no distance, which costs more than all the rest. */
export function coeurDe(centre: string, rayon: string) {
  const hauteur = `${rayon} * ${DANS_LE_DISQUE / KM_PAR_DEGRE_AU_PLUS}`;
  const largeur = `${hauteur} / cos(radians(greatest(abs(${centre}.latitude) - ${hauteur}, 0)))`;
  return {
    sud: `${centre}.latitude - ${hauteur}`,
    nord: `${centre}.latitude + ${hauteur}`,
    ouest: `${centre}.longitude - ${largeur}`,
    est: `${centre}.longitude + ${largeur}`,
  };
}

const renseignee = <Valeur>(liste: readonly Valeur[] | null | undefined): liste is readonly Valeur[] =>
  liste !== null && liste !== undefined && liste.length > 0;

function ecrireFiltre(filtre: ProfessionnelFiltre, { lier }: Parametres): string[] {
  const conditions: string[] = [];
  const parmi = (colonne: string, valeurs: readonly string[] | null | undefined) => {
    if (renseignee(valeurs)) conditions.push(`${colonne} = any(${lier([...new Set(valeurs)])})`);
  };
  parmi("s.profession", filtre.professions);
  if (renseignee(filtre.savoirFaire)) parmi("s.savoir_faire", developperCodes(filtre.savoirFaire));
  parmi("s.mode", filtre.modes?.map(codeDuMode));
  if (renseignee(filtre.codesInsee)) parmi("s.code_insee", avecArrondissements(filtre.codesInsee));
  parmi("s.departement", filtre.departements);
  if (typeof filtre.structureId === "string") conditions.push(`s.structure_id = ${lier(filtre.structureId)}`);
  if (typeof filtre.medecinGeneraliste === "boolean") {
    const generaliste = `s.profession = '10' and s.savoir_faire = any(${lier(CODES_MEDECINE_GENERALE)})`;
    conditions.push(filtre.medecinGeneraliste ? generaliste : `(${generaliste}) is not true`);
  }
  if (renseignee(filtre.modalites)) {
    conditions.push(`s.modalites && ${lier(filtre.modalites)}::text[]`);
    // What an index holds: nearly every activity has the default, and nothing else.
    if (!filtre.modalites.includes("SUR_SITE")) conditions.push("s.modalites <> '{SUR_SITE}'");
  }
  return conditions;
}

/** What was declared of the person: every authorisation asked, and one of the qualities. */
function ecrireDeclarees(
  { habilitations, qualites }: ProfessionnelFiltre,
  jour: string,
  { lier }: Parametres,
): Ecrire[] {
  const enVigueur = (table: string) =>
    `${table}.depuis <= ${jour} and (${table}.jusqu_a is null or ${table}.jusqu_a >= ${jour})`;
  const conditions: Ecrire[] = [];
  if (renseignee(habilitations)) {
    const codes = lier([...new Set(habilitations)]);
    conditions.push(
      (s) => `(select count(distinct h.code) from habilitation h
      where h.professionnel_id = ${s}.professionnel_id and h.code = any(${codes}) and ${enVigueur("h")}) = cardinality(${codes}::text[])`,
    );
  }
  if (renseignee(qualites)) {
    const codes = lier([...new Set(qualites)]);
    conditions.push(
      (s) => `exists (select from qualite q
      where q.professionnel_id = ${s}.professionnel_id and q.code = any(${codes}) and ${enVigueur("q")})`,
    );
  }
  return conditions;
}

const VERDICTS = [
  ["nouveauxPatients", "nouveaux_patients"],
  ["medecinTraitant", "medecin_traitant"],
  ["soinsNonProgrammes", "soins_non_programmes"],
] as const;

/** Whether the search is for what has changed. */
export const suitLesChangements = ({ modifieDepuis }: ProfessionnelFiltre): boolean =>
  modifieDepuis !== null && modifieDepuis !== undefined;

/** The state of the activity's availability, as filters and facets name it. */
export const ETAT_DECLARE = "coalesce(s.etat, 'INCONNU')";

/** Whether only activities with a declared availability can answer: the table that has them is where to begin. */
export const demandeUneDeclaration = ({ etats, ...filtre }: ProfessionnelFiltre): boolean =>
  (renseignee(etats) && !etats.includes("INCONNU")) || VERDICTS.some(([champ]) => typeof filtre[champ] === "boolean");

/** Whether the search asks anything of the availability. */
export const demandeUneDisponibilite = (filtre: ProfessionnelFiltre): boolean =>
  renseignee(filtre.etats) || VERDICTS.some(([champ]) => typeof filtre[champ] === "boolean");

/**
 * « Accepts new patients » is a declared yes, « does not » a declared no: unknown is neither. Nothing declared is the state
 * INCONNU. Read on the activity, where declarations are copied: one index holds the declared ones.
 */
function ecrireDisponibilite(filtre: ProfessionnelFiltre, { lier }: Parametres): string[] {
  const { etats } = filtre;
  const admis = renseignee(etats) ? [`${ETAT_DECLARE} = any(${lier([...new Set(etats)])})`] : [];
  const verdicts = VERDICTS.flatMap(([champ, colonne]) => {
    const voulu = filtre[champ];
    return typeof voulu === "boolean" ? [`s.${colonne} = '${voulu ? "OUI" : "NON"}'`] : [];
  });
  return [...(demandeUneDeclaration(filtre) ? ["s.etat is not null"] : []), ...admis, ...verdicts];
}
