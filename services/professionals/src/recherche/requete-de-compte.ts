import { CODES_MEDECINE_GENERALE, MEDECINE_GENERALE } from "@coordination/referentiels";
import { ecrirePeriode, ontChange } from "./changements.ts";
import { dansLaBoite, distanceDe, ETAT_DECLARE, ecrireConditions, type Morceaux } from "./conditions.ts";
import { ecrireNommes } from "./noms.ts";
import { NOM_FREQUENT_AU_DELA_DE } from "./noms-frequents.ts";
import type { Parametres } from "./parametres.ts";
import type { Question } from "./question.ts";

/** Beyond this many activities, a count stops. */
export const COMPTE_EXACT_JUSQU_A = 10_000;

/** What the facets count, and the column of each. */
export const FACETTES = [
  ["profession", "profession"],
  ["savoirFaire", "savoir_faire"],
  ["departement", "departement"],
  ["etat", "etat"],
  ["mode", "mode"],
] as const;

/**
 * How many people answer and, with `facettes`, how many at each value of each facet, in one statement. Of a frequent name,
 * among the first of its people: right only when it had to stop.
 */
export function ecrireCompte(
  question: Question,
  facettes: boolean,
  parametres: Parametres,
  { structure = null, frequent = false }: { structure?: string | null; frequent?: boolean } = {},
): string {
  const morceaux = ecrireConditions(question.criteres, question.moment, parametres);
  const dansElle = structure === null ? [] : [`s.structure_id = ${structure}`];
  const travail = { ...morceaux, surLaLigne: [...morceaux.surLaLigne, ...dansElle] };
  const centre = morceaux.centre === null ? [] : [`centre as materialized (${morceaux.centre})`];
  const nommes =
    question.criteres.nom === null
      ? []
      : [ecrireNommes(question, parametres, frequent ? NOM_FREQUENT_AU_DELA_DE + 1 : null)];
  const { avec, comptes } = ecrireComptes(question, facettes, parametres, travail);
  return `with ${[...centre, ...nommes, ...avec].join(", ")} ${comptes}`;
}

/** What must be computed before, beside the point and the names, and one row a count: `champ`, `code`, `nombre`, `libelle`. */
interface Comptes {
  readonly avec: readonly string[];
  readonly comptes: string;
}

/**
 * The counts, over `centre` when there is a proximity and `nomme` when there is a name. The row « activites » tells whether it
 * had to stop.
 */
export function ecrireComptes(
  question: Question,
  facettes: boolean,
  parametres: Parametres,
  { centre, rayon, ...morceaux }: Pick<Morceaux, "centre" | "rayon" | "surLaLigne" | "ailleurs">,
): Comptes {
  const { criteres } = question;
  const disque = centre === null ? [] : [`${distanceDe("centre")} <= ${rayon}`];
  const boite = centre === null || criteres.nom !== null ? [] : [dansLaBoite("centre", rayon)];
  const conditions = [...morceaux.surLaLigne, ...boite, ...disque, ...morceaux.ailleurs("s")];
  const source = (): string => {
    if (criteres.nom !== null)
      return `nomme n cross join lateral (
        select * from situation s where s.professionnel_id = n.id offset 0) s ${centre === null ? "" : "cross join centre"}`;
    if (centre !== null) return "centre cross join situation s";
    const periode = ecrirePeriode(question, parametres);
    if (periode !== null)
      return `(select distinct id from (${ontChange(periode)}) c) c
        join situation s on s.professionnel_id = c.id`;
    return "situation s";
  };
  // Around a point, an index alone tells who is there: the columns of the facets are read afterwards, for those only.
  const surLIndex = facettes && centre !== null && criteres.nom === null;
  const lues = facettes ? `, ${VALEURS}` : "";
  const trouvees = (
    colonnes: string,
  ) => `select s.id as situation_id, s.professionnel_id as id${colonnes} from ${source()}
    where ${conditions.join(" and ")} limit ${COMPTE_EXACT_JUSQU_A + 1}`;
  return {
    avec: [
      ...(surLIndex
        ? [
            `vue as materialized (${trouvees("")})`,
            `lue as materialized (select vue.*${lues} from vue join situation s on s.id = vue.situation_id)`,
          ]
        : [`lue as materialized (${trouvees(lues)})`]),
      "multiple as materialized (select id, count(*) as activites from lue group by id having count(*) > 1)",
    ],
    comptes: `select 'activites' as champ, null as code, count(*) as nombre, null as libelle from lue
    union all select 'personnes', null, (select count(*) from lue) - coalesce(sum(activites - 1), 0)::bigint, null from multiple
    ${facettes ? FACETTES_COMPTEES : ""}`,
  };
}

/** One practice named at three times: filtering by one of the three finds them all, so the facet shows them as one. */
const SAVOIR_FAIRE = `case when s.savoir_faire in (${CODES_MEDECINE_GENERALE.map((code) => `'${code}'`).join(", ")})
  then '${MEDECINE_GENERALE}' else s.savoir_faire end as savoir_faire`;

/** What a row of the table of activities says of each facet. */
const VALEURS = `s.profession, ${SAVOIR_FAIRE}, s.departement, s.mode, ${ETAT_DECLARE} as etat`;

const COLONNES = FACETTES.map(([, colonne]) => colonne);
const CHAMP_GROUPE = `case ${FACETTES.map(([champ, colonne]) => `when grouping(${colonne}) = 0 then '${champ}'`).join(" ")} end`;
const A_CHAQUE_FACETTE = `cross join lateral (values ${FACETTES.map(([champ, colonne]) => `('${champ}', t.${colonne})`).join(", ")}) v (champ, code)`;

/**
 * Each person once at each value, all the facets in one pass. Who has one activity is counted with those who have the same
 * value; only the others have to be told apart one by one.
 */
const FACETTES_COMPTEES = `union all
    select valeur.champ, valeur.code, sum(valeur.nombre)::bigint,
           case valeur.champ when 'savoirFaire' then (select min(f.libelle) from savoir_faire_publie f where f.code = valeur.code) end
    from (
      select ${CHAMP_GROUPE} as champ, coalesce(${COLONNES.join(", ")}) as code, count(*) as nombre
      from lue where id not in (select id from multiple)
      group by grouping sets (${COLONNES.map((colonne) => `(${colonne})`).join(", ")})
      union all
      select a.champ, a.code, 1 from (
        select distinct v.champ, v.code, t.id from lue t join multiple m on m.id = t.id
        ${A_CHAQUE_FACETTE}) a) valeur
    where valeur.code is not null
    group by valeur.champ, valeur.code`;
