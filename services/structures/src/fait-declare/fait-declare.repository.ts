import type { Sql } from "@coordination/database";
import type { FaitDeclare } from "./fait-declare.type.ts";

/** The declared lists, by the field of the schema that shows each. */
const LISTES: readonly (readonly [fait: string, champ: string])[] = [
  ["EQUIPEMENTS", "equipements"],
  ["MODALITES", "modalitesAccueil"],
  ["ZONE_INTERVENTION", "zoneIntervention"],
  ["COLLEGES", "gouvernance"],
];

/** SQL of one fact: its rows were all written by one declaration. */
const fait = (
  champ: string,
  table: string,
  {
    condition = "true",
    source = "x.source",
    le = "x.declare_le",
  }: { condition?: string; source?: string; le?: string } = {},
): string =>
  `select distinct x.structure_id, '${champ}' as champ, ${source}, ${le} as declare_le from ${table} x
   where x.structure_id = any($1) and ${source} is not null and ${condition}`;

const FAITS = [
  `select s.id, 'statutJuridique', s.statut_juridique_source, s.statut_juridique_le from structure s
   where s.id = any($1) and s.statut_juridique_source is not null`,
  fait("horaires", "horaire"),
  fait("soinsNonProgrammes", "soins_non_programmes"),
  ...LISTES.map(([nom, champ]) => fait(champ, "liste_declaree", { condition: `x.fait = '${nom}'` })),
  fait("assistantsMedicaux", "assistants_medicaux"),
  fait("sites", "site"),
  fait("predecesseurs", "predecesseur"),
  fait("gestionnaire", "centre_de_sante", { condition: "x.gestionnaire is not null" }),
  fait("profilActivite", "centre_de_sante", { condition: "x.profil_activite is not null" }),
  `(select distinct on (x.structure_id, x.label) x.structure_id, 'labels', x.source, x.decidee_le from label_decide x
    where x.structure_id = any($1) order by x.structure_id, x.label, x.decidee_le desc)`,
  fait("missions", "cpts", { condition: "(x.declare_le is not null or cardinality(x.missions) > 0)" }),
  // A row that only its publics or its programme made says nothing of its status.
  fait("statut", "medicobus", {
    condition: "(x.declare_le is not null or num_nonnulls(x.publics_source, x.programme_source) = 0)",
  }),
  fait("publicsPrioritaires", "medicobus", { source: "x.publics_source", le: "x.publics_le" }),
  fait("passages", "medicobus", { source: "x.programme_source", le: "x.programme_le" }),
];

/** Who declared what of each structure, and when. */
export async function findFaitsDeclares(
  sql: Sql,
  structureIds: readonly string[],
): Promise<(FaitDeclare & { structureId: string })[]> {
  return sql.query<FaitDeclare & { structureId: string }>(
    `select f.structure_id as "structureId", f.champ, f.source, f.declare_le as "declareLe"
     from (${FAITS.join(" union all ")}) f (structure_id, champ, source, declare_le) order by f.champ, f.declare_le`,
    [structureIds],
  );
}
