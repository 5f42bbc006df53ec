import { REPERES_DE_SITUATION } from "../situation/situation.repository.ts";
import { dansLaBoite, distanceDe } from "./conditions.ts";
import { avecLeCentre, type Source, type Travail } from "./sources.ts";

const ANNEAUX = 7;

/**
 * The nearest first, ring after ring, each twice as wide as the one before: in a dense city the first ones fill the page, and
 * the others are never read (the planner runs them in turn, under the limit). In a ring, what the index alone tells comes
 * first; then, in the order of the distance and until the page is full, what must be looked up.
 *
 * The distance is computed once for each activity of the box, before the ring keeps those it holds (the inner `offset 0`).
 *
 * With `avecReperes`, the rows also have the keys of the activity: the index of what is declared holds them.
 *
 * A person counts at the nearest activity that answers: an activity gives way when the person has a better one (looked for
 * among their own, whatever the planner believes of the other conditions: `offset 0`).
 */
export function autour(travail: Travail, avecReperes: boolean): Source {
  const { surLaLigne, ailleurs, rayon, perimee, enDernier, ordre, suite, taille } = travail;
  const distance = distanceDe("anneau");
  const reperes = (de: string) =>
    avecReperes ? REPERES_DE_SITUATION.map((colonne) => `, ${de}.${colonne}`).join("") : "";
  const anneaux = `anneau as materialized (
    select centre.latitude, centre.longitude, rang.de, rang.a, phase.perimee
    from centre cross join (
      select rang, case rang when 1 then -1 else ${rayon} / 2 ^ (${ANNEAUX + 1} - rang) end as de, ${rayon} / 2 ^ (${ANNEAUX} - rang) as a
      from generate_series(1, ${ANNEAUX}) rang) rang
    cross join (values ${enDernier ? "(false), (true)" : "(false)"}) phase (perimee)
    order by phase.perimee, rang.rang)`;
  const meilleure = enDernier
    ? `(${perimee("s")}, ${distance}, s.id) < (t.perimee, t.distance, t.situation_id)`
    : `(${distance}, s.id) < (t.distance, t.situation_id)`;
  const aVoir = [
    ...ailleurs("c"),
    ...(enDernier ? [`${perimee("c")} = anneau.perimee`] : []),
    `not exists (
          select from (select * from situation s where s.professionnel_id = t.id offset 0) s where s.id <> t.situation_id
            and ${[...surLaLigne, ...ailleurs("s")].join(" and ")} and ${distance} <= ${rayon} and ${meilleure} offset 0)`,
  ];
  return {
    avec: [...avecLeCentre(travail), anneaux],
    avecReperes,
    depuis: `(select t.* from anneau cross join lateral (
      select t.id, t.situation_id, t.distance, t.score, t.perimee${reperes("t")} from (
        select t.* from (
          select s.professionnel_id as id, s.id as situation_id, ${distance} as distance, null::float8 as score, anneau.perimee${reperes("s")}
          from situation s
          where ${dansLaBoite("anneau", "anneau.a")} and ${surLaLigne.join(" and ")} offset 0) t
        where t.distance > anneau.de and t.distance <= anneau.a and ${suite} order by ${ordre} offset 0) t
      cross join lateral (select t.situation_id as id, t.id as professionnel_id) c
      where ${aVoir.join(" and ")} limit ${taille}) t limit ${taille}) t`,
  };
}
