import type { Migration } from "@coordination/database";

/** The answer deadlines that a DAC has made its own; without a row, those of the table. Nothing of anyone: every actor reads them. */
export const delais: Migration = {
  name: "2026-11-23-delais",
  up: `
    create table delai_du_dac (
      dac_id text not null,
      urgence text not null check (urgence in ('SOUS_24_H', 'SOUS_72_H', 'SOUS_15_JOURS', 'PROGRAMMEE')),
      heures int check (heures > 0),
      jours_ouvres int check (jours_ouvres > 0),
      fixe_par jsonb not null,
      fixe_le timestamptz not null,
      primary key (dac_id, urgence),
      check (num_nonnulls(heures, jours_ouvres) = 1)
    );
    alter table delai_du_dac enable row level security;
    create policy delai_du_dac_lire on delai_du_dac for select using (true);
    create policy delai_du_dac_fixer on delai_du_dac for insert with check (dac_id = any (acteur_structures()));
    create policy delai_du_dac_changer on delai_du_dac for update using (dac_id = any (acteur_structures()));
  `,
};
