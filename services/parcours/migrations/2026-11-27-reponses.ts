import type { Migration } from "@coordination/database";

/**
 * What a recipient says besides yes or no: whom they suggest instead, and the day when care began. A support that was asked for
 * covers no need, any more than an advice or a contact does: somebody still has to care.
 */
export const reponses: Migration = {
  name: "2026-11-27-reponses",
  up: `
    alter table orientation
      add column suggestion jsonb,
      add column prise_en_charge_le date;
    create or replace function suivre_besoin(orientee uuid) returns void
      language sql security definer set search_path = parcours
      as $$
        update parcours.besoin b set version = b.version + 1, mis_a_jour_le = now(), statut = s.statut
        from (
          select o.besoin_id, case
            when bool_or(o.nature not in ('AVIS_EXPERT', 'MISE_EN_RELATION', 'DEMANDE_APPUI')
                         and o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')) then 'COUVERT'
            when bool_or(o.statut in ('ENVOYEE', 'RECUE', 'COMPLEMENT_DEMANDE', 'EN_LISTE_ATTENTE', 'ACCEPTEE', 'PRISE_EN_CHARGE'))
              then 'EN_ORIENTATION'
            else 'OUVERT' end as statut
          from parcours.orientation o
          where o.besoin_id = (select besoin_id from parcours.orientation where id = orientee) group by o.besoin_id) s
        where b.id = s.besoin_id and b.statut <> s.statut and b.statut <> 'ABANDONNE' $$;
  `,
};
