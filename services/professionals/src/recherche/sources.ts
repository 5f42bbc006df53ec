import { dansLaBoite, demandeUneDeclaration, distanceDe, type Morceaux, toutes } from "./conditions.ts";
import type { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";

/** Where the people of a page come from: what must be computed before, and a relation `t` of (id, situation_id, distance, score, perimee, nom, prenom). */
export interface Source {
  readonly avec: readonly string[];
  readonly depuis: string;
  /** True when `t` also has the `REPERES_DE_SITUATION`. */
  readonly avecReperes?: boolean;
}

/** What a source is written from: the conditions, and the page that it serves. */
export interface Travail extends Omit<Morceaux, "ecrirePerimee"> {
  readonly perimee: (relation: string) => string;
  /** Whether what is out of date comes after all the rest. */
  readonly enDernier: boolean;
  readonly ordre: string;
  /** The order once what is out of date is apart. */
  readonly ordreDePhase: string;
  /** « After the last row of the page before », over `t`. */
  readonly suite: string;
  readonly taille: string;
}

/** The activity of a person that answers best: one that still holds, the nearest, one that cares for patients. */
const LA_MIEUX_PLACEE = "perimee, distance, s.soignante desc, s.id";

export const avecLeCentre = ({ centre }: Travail): string[] =>
  centre === null ? [] : [`centre as materialized (${centre})`];
const depuisLeCentre = ({ centre }: Travail): string => (centre === null ? "" : "cross join centre");

/** « In the disc », as the index of positions reads it. */
const dansLeDisque = ({ centre, rayon }: Travail): string =>
  centre === null ? "" : `and ${dansLaBoite("centre", rayon)} and ${distanceDe("centre")} <= ${rayon}`;

const activite = ({ centre, perimee }: Travail): string =>
  `s.id as situation_id, ${centre === null ? "null::float8" : distanceDe("centre")} as distance, ${perimee("s")} as perimee`;

/**
 * The activity of `personne` that answers best, if one does. With `centre` read inside, whoever walks the people in the order of
 * an index keeps that order.
 */
export const saMieuxPlacee = (travail: Travail, personne: string, disque = "", centre = ""): string => `
      select ${activite(travail)} from situation s ${centre}
      where s.professionnel_id = ${personne}.id and ${toutes(travail)} ${disque}
      order by ${LA_MIEUX_PLACEE} limit 1`;

/** Of the names that answer, the first that are looked up: nearly always they fill the page, and the others are not sorted. */
const D_ABORD = 300;

/**
 * From the names to their activities. When names alone make the order, the first of them are looked up until the page is
 * full, and all of them, sorted, only when these are not enough: « marie » is the first name of tens of thousands of people.
 */
export function parNom(travail: Travail, nommes: string): Source {
  const { centre, rayon, enDernier, ordre, suite, taille } = travail;
  const disque = centre === null ? "" : `and ${distanceDe("centre")} <= ${rayon}`;
  const recherchees = (noms: string) => `
    select t.id, t.nom, t.prenom, t.score, a.* from ${noms} t ${depuisLeCentre(travail)} cross join lateral (
      ${saMieuxPlacee(travail, "t", disque)}) a`;
  const triees = (combien: string) => `(select t.* from nomme t where ${suite} order by ${ordre} ${combien})`;
  if (centre !== null || enDernier)
    return { avec: [...avecLeCentre(travail), nommes], depuis: `(${recherchees("nomme")}) t` };
  const suffisent = `((select count(*) from nomme) <= ${D_ABORD} or (select count(*) from premiere) >= ${taille})`;
  return {
    avec: [nommes, `premiere as materialized (${recherchees(triees(`limit ${D_ABORD}`))} limit ${taille})`],
    depuis: `(select * from premiere where ${suffisent}
      union all (${recherchees(triees("offset 0"))} where not ${suffisent} limit ${taille})) t`,
  };
}

/** All the activities that answer, one a person. */
export function reunir(travail: Travail): Source {
  return {
    avec: avecLeCentre(travail),
    depuis: `(select a.*, p.nom, p.prenom, null::float8 as score from (
        select distinct on (s.professionnel_id) s.professionnel_id as id, ${activite(travail)}
        from situation s ${depuisLeCentre(travail)} where ${toutes(travail)} ${dansLeDisque(travail)}
        order by s.professionnel_id, ${LA_MIEUX_PLACEE}) a join professionnel p on p.id = a.id) t`,
  };
}

/** Up to so many activities, each is looked up by its person's name, and sorted. */
const A_REUNIR = 1_500;
/** Up to so many, names are walked in their order until the page is full, past all who are not among those found. */
const A_PARCOURIR = 5_000;

/**
 * Nobody knows beforehand how many activities a filter, or a disc, lets through: some are found, up to a limit, and only one of the two
 * ways is then taken (the planner sees a condition that does not depend on rows, and does not begin the other). When more
 * answer than were found, the activities of everybody on the walk are looked up: enough of them answer. Not of those who
 * declared something: they are few, and none of them may still hold.
 */
export function filtrer(travail: Travail, filtre: ProfessionnelFiltre): Source {
  const { centre, rayon } = travail;
  const depuis = `from situation s ${depuisLeCentre(travail)} where ${toutes(travail)} ${dansLeDisque(travail)}`;
  const disque = centre === null ? "" : `and ${distanceDe("centre")} <= ${rayon}`;
  // In a condition that is more than « in », the planner keeps the list in a hash instead of joining it.
  const trouves = demandeUneDeclaration(filtre)
    ? `(p.id in (select s.professionnel_id ${depuis})) is true`
    : `(select nombre > ${A_PARCOURIR} from combien) or p.id in (select b.id from borne b)`;
  const commun = `p.nom, p.prenom, null::float8 as score`;
  const reunies = `
    select a.*, ${commun} from (
      select distinct on (b.id) b.id, b.situation_id, b.distance, b.perimee from borne b
      order by b.id, b.perimee, b.distance, b.soignante desc, b.situation_id) a join professionnel p on p.id = a.id
    where (select nombre <= ${A_REUNIR} from combien)`;
  const parcourues = `
    select p.id, a.*, ${commun} from professionnel p cross join lateral (
      ${saMieuxPlacee(travail, "p", disque, depuisLeCentre(travail))}) a
    where p.ferme_le is null and (select nombre > ${A_REUNIR} from combien)
      and (${trouves})`;
  return {
    avec: [
      ...avecLeCentre(travail),
      `borne as materialized (
      select s.professionnel_id as id, ${activite(travail)}, s.soignante ${depuis} limit ${A_PARCOURIR + 1})`,
      "combien as materialized (select count(*) as nombre from borne)",
    ],
    depuis: `(${reunies} union all ${parPhase(travail, parcourues)}) t`,
  };
}

/** A walk that stops at the page's end; what is out of date is walked again, after all the rest. */
function parPhase({ enDernier, ordreDePhase, suite, taille }: Travail, parcourues: string): string {
  const page = (condition: string) =>
    `select t.* from (${parcourues}) t where ${suite} ${condition} order by ${ordreDePhase} limit ${taille}`;
  if (!enDernier) return `(${page("")})`;
  return `(select t.* from (values (false), (true)) phase (perimee) cross join lateral (${page("and t.perimee = phase.perimee")}) t limit ${taille})`;
}
