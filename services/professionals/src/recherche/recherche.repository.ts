import type { Sql } from "@coordination/database";
import type { ClesDeTri } from "@coordination/server-kit";
import { COLONNES_PROFESSIONNEL } from "../professionnel/professionnel.repository.ts";
import { type EtapeNom, ecrireConditions, type MorceauxRecherche } from "./conditions.ts";
import type { CriteresRecherche } from "./criteres.ts";
import type { LigneTrouvee } from "./ligne-trouvee.ts";
import { ecrireOrdre, ecrireSuite, ordreDe } from "./ordre.ts";
import { createParametres } from "./parametres.ts";

interface Page {
  readonly etape: EtapeNom;
  readonly aujourdhui: string;
  readonly apres: ClesDeTri | null;
  readonly limite: number;
}

const ACTIVITE_LA_MIEUX_PLACEE = "s.soignante desc, s.id";

/** One page of the people who answer the criteria, each once, in one statement. */
export function rechercher(sql: Sql, criteres: CriteresRecherche, page: Page): Promise<LigneTrouvee[]> {
  const parametres = createParametres();
  const requete = ecrirePage(criteres, page, parametres, []);
  return sql.query<LigneTrouvee>(requete, parametres.valeurs);
}

/** The same page for each of these structures, in one statement. */
export function rechercherParStructure(
  sql: Sql,
  structureIds: readonly string[],
  criteres: CriteresRecherche,
  page: Page,
): Promise<(LigneTrouvee & { structureId: string })[]> {
  const parametres = createParametres();
  const structures = parametres.lier(structureIds);
  const requete = ecrirePage(criteres, page, parametres, ["s.structure_id = demandee.id"]);
  return sql.query(
    `select demandee.id as "structureId", page.* from unnest(${structures}::text[]) demandee (id) cross join lateral (${requete}) page`,
    parametres.valeurs,
  );
}

function ecrirePage(
  criteres: CriteresRecherche,
  page: Page,
  parametres: ReturnType<typeof createParametres>,
  autres: readonly string[],
): string {
  const morceaux = ecrireConditions(criteres, { etape: page.etape, aujourdhui: page.aujourdhui, parametres });
  const complets = { ...morceaux, surSituation: [...morceaux.surSituation, ...autres] };
  const ordre = ordreDe(criteres);
  const suite = ecrireSuite(ordre, page.apres, parametres);
  const trouvees = estSelective(criteres) || autres.length > 0 ? reunir(complets) : parcourir(complets);
  return `
    select ${COLONNES_PROFESSIONNEL}, t.situation_id as "situationId", t.distance as "distanceKm", t.score
    from ${trouvees}
    where ${["true", ...suite].join(" and ")}
    order by ${ecrireOrdre(ordre)} limit ${parametres.lier(page.limite)}`;
}

/** Few activities answer: gather them, keep one a person, then sort. Otherwise walk the names and stop at the page's end. */
const estSelective = ({ mots, proximite, filtre }: CriteresRecherche): boolean =>
  mots.length > 0 ||
  proximite !== null ||
  typeof filtre.structureId === "string" ||
  (filtre.codesInsee ?? []).length > 0;

const depuis = ({ centre }: MorceauxRecherche): string => (centre === null ? "" : `cross join ${centre}`);

const reunir = (morceaux: MorceauxRecherche): string => `(
  select distinct on (p.id) p.id, s.id as situation_id, ${morceaux.distance} as distance, ${morceaux.ecrireScore()} as score
  from situation s join professionnel p on p.id = s.professionnel_id ${depuis(morceaux)}
  where ${[...morceaux.surSituation, ...morceaux.surPersonne].join(" and ")}
  order by p.id, distance, ${ACTIVITE_LA_MIEUX_PLACEE}
) t join professionnel p on p.id = t.id`;

const parcourir = (morceaux: MorceauxRecherche): string => `(
  select p.* from professionnel p where ${morceaux.surPersonne.join(" and ")}
) p cross join lateral (
  select s.id as situation_id, ${morceaux.distance} as distance, ${morceaux.ecrireScore()} as score
  from situation s where s.professionnel_id = p.id and ${morceaux.surSituation.join(" and ")}
  order by ${ACTIVITE_LA_MIEUX_PLACEE} limit 1
) t`;

/** Beyond this, a total is no longer exact. */
export const TOTAL_MAXIMUM = 10_000;

/** How many people answer, counted up to one more than `TOTAL_MAXIMUM`. */
export async function compter(
  sql: Sql,
  criteres: CriteresRecherche,
  page: Pick<Page, "etape" | "aujourdhui">,
): Promise<number> {
  const parametres = createParametres();
  const morceaux = ecrireConditions(criteres, { ...page, parametres });
  const [ligne] = await sql.query<{ nombre: number }>(
    `select count(*) as nombre from (
       select p.id from situation s join professionnel p on p.id = s.professionnel_id ${depuis(morceaux)}
       where ${[...morceaux.surSituation, ...morceaux.surPersonne].join(" and ")}
       group by p.id limit ${TOTAL_MAXIMUM + 1}
     ) trouvees`,
    parametres.valeurs,
  );
  return ligne?.nombre ?? 0;
}

/** The same count for each of these structures; a structure where nobody answers has no row. */
export function compterParStructure(
  sql: Sql,
  structureIds: readonly string[],
  criteres: CriteresRecherche,
  aujourdhui: string,
): Promise<{ structureId: string; nombre: number }[]> {
  const parametres = createParametres();
  const morceaux = ecrireConditions(criteres, { etape: "DEBUTS_DE_MOTS", aujourdhui, parametres });
  return sql.query(
    `select s.structure_id as "structureId", count(distinct p.id) as nombre
     from situation s join professionnel p on p.id = s.professionnel_id
     where s.structure_id = any(${parametres.lier(structureIds)}) and ${[...morceaux.surSituation, ...morceaux.surPersonne].join(" and ")}
     group by s.structure_id`,
    parametres.valeurs,
  );
}
