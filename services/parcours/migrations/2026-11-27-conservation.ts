import type { Migration } from "@coordination/database";

/**
 * How long what names a person is kept after their case is over: a table that the operator fills, empty as shipped, and then nothing is
 * ever erased. The service may read it and nothing else. It may also have a case erased whose time has come, and no other: the
 * function looks at the table, at the case and at the database's own clock again, whatever it is told.
 */
export const conservation: Migration = {
  name: "2026-11-27-conservation",
  up: `
    -- One row a decision: the last one of an object is in force, those before it stay readable.
    create table conservation (
      objet text not null check (objet in ('DOSSIER_CLOS', 'DEMANDE_ECARTEE', 'HORS_DOSSIER')),
      fixee_le timestamptz not null default now(),
      -- Neither: kept without limit, from then on.
      mois int check (mois > 0),
      -- What an idempotency key remembers for seven days must be gone before.
      jours int check (jours > 7),
      source text not null check (btrim(source) <> ''),
      primary key (objet, fixee_le),
      check (num_nonnulls(mois, jours) <= 1)
    );
    alter table conservation enable row level security;
    create policy conservation_lire on conservation for select using (true);

    create function conservation_en_vigueur() returns setof conservation
      language sql stable set search_path = parcours
      as $$ select distinct on (objet) * from parcours.conservation order by objet, fixee_le desc $$;

    -- The day of the last pass: one process makes it, once a day.
    create table passe_de_conservation (
      seule boolean primary key default true check (seule),
      jour date not null
    );
    create index ecriture_faite_le on ecriture (faite_le);

    -- When a case was closed, or a request set aside; null again when it is opened again. Before this, the last change is what is known.
    alter table dossier add column clos_le timestamptz, add column efface_le timestamptz;
    update dossier set clos_le = mis_a_jour_le where statut in ('CLOS', 'REFUSEE', 'REORIENTEE');
    create function dater_la_cloture() returns trigger language plpgsql
      as $$ begin
        new.clos_le := case when new.statut in ('CLOS', 'REFUSEE', 'REORIENTEE') then now() end;
        return new;
      end $$;
    create trigger dossier_clos before update on dossier for each row
      when (new.statut is distinct from old.statut) execute function dater_la_cloture();
    create index dossier_a_effacer on dossier (statut, clos_le, id) where efface_le is null and clos_le is not null;
    create index dossier_hors_dossier on dossier (mis_a_jour_le, id) where efface_le is null and statut = 'HORS_DOSSIER';

    alter table dossier drop constraint dossier_ou_hors_dossier;
    alter table dossier add constraint dossier_ou_hors_dossier check (
      case when statut = 'HORS_DOSSIER'
        then num_nonnulls(numero, demande_chiffree, demandeur_nature, autres_acteurs, niveau_appui, referent_id, motif_cloture, relais_id) = 0
        else tenu_par = 'DAC' and num_nulls(numero, demandeur_nature, autres_acteurs) = 0
          and (demande_chiffree is null) = (efface_le is not null) end);
    alter table usager alter column chiffre drop not null, add column efface_le timestamptz;
    alter table usager add constraint usager_efface check ((chiffre is null) = (efface_le is not null));
    alter table orientation add column efface_le timestamptz;

    -- What was erased is no longer anyone's, whatever else would show it.
    create policy dossier_non_efface on dossier as restrictive using (efface_le is null);
    create policy usager_non_efface on usager as restrictive using (efface_le is null);
    create policy orientation_non_effacee on orientation as restrictive using (efface_le is null);

    -- When the case may be erased; null while nothing says so. Without a case there is no closing: the last thing that happened counts.
    create function terme_de_conservation(vise uuid) returns timestamptz
      language sql stable security definer set search_path = parcours
      as $$
        select case d.statut when 'HORS_DOSSIER' then greatest(d.mis_a_jour_le,
                 (select max(b.mis_a_jour_le) from parcours.besoin b where b.dossier_id = d.id),
                 (select max(o.mis_a_jour_le) from parcours.orientation o where o.dossier_id = d.id),
                 (select max(c.enregistre_le) from parcours.consentement c where c.dossier_id = d.id))
               else d.clos_le end + make_interval(months => coalesce(c.mois, 0), days => coalesce(c.jours, 0))
        from parcours.dossier d join parcours.conservation_en_vigueur() c
          on c.objet = case d.statut when 'CLOS' then 'DOSSIER_CLOS' when 'HORS_DOSSIER' then 'HORS_DOSSIER'
                                     when 'REFUSEE' then 'DEMANDE_ECARTEE' when 'REORIENTEE' then 'DEMANDE_ECARTEE' end
        where d.id = vise and d.efface_le is null and num_nonnulls(c.mois, c.jours) = 1 $$;

    -- For the job, which then acts as the team: those whose time has come, and nothing of them.
    create function dossiers_a_effacer(maintenant timestamptz, apres uuid, limite int) returns table (id uuid, dac_id text)
      language sql stable security definer set search_path = parcours
      as $$
        with terme as (
          select c.objet, least(maintenant, now()) - make_interval(months => coalesce(c.mois, 0), days => coalesce(c.jours, 0)) as avant
          from parcours.conservation_en_vigueur() c where num_nonnulls(c.mois, c.jours) = 1),
        candidats as (
          select d.id, d.dac_id from parcours.dossier d join terme t on t.objet = 'DOSSIER_CLOS'
          where d.efface_le is null and d.statut = 'CLOS' and d.clos_le <= t.avant + interval '4 days'
          union all
          select d.id, d.dac_id from parcours.dossier d join terme t on t.objet = 'DEMANDE_ECARTEE'
          where d.efface_le is null and d.statut in ('REFUSEE', 'REORIENTEE') and d.clos_le <= t.avant + interval '4 days'
          union all
          select d.id, d.dac_id from parcours.dossier d join terme t on t.objet = 'HORS_DOSSIER'
          where d.efface_le is null and d.statut = 'HORS_DOSSIER' and d.mis_a_jour_le <= t.avant + interval '4 days')
        -- Months are not all as long: the candidates are a little too many, and the term itself decides.
        select k.id, k.dac_id from candidats k
        where (apres is null or k.id > apres) and parcours.terme_de_conservation(k.id) <= least(maintenant, now())
        order by k.id limit limite $$;

    create function departement_de(commune text) returns text language sql immutable
      as $$ select left(commune, case when commune ~ '^9[78]' then 3 else 2 end) $$;

    -- Erases who the person is, what was written about them and where they lived; keeps codes, dates, who acted, and the register of
    -- accesses, untouched. False when it was done before, or when its time has not come.
    create function effacer_dossier(vise uuid, maintenant timestamptz) returns boolean
      language plpgsql security definer set search_path = parcours
      as $$
        declare
          envois uuid[];
          orientations uuid[];
        begin
          perform 1 from parcours.dossier where id = vise and efface_le is null for update;
          if not found or coalesce(parcours.terme_de_conservation(vise) > least(maintenant, now()), true) then return false; end if;
          select coalesce(array_agg(id), '{}'), coalesce(array_agg(distinct diffusion), '{}') into orientations, envois
            from parcours.orientation where dossier_id = vise;

          delete from parcours.note where dossier_id = vise;
          delete from parcours.evaluation where dossier_id = vise;
          delete from parcours.plan where dossier_id = vise;
          delete from parcours.concertation where dossier_id = vise;
          delete from parcours.echange where orientation_id = any (orientations);
          delete from parcours.message_d_envoi where diffusion = any (envois);
          delete from parcours.cascade_en_attente where dossier_id = vise;
          delete from parcours.reference_externe where cible = vise or cible = any (orientations) or cible = any (envois);
          delete from parcours.membre_cercle where dossier_id = vise and proche_chiffre is not null;

          update parcours.membre_cercle set role = '' where dossier_id = vise;
          -- Nothing is left to be told of them.
          update parcours.consentement set expire_note_le = coalesce(expire_note_le, now())
            where dossier_id = vise and valable_jusqu_au is not null;
          update parcours.besoin set libelle = '',
            criteres = (criteres - 'profil') || jsonb_build_object('codeInsee', parcours.departement_de(criteres ->> 'codeInsee'))
            where dossier_id = vise;
          update parcours.orientation set message_anonyme = null, synthese = null, rendez_vous_le = null, efface_le = now(),
            apercu = apercu || '{"libelle": "", "trancheAge": null, "sexe": null, "distanceKm": null}' where dossier_id = vise;
          -- Who acted with neither a number nor a structure may be the person, or a relative.
          update parcours.evenement set resume = '', acteur = case
              when num_nonnulls(acteur ->> 'professionnelId', acteur ->> 'structureId', acteur ->> 'pourLeCompteDe') = 0
              then acteur || '{"sub": ""}' else acteur end
            where dossier_id = vise;
          update parcours.dossier set demande_chiffree = null, code_insee = parcours.departement_de(code_insee), cree_par = '', efface_le = now()
            where id = vise;
          update parcours.usager u set chiffre = null, empreinte_identite = 'effacee:' || u.id, empreinte_ins = null,
              sans_medecin_traitant = 'INCONNU', ald = 'INCONNU', isole = 'INCONNU', lieu_de_vie = null,
              mesure_protection = 'INCONNUE', efface_le = now()
            where u.id = (select usager_id from parcours.dossier where id = vise)
              and not exists (select from parcours.dossier autre where autre.usager_id = u.id and autre.efface_le is null);
          return true;
        end $$;
  `,
};
