import type { Migration } from "@coordination/database";

/**
 * What no public file says, declared through the API: dated, sourced, and kept apart from what the importers write. A situation
 * with `declaree_le` belongs to whoever declared it, and no import touches it; the others come from a file. `modalites` and
 * `nature` are declared for both, and an import leaves them alone.
 */
export const declarations: Migration = {
  name: "2026-11-22-declarations",
  up: `
    -- What each client has written, by its key: the same demand again gets the first result.
    create table ecriture (
      acteur text not null,
      cle text not null,
      operation text not null,
      empreinte text not null,
      resultat jsonb,
      faite_le timestamptz not null default now(),
      primary key (acteur, cle)
    );

    -- A situation with dates holds from depuis to jusqu_a, both included; without, it holds while it is open.
    alter table situation
      add column nature text not null default 'PRINCIPALE' check (nature in
        ('PRINCIPALE', 'SECONDAIRE', 'CONSULTATION_AVANCEE', 'REMPLACEMENT', 'ADJOINT', 'ASSISTANT_PARTAGE')),
      add column modalites text[] not null default '{SUR_SITE}' check (modalites <> '{}' and modalites <@
        array['SUR_SITE', 'DOMICILE', 'TELECONSULTATION', 'TELEEXPERTISE', 'TELESOIN', 'ALLER_VERS']),
      add column depuis date,
      add column jusqu_a date check (jusqu_a >= depuis),
      add column declaree_le timestamptz;

    alter table habilitation
      add column mis_a_jour_le timestamptz not null default now(),
      add constraint habilitation_dates check (jusqu_a >= depuis);

    create table qualite (
      professionnel_id text not null references professionnel,
      code text not null check (code in ('MAITRE_DE_STAGE', 'MEDECIN_CORRESPONDANT_SAMU', 'EXPERT_TELEEXPERTISE', 'ASALEE',
        'COORDONNATEUR_MSP', 'COORDINATEUR_CPTS', 'COORDONNATEUR_SOINS_PRIMAIRES', 'COORDINATEUR_DAC', 'MEDECIN_ARMEES')),
      precision text,
      depuis date not null,
      jusqu_a date check (jusqu_a >= depuis),
      source text not null,
      mis_a_jour_le timestamptz not null default now(),
      primary key (professionnel_id, code, depuis)
    );
    create index qualite_code on qualite (code, professionnel_id);

    -- Trained skills that are no specialty. Named in plain words: no published list has them all.
    create table competence (
      professionnel_id text not null references professionnel,
      libelle text not null,
      depuis date not null,
      jusqu_a date check (jusqu_a >= depuis),
      source text not null,
      mis_a_jour_le timestamptz not null default now(),
      primary key (professionnel_id, libelle, depuis)
    );

    -- Read by agencies only.
    create table contrat_installation (
      professionnel_id text not null references professionnel,
      code text not null check (code in
        ('CESP', 'PTMG', 'PTMA', 'PIAS', 'PTMR', 'CAIM', 'COSCOM', 'COTRAM', 'CSTM', 'WANTED')),
      depuis date not null,
      jusqu_a date check (jusqu_a >= depuis),
      zone_exigee text,
      source text not null,
      mis_a_jour_le timestamptz not null default now(),
      primary key (professionnel_id, code, depuis)
    );

    -- Ways to reach an activity that its file does not give.
    create table contact_declare (
      situation_id text not null references situation,
      canal text not null check (canal in
        ('TELEPHONE', 'COURRIEL', 'MSSANTE', 'APICRYPT', 'MONSISRA', 'SITE_WEB', 'PRISE_DE_RENDEZ_VOUS')),
      valeur text not null,
      diffusion text not null check (diffusion in ('PUBLIQUE', 'PROFESSIONNELLE')),
      source text not null,
      mis_a_jour_le timestamptz not null default now(),
      primary key (situation_id, canal, valeur)
    );

    -- The number is all that its reader needs: it is drawn at random, and names nobody.
    create table signalement (
      numero text primary key,
      professionnel_id text not null references professionnel,
      situation_id text references situation,
      champ text not null,
      attendu text,
      commentaire text,
      recu_le timestamptz not null,
      statut text not null check (statut in ('RECU', 'TRANSMIS', 'CORRIGE', 'REJETE')),
      reponse text,
      traite_le timestamptz,
      check ((statut = 'RECU') = (traite_le is null)),
      check (statut <> 'REJETE' or reponse is not null)
    );
    create index signalement_professionnel on signalement (professionnel_id, recu_le);
  `,
};
