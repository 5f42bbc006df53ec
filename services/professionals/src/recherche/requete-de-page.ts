import { boiteDe, dansLaBoite, distanceDe, ecrireConditions, type Morceaux } from "./conditions.ts";
import type { CriteresRecherche } from "./criteres.ts";
import { ecrireNommes } from "./noms.ts";
import { ecrireOrdre, ecrireSuite, lesNoms, lesPerimeesEnDernier, ordreDe } from "./ordre.ts";
import type { Parametres } from "./parametres.ts";
import type { QuestionDePage } from "./question.ts";

/** The activity of a person that answers best: one that still holds, the nearest, one that cares for patients. */
const LA_MIEUX_PLACEE = "perimee, distance, s.soignante desc, s.id";

/** Where people are looked for: what must be computed before (`avec`), and where they come from, already in the order or not. */
interface Source {
  readonly avec: readonly string[];
  /** A relation `t` of (id, situation_id, distance, score, perimee, and nom and prenom when the order reads them). */
  readonly depuis: string;
}

/**
 * One page of the people who answer, each once, in one statement: the people of the page first, on indexes, then the columns
 * that the query asks, for them only. `structures` limits the search to one structure, in SQL.
 */
export function ecrirePage(question: QuestionDePage, parametres: Parametres, structure: string | null = null): string {
  const { criteres, selection, limite, apres, moment } = question;
  const ordre = ordreDe(criteres);
  const morceaux = ecrireConditions(criteres, moment, parametres);
  const complets =
    structure === null
      ? morceaux
      : { ...morceaux, conditions: [...morceaux.conditions, `s.structure_id = ${structure}`] };
  const suite = ecrireSuite(ordre, apres, parametres);
  const taille = parametres.lier(limite);
  const { avec, depuis } = sourceDe(question, complets, { suite, taille, parametres, structure });
  const noms = lesNoms(ordre) ? ", t.nom, t.prenom" : "";
  return `
    ${avec.length === 0 ? "" : `with ${avec.join(", ")}`}
    select ${selection.colonnes}, t.situation_id as k_situation, t.distance as k_distance, t.score as k_score, t.perimee as k_perimee
           ${lesNoms(ordre) ? ", t.nom as k_nom, t.prenom as k_prenom" : ""}
    from (select t.id, t.situation_id, t.distance, t.score, t.perimee${noms} from ${depuis}
          where ${suite} order by ${ecrireOrdre(ordre)} limit ${taille}) t
    join professionnel p on p.id = t.id
    ${selection.situation ? `join situation s on s.id = t.situation_id ${selection.jointures}` : ""}
    order by ${ecrireOrdre(ordre)}`;
}

interface Bornes {
  readonly suite: string;
  readonly taille: string;
  readonly parametres: Parametres;
  readonly structure: string | null;
}

function sourceDe({ criteres, corrections }: QuestionDePage, morceaux: Morceaux, bornes: Bornes): Source {
  if (criteres.nom !== null) return parNom(morceaux, ecrireNommes(criteres.nom, corrections, bornes.parametres));
  if (criteres.proximite !== null && criteres.tri !== "NOM") return autour(criteres, morceaux, bornes);
  return bornes.structure !== null || estSelective(criteres) ? reunir(morceaux) : parcourir(criteres, morceaux, bornes);
}

/** Few activities answer: gather them, keep one a person, then sort. Otherwise walk the names and stop at the page's end. */
const estSelective = ({ proximite, filtre }: CriteresRecherche): boolean =>
  proximite !== null || typeof filtre.structureId === "string" || (filtre.codesInsee ?? []).length > 0;

const centreDe = ({ centre }: Morceaux): string[] => (centre === null ? [] : [`centre as materialized (${centre})`]);
const depuisLeCentre = ({ centre }: Morceaux): string => (centre === null ? "" : "cross join centre");
const distanceAuCentre = ({ centre }: Morceaux): string => (centre === null ? "null::float8" : distanceDe("centre"));
const dansLeDisque = ({ centre, rayon }: Morceaux): string[] =>
  centre === null ? [] : [dansLaBoite("centre", rayon), `${distanceDe("centre")} <= ${rayon}`];

const activite = (morceaux: Morceaux): string =>
  `s.id as situation_id, ${distanceAuCentre(morceaux)} as distance, ${morceaux.perimee} as perimee`;

/** From the names to their activities. */
function parNom(morceaux: Morceaux, nommes: string): Source {
  const { centre, rayon, conditions } = morceaux;
  const disque = centre === null ? [] : [`${distanceDe("centre")} <= ${rayon}`];
  return {
    avec: [...centreDe(morceaux), nommes],
    depuis: `(select n.id, n.nom, n.prenom, n.score, a.*
      from nomme n ${depuisLeCentre(morceaux)} cross join lateral (
        select ${activite(morceaux)} from situation s
        where s.professionnel_id = n.id and ${[...conditions, ...disque].join(" and ")}
        order by ${LA_MIEUX_PLACEE} limit 1) a) t`,
  };
}

/** All the activities that answer, one a person. */
const reunir = (morceaux: Morceaux): Source => ({
  avec: centreDe(morceaux),
  depuis: `(select a.*, p.nom, p.prenom, null::float8 as score from (
      select distinct on (s.professionnel_id) s.professionnel_id as id, ${activite(morceaux)}
      from situation s ${depuisLeCentre(morceaux)} where ${[...morceaux.conditions, ...dansLeDisque(morceaux)].join(" and ")}
      order by s.professionnel_id, ${LA_MIEUX_PLACEE}) a join professionnel p on p.id = a.id) t`,
});

/** Names in their order, each asked whether one of its activities answers: the page's end stops the walk. */
function parcourir(criteres: CriteresRecherche, morceaux: Morceaux, { suite, taille }: Bornes): Source {
  const ordre = ordreDe(criteres);
  const personnes = `(
    select p.id, p.nom, p.prenom, null::float8 as score, a.* from professionnel p cross join lateral (
      select ${activite(morceaux)} from situation s
      where s.professionnel_id = p.id and ${morceaux.conditions.join(" and ")}
      order by ${LA_MIEUX_PLACEE} limit 1) a
    where p.ferme_le is null) t`;
  if (!lesPerimeesEnDernier(ordre)) return { avec: [], depuis: personnes };
  return {
    avec: [],
    depuis: `(values (false), (true)) phase (perimee) cross join lateral (
      select t.* from ${personnes} where t.perimee = phase.perimee and ${suite} order by ${ecrireOrdre(ordre)} limit ${taille}) t`,
  };
}

const ANNEAUX = 7;

/**
 * The nearest first, ring after ring, each twice as wide as the one before: in a dense city the first ones fill the page,
 * and the others are never read (the planner runs them in turn, under the limit). A person counts at the nearest activity
 * that answers: an activity gives way when the person has a better one.
 */
function autour(criteres: CriteresRecherche, morceaux: Morceaux, { suite, taille }: Bornes): Source {
  const { conditions, rayon, perimee } = morceaux;
  const enDernier = lesPerimeesEnDernier(ordreDe(criteres));
  const { bandes, ouest, est } = boiteDe("centre", "rang.a");
  const distance = distanceDe("anneau");
  const anneaux = `anneau as materialized (
    select centre.latitude, centre.longitude, rang.de, rang.a, ${bandes} as bandes, ${ouest} as ouest, ${est} as est, phase.perimee
    from centre cross join (
      select rang, case rang when 1 then -1 else ${rayon} / 2 ^ (${ANNEAUX + 1} - rang) end as de, ${rayon} / 2 ^ (${ANNEAUX} - rang) as a
      from generate_series(1, ${ANNEAUX}) rang) rang
    cross join (values ${enDernier ? "(false), (true)" : "(null::boolean)"}) phase (perimee)
    order by phase.perimee, rang.rang)`;
  const cle = enDernier ? ["perimee", "distance"] : ["distance"];
  const meilleure = `(${[...cle.map((nom) => (nom === "distance" ? distance : perimee)), "s.id"].join(", ")})
    < (${[...cle.map((nom) => `t.${nom}`), "t.situation_id"].join(", ")})`;
  return {
    avec: [...centreDe(morceaux), anneaux],
    depuis: `anneau cross join lateral (
      select t.* from (
        select s.professionnel_id as id, s.id as situation_id, ${distance} as distance, ${enDernier ? perimee : "false"} as perimee, null::float8 as score
        from situation s
        where bande(s.latitude) = any(anneau.bandes) and s.longitude between anneau.ouest and anneau.est
          and ${conditions.join(" and ")}
          and ${distance} > anneau.de and ${distance} <= anneau.a ${enDernier ? `and ${perimee} = anneau.perimee` : ""}) t
      where ${suite} and not exists (
        select from situation s where s.professionnel_id = t.id and s.id <> t.situation_id and ${conditions.join(" and ")}
          and ${distance} <= ${rayon} and ${meilleure} offset 0)
      order by ${ecrireOrdre(ordreDe(criteres))} limit ${taille}) t`,
  };
}
