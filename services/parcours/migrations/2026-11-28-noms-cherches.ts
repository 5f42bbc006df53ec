import type { Migration } from "@coordination/database";

/**
 * A case is found by the name of its person without reading anyone: keyed hashes of the birth name and of the used name, made by the
 * service, which alone has the key. Null for who was written down before, until `npm run identites -- indexer`. Erased with the name.
 */
export const nomsCherches: Migration = {
  name: "2026-11-28-noms-cherches",
  up: `
    alter table usager add column empreinte_nom text, add column empreinte_nom_utilise text;
    create index usager_nom on usager (empreinte_nom) where empreinte_nom is not null;
    create index usager_nom_utilise on usager (empreinte_nom_utilise) where empreinte_nom_utilise is not null;

    create function oublier_les_noms() returns trigger language plpgsql
      as $$ begin
        new.empreinte_nom := null;
        new.empreinte_nom_utilise := null;
        return new;
      end $$;
    create trigger usager_efface before update on usager for each row
      when (new.efface_le is not null) execute function oublier_les_noms();
  `,
};
