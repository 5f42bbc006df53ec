import type { Sql } from "@coordination/database";
import { findCategorie } from "@coordination/referentiels";
import { type Facette, libelleTypeStructure } from "@coordination/vocabulaire";
import { corps } from "./corps.ts";
import { preparerLecture } from "./lecture.repository.ts";
import { COMPTE_EXACT_JUSQU_A, type Etape, type Recherche } from "./recherche.type.ts";
import { Valeurs } from "./valeurs.ts";

export interface Compte {
  readonly total: number;
  readonly exact: boolean;
}

/** What is counted: the rows alone, or their values too. */
export interface DemandeDeCompte {
  readonly recherche: Recherche;
  readonly etape: Etape;
  readonly avecFacettes: boolean;
}

interface Ligne {
  champ: "TOTAL" | "type" | "categorie" | "departement";
  code: string | null;
  libelle: string | null;
  nombre: number;
}

/** A total as it is shown: beyond 10,000 it says no more than that. */
export const enCompte = (nombre: number): Compte => ({
  total: Math.min(nombre, COMPTE_EXACT_JUSQU_A),
  exact: nombre <= COMPTE_EXACT_JUSQU_A,
});

/**
 * How many structures a search finds, and which values their type, category and département take, in one statement. Beyond
 * 10,000 it stops there and says so; the values are then those of 10,000 rows.
 */
export async function countStructures(
  sql: Sql,
  { recherche, etape, avecFacettes }: DemandeDeCompte,
): Promise<Compte & { facettes: Facette[] }> {
  const lecture = await preparerLecture(sql, recherche, etape);
  const valeurs = new Valeurs();
  const { parties, de, conditions } = corps(recherche, lecture, valeurs, { avecScore: false });
  const trouvees = `trouvees as materialized (
    select s.type, s.categorie, s.departement, row_number() over () as rang
    from ${de} where ${conditions.join(" and ")} limit ${COMPTE_EXACT_JUSQU_A + 1})`;
  const lignes = await sql.query<Ligne>(
    `with ${[...parties, trouvees].join(", ")}
     select 'TOTAL' as champ, null as code, null as libelle, count(*) as nombre from trouvees
     ${avecFacettes ? `union all ${FACETTES}` : ""} order by nombre desc, code`,
    valeurs.liste,
  );
  const compte = enCompte(lignes.find(({ champ }) => champ === "TOTAL")?.nombre ?? 0);
  const parChamp = Map.groupBy(lignes, ({ champ }) => champ);
  const facettes = CHAMPS.map((champ) => ({
    champ,
    plafonnee: !compte.exact,
    valeurs: (parChamp.get(champ) ?? []).map(enValeur),
  }));
  return { ...compte, facettes: avecFacettes ? facettes : [] };
}

const CHAMPS = ["type", "categorie", "departement"] as const;

const FACETTES = `
  select f.champ, f.code, d.nom, f.nombre from (
    select case grouping(t.type, t.categorie, t.departement) when 3 then 'type' when 5 then 'categorie' else 'departement' end as champ,
           coalesce(t.type, t.categorie, t.departement) as code, count(*) as nombre
    from trouvees t where t.rang <= ${COMPTE_EXACT_JUSQU_A}
    group by grouping sets ((t.type), (t.categorie), (t.departement))) f
  left join departement d on f.champ = 'departement' and d.code = f.code
  where f.code is not null`;

function enValeur({ champ, code, libelle, nombre }: Ligne): Facette["valeurs"][number] {
  const valeur = code ?? "";
  const nom = champ === "type" ? libelleTypeStructure(valeur) : findCategorie(valeur)?.libelle;
  return { code: valeur, libelle: (champ === "departement" ? libelle : nom) ?? valeur, nombre };
}
