import { CODES_MEDECINE_GENERALE } from "@coordination/referentiels";
import { codeDuMode } from "../situation/mode-exercice.ts";
import type { CriteresRecherche } from "./criteres.ts";
import type { Parametres } from "./parametres.ts";
import type { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";

/** How names are matched: whole words and their beginnings first; when nobody is found, names that look alike. */
export type EtapeNom = "DEBUTS_DE_MOTS" | "RESSEMBLANCE";

/** The pieces of SQL of a search, over `situation s` and `professionnel p` (and `centre` when there is a proximity). */
export interface MorceauxRecherche {
  readonly centre: string | null;
  readonly surSituation: readonly string[];
  readonly surPersonne: readonly string[];
  readonly distance: string;
  /** Binds its own values, so only for a statement that shows the score: PostgreSQL refuses a value that nothing uses. */
  readonly ecrireScore: () => string;
}

/** Kilometres of one degree of latitude, a little under the truth: the box must never be smaller than the disc. */
const KM_PAR_DEGRE = 111;

/** Writes the conditions of a search. `aujourdhui` dates the authorisations. */
export function ecrireConditions(
  { mots, filtre, proximite }: CriteresRecherche,
  { etape, aujourdhui, parametres }: { etape: EtapeNom; aujourdhui: string; parametres: Parametres },
): MorceauxRecherche {
  const { lier } = parametres;
  const nom = mots.length === 0 ? null : ecrireNom(mots, etape, parametres);
  const autour = proximite === null ? null : ecrireProximite(proximite.centre, lier(proximite.rayonKm), parametres);
  return {
    centre: autour?.centre ?? null,
    surSituation: [
      "s.ferme_le is null",
      ...ecrireFiltre(filtre, aujourdhui, parametres),
      ...(autour?.conditions ?? []),
    ],
    surPersonne: ["p.ferme_le is null", ...(nom === null ? [] : [nom])],
    distance: autour?.distance ?? "null::float8",
    ecrireScore: () => (mots.length === 0 ? "null::float8" : ecrireScore(mots, etape, parametres)),
  };
}

const SCORE_DEBUT_DE_MOT = 0.8;
const SCORE_RESSEMBLANCE = 0.7;

const VECTEUR = "to_tsvector('simple', p.nom_recherche)";

function ecrireNom(mots: readonly string[], etape: EtapeNom, { lier }: Parametres): string {
  if (etape === "RESSEMBLANCE") return `${lier(mots.join(" "))} <% p.nom_recherche`;
  return `${VECTEUR} @@ to_tsquery('simple', ${lier(mots.map((mot) => `${mot}:*`).join(" & "))})`;
}

function ecrireScore(mots: readonly string[], etape: EtapeNom, { lier }: Parametres): string {
  if (etape === "RESSEMBLANCE") {
    return `${SCORE_RESSEMBLANCE} * word_similarity(${lier(mots.join(" "))}, p.nom_recherche)::float8`;
  }
  return `case when ${VECTEUR} @@ to_tsquery('simple', ${lier(mots.join(" & "))}) then 1.0::float8 else ${SCORE_DEBUT_DE_MOT}::float8 end`;
}

type Centre = { readonly codeInsee: string } | { readonly latitude: number; readonly longitude: number };

function ecrireProximite(centre: Centre, rayon: string, { lier }: Parametres) {
  const point =
    "codeInsee" in centre
      ? `select latitude, longitude from commune_connue where code_insee = ${lier(centre.codeInsee)}`
      : `select ${lier(centre.latitude)}::float8 as latitude, ${lier(centre.longitude)}::float8 as longitude`;
  const distance = "distance_km(centre.latitude, centre.longitude, s.latitude, s.longitude)";
  return {
    centre: `(${point}) centre`,
    distance,
    conditions: [dansLaBoite(`${rayon}::float8`), `${distance} <= ${rayon}::float8`],
  };
}

/** The square around `centre` that a btree on (latitude, longitude) can read; `rayon` is SQL, in kilometres. */
export function dansLaBoite(rayon: string): string {
  const ecartLatitude = `${rayon} / ${KM_PAR_DEGRE}`;
  const cosinus = `greatest(cos(radians(least(abs(centre.latitude) + ${ecartLatitude}, 89))), 0.01)`;
  const ecartLongitude = `${rayon} / (${KM_PAR_DEGRE} * ${cosinus})`;
  return `s.latitude between centre.latitude - ${ecartLatitude} and centre.latitude + ${ecartLatitude}
    and s.longitude between centre.longitude - ${ecartLongitude} and centre.longitude + ${ecartLongitude}`;
}

function ecrireFiltre(filtre: ProfessionnelFiltre, aujourdhui: string, { lier }: Parametres): string[] {
  const conditions: string[] = [];
  const parmi = (colonne: string, valeurs: readonly string[] | null | undefined) => {
    if (valeurs !== null && valeurs !== undefined && valeurs.length > 0)
      conditions.push(`${colonne} = any(${lier(valeurs)})`);
  };
  parmi("s.profession", filtre.professions);
  parmi("s.savoir_faire", filtre.savoirFaire);
  parmi("s.mode", filtre.modes?.map(codeDuMode));
  parmi("s.code_insee", filtre.codesInsee);
  parmi("s.departement", filtre.departements);
  if (typeof filtre.structureId === "string") conditions.push(`s.structure_id = ${lier(filtre.structureId)}`);
  if (typeof filtre.medecinGeneraliste === "boolean") {
    const generaliste = `(s.profession = '10' and s.savoir_faire is not null and s.savoir_faire = any(${lier(CODES_MEDECINE_GENERALE)}))`;
    conditions.push(filtre.medecinGeneraliste ? generaliste : `not ${generaliste}`);
  }
  const habilitations = [...new Set(filtre.habilitations ?? [])];
  if (habilitations.length > 0) {
    const jour = `${lier(aujourdhui)}::date`;
    conditions.push(`(select count(distinct h.code) from habilitation h
      where h.professionnel_id = s.professionnel_id and h.code = any(${lier(habilitations)})
        and h.depuis <= ${jour} and (h.jusqu_a is null or h.jusqu_a >= ${jour})) = ${habilitations.length}`);
  }
  return conditions;
}
