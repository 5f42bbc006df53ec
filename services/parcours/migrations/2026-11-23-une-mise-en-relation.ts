import type { Migration } from "@coordination/database";

/** A contact that was made covers no need, any more than an advice does: somebody still has to care. */
export const uneMiseEnRelation: Migration = {
  name: "2026-11-23-une-mise-en-relation",
  up: `
    create or replace function suivre_besoin(orientee uuid) returns void
      language sql security definer set search_path = parcours
      as $$
        update parcours.besoin b set version = b.version + 1, mis_a_jour_le = now(), statut = s.statut
        from (
          select o.besoin_id, case
            when bool_or(o.nature not in ('AVIS_EXPERT', 'MISE_EN_RELATION')
                         and o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')) then 'COUVERT'
            when bool_or(o.statut in ('ENVOYEE', 'RECUE', 'COMPLEMENT_DEMANDE', 'EN_LISTE_ATTENTE', 'ACCEPTEE', 'PRISE_EN_CHARGE'))
              then 'EN_ORIENTATION'
            else 'OUVERT' end as statut
          from parcours.orientation o
          where o.besoin_id = (select besoin_id from parcours.orientation where id = orientee) group by o.besoin_id) s
        where b.id = s.besoin_id and b.statut <> s.statut and b.statut <> 'ABANDONNE' $$;
  `,
};
