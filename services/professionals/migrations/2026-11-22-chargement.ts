import type { Migration } from "@coordination/database";

/**
 * MSSanté boxes, as the extraction « Correspondance_MSSante » publishes them: an address may be held by several people or
 * places, so that a row is a box and who holds it. No foreign key: this extraction is published apart from the RPPS and
 * FINESS files, and may name somebody whom they do not know yet. A closed row (`ferme_le`) stays.
 */
export const chargement: Migration = {
  name: "2026-11-22-chargement",
  up: `
    create table boite_aux_lettres (
      adresse text not null,
      type text not null check (type in ('PERSONNELLE', 'CABINET', 'ORGANISATIONNELLE', 'APPLICATIVE')),
      professionnel_id text,
      structure_id text,
      -- Never shown to anybody. The published extraction leaves these boxes out: an import neither sets nor lifts it.
      liste_rouge boolean not null default false,
      departement_source text,
      ferme_le date,
      source text not null,
      millesime date not null,
      mis_a_jour_le timestamptz not null default now(),
      check (professionnel_id is not null or structure_id is not null),
      unique nulls not distinct (adresse, professionnel_id, structure_id)
    );
    create index boite_professionnel on boite_aux_lettres (professionnel_id)
      where professionnel_id is not null and ferme_le is null and not liste_rouge;
    create index boite_structure on boite_aux_lettres (structure_id)
      where structure_id is not null and ferme_le is null and not liste_rouge;
  `,
};
