import type { Migration } from "@coordination/database";

/**
 * The case: the only nominative data of the house. Row-level security repeats what the resolvers decide: a transaction says
 * who acts (`parcours.sub`, `parcours.structures`), and sees the cases of these structures, or those that this person opened.
 * What names someone is one encrypted text (`chiffre`); the rest of a row is what the service must search or sort by.
 */
export const dossier: Migration = {
  name: "2026-11-22-dossier",
  up: `
    create table ecriture (
      acteur text not null,
      cle text not null,
      operation text not null,
      empreinte text not null,
      resultat jsonb,
      faite_le timestamptz not null default now(),
      primary key (acteur, cle)
    );

    create function acteur_sub() returns text language sql stable
      as $$ select nullif(current_setting('parcours.sub', true), '') $$;
    create function acteur_structures() returns text[] language sql stable
      as $$ select string_to_array(nullif(current_setting('parcours.structures', true), ''), ',') $$;

    create table usager (
      id uuid primary key,
      chiffre text not null,
      -- Keyed hashes: to find the same person again without reading anyone.
      empreinte_identite text not null,
      empreinte_ins text,
      sans_medecin_traitant text not null check (sans_medecin_traitant in ('OUI', 'NON', 'INCONNU')),
      ald text not null check (ald in ('OUI', 'NON', 'INCONNU')),
      isole text not null check (isole in ('OUI', 'NON', 'INCONNU')),
      lieu_de_vie text,
      mesure_protection text not null,
      cree_le timestamptz not null default now()
    );
    create index usager_empreinte on usager (empreinte_identite);
    create index usager_ins on usager (empreinte_ins) where empreinte_ins is not null;

    create sequence numero_de_dossier;

    create table dossier (
      id uuid primary key,
      numero text not null unique,
      version int not null default 1,
      statut text not null,
      niveau_appui text,
      usager_id uuid not null references usager,
      code_insee text not null,
      dac_id text not null,
      referent_id text,
      -- Who asked, why and what is difficult: free text about a person.
      demande_chiffree text not null,
      demandeur_nature text not null,
      autres_acteurs boolean not null,
      motif_cloture text,
      relais_id text,
      cree_par text not null,
      cree_le timestamptz not null default now(),
      mis_a_jour_le timestamptz not null default now()
    );
    create index dossier_equipe on dossier (dac_id, mis_a_jour_le desc, id);
    create index dossier_usager on dossier (usager_id);

    create table evaluation (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      grille text not null,
      version_grille text not null,
      realisee_le date not null,
      domaines jsonb not null,
      synthese text,
      enregistree_le timestamptz not null default now()
    );
    create index evaluation_dossier on evaluation (dossier_id, realisee_le);

    -- The criteria are all that the directory ever learns: pseudonymised, but health data.
    create table besoin (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      version int not null default 1,
      libelle text not null,
      statut text not null default 'OUVERT' check (statut in ('OUVERT', 'EN_ORIENTATION', 'COUVERT', 'ABANDONNE')),
      criteres jsonb not null,
      cree_le timestamptz not null default now(),
      mis_a_jour_le timestamptz not null default now()
    );
    create index besoin_dossier on besoin (dossier_id, cree_le);

    -- One row a version: a plan that was validated is never rewritten.
    create table plan (
      dossier_id uuid not null references dossier,
      version int not null,
      objectifs jsonb not null,
      actions jsonb not null,
      etabli_le timestamptz not null default now(),
      valide_le timestamptz,
      primary key (dossier_id, version)
    );

    create table note (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      auteur jsonb not null,
      texte text not null,
      le timestamptz not null default now()
    );
    create index note_dossier on note (dossier_id, le);

    create table evenement (
      id bigint generated always as identity primary key,
      dossier_id uuid not null references dossier,
      type text not null,
      acteur jsonb not null,
      resume text not null,
      le timestamptz not null default now()
    );
    create index evenement_dossier on evenement (dossier_id, id);

    -- What notifications will read, in order for each case: never a name.
    create table a_publier (
      id bigint generated always as identity primary key,
      dossier_id uuid not null references dossier,
      type text not null,
      charge jsonb not null,
      le timestamptz not null default now()
    );

    -- Each line carries the hash of the one before: a line removed or changed shows.
    create table trace_acces (
      id bigint generated always as identity primary key,
      dossier_id uuid not null references dossier,
      acteur jsonb not null,
      action text not null,
      objet text not null,
      motif text,
      bris_de_glace boolean not null default false,
      le timestamptz not null,
      precedente text not null,
      empreinte text not null
    );
    create index trace_acces_dossier on trace_acces (dossier_id, id);

    alter table dossier enable row level security;
    create policy dossier_lire on dossier for select
      using (dac_id = any (acteur_structures()) or cree_par = acteur_sub());
    create policy dossier_ouvrir on dossier for insert with check (cree_par = acteur_sub());
    create policy dossier_tenir on dossier for update using (dac_id = any (acteur_structures()));

    -- A person is seen through a case that is seen, or by who has just written them down.
    alter table usager enable row level security;
    create policy usager_lire on usager for select using (exists (select from dossier d where d.usager_id = usager.id));
    create policy usager_ecrire on usager for insert with check (acteur_sub() is not null);
    create policy usager_tenir on usager for update using (exists (
      select from dossier d where d.usager_id = usager.id and d.dac_id = any (acteur_structures())));

    alter table evaluation enable row level security;
    create policy evaluation_equipe on evaluation using (exists (
      select from dossier d where d.id = evaluation.dossier_id and d.dac_id = any (acteur_structures())));
    alter table besoin enable row level security;
    create policy besoin_equipe on besoin using (exists (
      select from dossier d where d.id = besoin.dossier_id and d.dac_id = any (acteur_structures())));
    alter table plan enable row level security;
    create policy plan_equipe on plan using (exists (
      select from dossier d where d.id = plan.dossier_id and d.dac_id = any (acteur_structures())));
    alter table note enable row level security;
    create policy note_equipe on note using (exists (
      select from dossier d where d.id = note.dossier_id and d.dac_id = any (acteur_structures())));
    alter table evenement enable row level security;
    create policy evenement_vu on evenement using (exists (select from dossier d where d.id = evenement.dossier_id));
    alter table a_publier enable row level security;
    create policy a_publier_vu on a_publier using (exists (select from dossier d where d.id = a_publier.dossier_id));
    alter table trace_acces enable row level security;
    create policy trace_acces_vue on trace_acces using (exists (select from dossier d where d.id = trace_acces.dossier_id));

    -- How many cases of other teams seem to be about the same person, and whom to call: nothing else of them.
    create function doublons_possibles(voulu uuid) returns table (dac_id text, nombre bigint)
      language sql stable security definer set search_path = parcours
      as $$ select d.dac_id, count(*)
            from parcours.dossier vu join parcours.usager u on u.id = vu.usager_id
            join parcours.usager autre on autre.id <> u.id
              and (autre.empreinte_identite = u.empreinte_identite or autre.empreinte_ins = u.empreinte_ins)
            join parcours.dossier d on d.usager_id = autre.id
            where vu.id = voulu and vu.dac_id = any (parcours.acteur_structures())
            group by d.dac_id order by d.dac_id $$;
  `,
};
