import { ontChange } from "./changements.ts";
import { dansLaBoite, demandeUneDeclaration, distanceDe, ETAT_DECLARE, ecrireConditions } from "./conditions.ts";
import { ecrireNommes } from "./noms.ts";
import type { Parametres } from "./parametres.ts";
import type { Question } from "./question.ts";

/** Beyond this many activities, a count stops. */
export const COMPTE_EXACT_JUSQU_A = 10_000;

/** What the facets count, and where each value is. */
export const FACETTES = [
  ["profession", "t.profession"],
  ["savoirFaire", "t.savoir_faire"],
  ["departement", "t.departement"],
  ["etat", "t.etat"],
  ["mode", "t.mode"],
] as const;

/**
 * How many people answer and, with `facettes`, how many at each value of each facet: one row a count, in one statement. The
 * rows « activites » and « noms » tell whether it had to stop. `structure` limits the search to one structure, in SQL.
 */
export function ecrireCompte(
  { criteres, corrections, moment }: Question,
  facettes: boolean,
  parametres: Parametres,
  structure: string | null = null,
): string {
  const { centre, rayon, ...morceaux } = ecrireConditions(criteres, moment, parametres);
  const dansElle = structure === null ? [] : [`s.structure_id = ${structure}`];
  const disque = centre === null ? [] : [`${distanceDe("centre")} <= ${rayon}`];
  const boite = centre === null || criteres.nom !== null ? [] : [dansLaBoite("centre", rayon)];
  const avec = [
    ...(centre === null ? [] : [`centre as materialized (${centre})`]),
    ...(criteres.nom === null ? [] : [ecrireNommes(criteres.nom, corrections, parametres)]),
  ];
  const conditions = [...morceaux.surLaLigne, ...dansElle, ...boite, ...disque, ...morceaux.ailleurs("s")];
  const source = (): string => {
    if (criteres.nom !== null)
      return `(select id from nomme limit ${COMPTE_EXACT_JUSQU_A + 1}) n cross join lateral (
        select * from situation s where s.professionnel_id = n.id offset 0) s ${centre === null ? "" : "cross join centre"}`;
    if (centre !== null) return "centre cross join situation s";
    const { modifieDepuis } = criteres.filtre;
    if (modifieDepuis !== null && modifieDepuis !== undefined)
      return `(select distinct id from (${ontChange(`${parametres.lier(modifieDepuis.toISOString())}::timestamptz`)}) c) c
        join situation s on s.professionnel_id = c.id`;
    return demandeUneDeclaration(criteres.filtre)
      ? "disponibilite declaree join situation s on s.id = declaree.situation_id"
      : "situation s";
  };
  const valeurs = facettes
    ? `, s.profession, s.savoir_faire, s.departement, s.mode,
         ${ETAT_DECLARE} as etat`
    : "";
  return `
    with ${[
      ...avec,
      // Found on indexes alone, then read: a facet looks at columns that no index has.
      `vue as materialized (select s.id, s.professionnel_id from ${source()}
        where ${conditions.join(" and ")} limit ${COMPTE_EXACT_JUSQU_A + 1})`,
      facettes
        ? `trouvee as materialized (select s.professionnel_id as id${valeurs} from vue join situation s on s.id = vue.id)`
        : "trouvee as (select professionnel_id as id from vue)",
    ].join(", ")}
    select 'activites' as champ, null as code, count(*) as nombre, null as libelle from trouvee t
    ${criteres.nom === null ? "" : "union all select 'noms', null, count(*), null from nomme"}
    union all select 'personnes', null, count(distinct t.id), null from trouvee t
    ${facettes ? FACETTES.map(([champ, colonne]) => `union all ${ecrireFacette(champ, colonne)}`).join("\n    ") : ""}`;
}

const ecrireFacette = (champ: string, colonne: string): string => `
    select '${champ}', ${colonne}, count(distinct t.id),
           ${champ === "savoirFaire" ? `(select min(f.libelle) from savoir_faire_publie f where f.code = ${colonne})` : "null"}
    from trouvee t where ${colonne} is not null group by ${colonne}`;
