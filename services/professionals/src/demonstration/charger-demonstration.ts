import type { Sql } from "@coordination/database";
import { genreSoignant } from "@coordination/referentiels";
import type pg from "pg";
import { remplacerCompetence } from "../competence/competence.repository.ts";
import { remplacerContrat } from "../contrat/contrat.repository.ts";
import { remplacerQualite } from "../qualite/qualite.repository.ts";
import { remplacerSituation } from "../situation/declarer-situation.repository.ts";
import { idDeSituationDeclaree } from "../situation/identifiant.ts";
import { activiteDOrigine } from "../situation/origine.rule.ts";
import { findSituationsByProfessionnels } from "../situation/situation.repository.ts";
import type {
  DateeDeDemonstration,
  DisponibiliteDeDemonstration,
  DonneesDeDemonstration,
  HabilitationDeDemonstration,
  SituationDeDemonstration,
} from "./donnees.ts";

/**
 * Declares, for people already imported, what no public file says. Safe to repeat; what names nobody is left out.
 * Runs inside the caller's transaction, on an admin connection.
 */
export async function chargerDemonstration(client: pg.Client, donnees: DonneesDeDemonstration): Promise<void> {
  // Places first: their availability is declared too.
  await commeLeService(client, (sql) => chargerSituations(sql, donnees.situations ?? []));
  await chargerDisponibilites(client, donnees.disponibilites);
  await chargerHabilitations(client, donnees.habilitations);
  const { rows } = await client.query<{ id: string }>("select id from professionals.professionnel");
  const connus = new Set(rows.map(({ id }) => id));
  const siens = <Datee extends DateeDeDemonstration>(declarees: readonly Datee[] | undefined) =>
    (declarees ?? [])
      .map(({ rpps, ...declaree }) => ({ ...declaree, professionnelId: `8${rpps}` }))
      .filter(({ professionnelId }) => connus.has(professionnelId));
  await commeLeService(client, async (sql) => {
    for (const qualite of siens(donnees.qualites)) await remplacerQualite(sql, qualite);
    for (const competence of siens(donnees.competences)) await remplacerCompetence(sql, competence);
    for (const contrat of siens(donnees.contrats)) await remplacerContrat(sql, contrat);
  });
}

/** Lends the connection to what the service writes with: its schema first in the search path, for the time of `work`. */
async function commeLeService(client: pg.Client, work: (sql: Sql) => Promise<void>): Promise<void> {
  await client.query("set local search_path to professionals, extensions, public");
  await work({ query: async (text, values) => (await client.query(text, [...(values ?? [])])).rows });
  await client.query("set local search_path to default");
}

async function chargerSituations(sql: Sql, declarees: readonly SituationDeDemonstration[]): Promise<void> {
  for (const { rpps, structureId, codeInsee, nature, modalites, depuis, jusquA, source } of declarees) {
    const activites = await findSituationsByProfessionnels(sql, [`8${rpps}`]);
    const origine = activiteDOrigine(
      activites.filter(({ ouverte }) => ouverte),
      null,
    );
    if (origine === "INCONNUE" || origine === "AMBIGUE") continue;
    await remplacerSituation(sql, {
      id: idDeSituationDeclaree(origine, structureId ?? codeInsee, nature),
      origineId: origine.id,
      soignante: genreSoignant(origine.genre),
      confirmee: true,
      structureId,
      codeInsee,
      nature,
      modalites,
      depuis,
      jusquA,
      source,
      le: depuis,
    });
  }
}

async function chargerDisponibilites(
  client: pg.Client,
  disponibilites: readonly DisponibiliteDeDemonstration[],
): Promise<void> {
  await client.query(
    `insert into professionals.disponibilite (situation_id, etat, nouveaux_patients, medecin_traitant, soins_non_programmes,
       delai_jours, capacite, releve_le, source, expire_le)
     select distinct on (s.id) s.id, d.etat, d."nouveauxPatients", d."medecinTraitant", d."soinsNonProgrammes",
       d."delaiJours", d.capacite, d."releveLe", d.source, d."expireLe"
     from jsonb_to_recordset($1::jsonb) as d (rpps text, "structureId" text, etat text, "nouveauxPatients" text,
       "medecinTraitant" text, "soinsNonProgrammes" text, "delaiJours" int, capacite int, "releveLe" timestamptz, source text,
       "expireLe" timestamptz)
     join professionals.situation s on s.professionnel_id = '8' || d.rpps and s.ferme_le is null and s.soignante
       and (d."structureId" is null or s.structure_id = d."structureId")
     order by s.id, d."structureId" nulls last, d."releveLe" desc
     on conflict (situation_id) do update set etat = excluded.etat, nouveaux_patients = excluded.nouveaux_patients,
       medecin_traitant = excluded.medecin_traitant, soins_non_programmes = excluded.soins_non_programmes,
       delai_jours = excluded.delai_jours, capacite = excluded.capacite, releve_le = excluded.releve_le,
       source = excluded.source, expire_le = excluded.expire_le`,
    [JSON.stringify(disponibilites)],
  );
}

async function chargerHabilitations(
  client: pg.Client,
  habilitations: readonly HabilitationDeDemonstration[],
): Promise<void> {
  await client.query(
    `insert into professionals.habilitation (professionnel_id, code, depuis, jusqu_a, organisme, source)
     select distinct on (p.id, h.code, h.depuis) p.id, h.code, h.depuis, h."jusquA", h.organisme, h.source
     from jsonb_to_recordset($1::jsonb) as h (rpps text, code text, depuis date, "jusquA" date, organisme text, source text)
     join professionals.professionnel p on p.id = '8' || h.rpps
     order by p.id, h.code, h.depuis, h."jusquA" desc nulls first
     on conflict (professionnel_id, code, depuis) do update set jusqu_a = excluded.jusqu_a, organisme = excluded.organisme,
       source = excluded.source`,
    [JSON.stringify(habilitations)],
  );
}
