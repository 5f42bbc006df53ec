import type { Sql } from "@coordination/database";
import type { PhaseProjet } from "../enums.type.ts";
import type { EnregistrerStructureInput } from "./enregistrement.input.ts";
import { type Declaration, remplacerPublics } from "./mise-a-jour.repository.ts";

/** What a declared structure is: who, what, where. Placed at the centre of its commune. */
export async function ecrireIdentite(
  tx: Sql,
  { structureId, source, le }: Declaration,
  { type, nom, codeInsee, adresse, fermeeLe, rouverte }: EnregistrerStructureInput,
): Promise<void> {
  await tx.query(
    `with declaree as (
       select $1::text as id, $2::text as nom, nom_normalise(concat_ws(' ', $2::text, c.nom)) as nom_recherche, $3::text as type,
              array_remove(array[$4::text], null) as lignes, c.codes_postaux[1] as code_postal, c.nom as ville, c.code as code_insee,
              c.latitude, c.longitude, c.precision_position, $5::date as ferme_le
       from commune c where c.code = $6)
     insert into structure as s (id, nom, nom_recherche, type, lignes, code_postal, ville, code_insee, latitude, longitude,
       precision_position, ferme_le, source, millesime, empreinte)
     select d.*, $7, $8::date, md5(d::text) from declaree d
     on conflict (id) do update set (nom, nom_recherche, lignes, code_postal, ville, code_insee, latitude, longitude, precision_position,
         ferme_le, source, millesime, empreinte) =
       (excluded.nom, excluded.nom_recherche, case when $4::text is null then s.lignes else excluded.lignes end, excluded.code_postal,
        excluded.ville, excluded.code_insee, excluded.latitude, excluded.longitude, excluded.precision_position,
        case when $9 then null else coalesce(excluded.ferme_le, s.ferme_le) end, excluded.source, excluded.millesime, excluded.empreinte)`,
    [structureId, nom, type, adresse ?? null, fermeeLe ?? null, codeInsee, source, le, rouverte === true],
  );
}

/** What no register says of it: legal form, project of a CPTS, status of a médicobus. What is not there does not change. */
export async function ecrireStatuts(
  tx: Sql,
  declaration: Declaration,
  faits: EnregistrerStructureInput,
): Promise<void> {
  const { structureId, source, le } = declaration;
  if (faits.statutJuridique) {
    await tx.query(
      `update structure set (statut_juridique, statut_juridique_source, statut_juridique_le) = ($2, $3, $4::date) where id = $1`,
      [structureId, faits.statutJuridique, source, le],
    );
  }
  if (faits.phase || faits.missionsCpts) await ecrireCpts(tx, declaration, faits);
  if (faits.type === "MEDICOBUS") await ecrireMedicobus(tx, declaration, faits);
}

async function ecrireCpts(
  tx: Sql,
  { structureId, source, le }: Declaration,
  { phase, phaseDepuis, missionsCpts }: EnregistrerStructureInput,
): Promise<void> {
  await tx.query(
    `insert into cpts as c (structure_id, missions, source, declare_le)
     values ($1, coalesce($2::text[], '{}'), $3, case when $2::text[] is not null then $4::date end)
     on conflict (structure_id) do update set (missions, source, declare_le) = (excluded.missions, excluded.source, excluded.declare_le)
       where $2::text[] is not null`,
    [structureId, missionsCpts ? [...new Set(missionsCpts)] : null, source, le],
  );
  if (phase) await ecrirePhase(tx, { structureId, phase, depuis: phaseDepuis ?? null, source, le });
}

/** A phase of the same day is corrected; said without a day, one that already holds stays as it is. */
async function ecrirePhase(
  tx: Sql,
  { structureId, phase, depuis, source, le }: Declaration & { phase: PhaseProjet; depuis: string | null },
): Promise<void> {
  await tx.query(
    `insert into phase_cpts as p (structure_id, depuis, phase, source)
     select $1::text, coalesce($3::date, $5::date), $2::text, $4::text
     where $3::date is not null or $2::text is distinct from (
       select d.phase from phase_cpts d where d.structure_id = $1 and d.depuis <= $5::date order by d.depuis desc limit 1)
     on conflict (structure_id, depuis) do update set (phase, source) = (excluded.phase, excluded.source)`,
    [structureId, phase, depuis, source, le],
  );
}

/** Its status and its publics may not have the same author. */
async function ecrireMedicobus(
  tx: Sql,
  { structureId, source, le }: Declaration,
  { statutMedicobus, vague, publicsPrioritaires }: EnregistrerStructureInput,
): Promise<void> {
  await tx.query(
    `insert into medicobus as m (structure_id, statut, vague, source, declare_le) values ($1, coalesce($2, 'CANDIDAT'), $3::int, $4, $5::date)
     on conflict (structure_id) do update set (statut, vague, source, declare_le) =
       (coalesce($2, m.statut), coalesce($3::int, m.vague), excluded.source, excluded.declare_le)
       where num_nonnulls($2, $3::int) > 0`,
    [structureId, statutMedicobus ?? null, vague ?? null, source, le],
  );
  if (publicsPrioritaires) await remplacerPublics(tx, { structureId, source, le }, publicsPrioritaires);
}
