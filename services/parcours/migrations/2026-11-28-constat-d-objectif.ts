import type { Migration } from "@coordination/database";

/**
 * What the team says of an objective of a validated plan: the plan stays as it was validated, each finding is a row beside it, and
 * the last one holds. Findings go with their plan when the case is erased.
 */
export const constatDObjectif: Migration = {
  name: "2026-11-28-constat-d-objectif",
  up: `
    create table constat_objectif (
      id bigint generated always as identity primary key,
      dossier_id uuid not null,
      version int not null,
      objectif text not null,
      atteint text not null check (atteint in ('OUI', 'NON', 'INCONNU')),
      constate_par jsonb not null,
      constate_le timestamptz not null default now(),
      foreign key (dossier_id, version) references plan (dossier_id, version) on delete cascade
    );
    create index constat_objectif_plan on constat_objectif (dossier_id, version, objectif, id desc);

    alter table constat_objectif enable row level security;
    create policy constat_objectif_lire on constat_objectif for select using (exists (
      select from dossier d where d.id = constat_objectif.dossier_id and d.dac_id = any (acteur_structures())));
    create policy constat_objectif_ecrire on constat_objectif for insert with check (exists (
      select from dossier d where d.id = constat_objectif.dossier_id and d.dac_id = any (acteur_structures())));
  `,
};
