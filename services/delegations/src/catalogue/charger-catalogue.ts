import type pg from "pg";
import { type FichesCatalogue, lireFiches } from "./catalogue.ts";
import type { FicheDelegation } from "./fiche.schema.ts";
import { DOSSIER_DU_PROJET, lireDossierCatalogue } from "./fichiers.ts";
import { nomenclaturesNationales } from "./nomenclatures.ts";

/** A file says something else than the version that was published under its number. */
class VersionPublieeModifiee extends Error {
  constructor(versions: readonly Pick<FicheDelegation, "code" | "version">[]) {
    const lignes = versions.map(({ code, version }) => `${code} version ${version}`);
    super(
      `Ces fiches ont changé alors que leur version est publiée : ${lignes.join(", ")}. ` +
        "Rendez-leur leur contenu, et écrivez le changement dans une nouvelle version (version, enVigueurDepuis).",
    );
    this.name = "VersionPublieeModifiee";
  }
}

/**
 * Publishes what the files add to the catalogue; what is there already is left alone, so it may run at each start.
 * Runs in the caller's transaction, on an administrator's connection; never commits.
 * @throws CatalogueInvalide when a file is wrong, VersionPublieeModifiee when one contradicts its published version
 */
export async function chargerCatalogue(client: pg.Client, dossier: string = DOSSIER_DU_PROJET): Promise<void> {
  const fiches = lireFiches(lireDossierCatalogue(dossier), nomenclaturesNationales);
  const modifiees = await findModifiees(client, fiches.delegations);
  if (modifiees.length > 0) throw new VersionPublieeModifiee(modifiees);
  await ecrireListes(client, fiches);
  await client.query(
    `insert into delegations.version_delegation
       (code, version, etablie_le, en_vigueur_depuis, en_vigueur_jusqu_a, contenu)
     select f.contenu ->> 'code', (f.contenu ->> 'version')::int, (f.contenu ->> 'etablieLe')::date,
            (f.contenu ->> 'enVigueurDepuis')::date, (f.contenu ->> 'enVigueurJusquA')::date, f.contenu
     from jsonb_array_elements($1::jsonb) f (contenu)
     on conflict (code, version) do nothing`,
    [JSON.stringify(fiches.delegations)],
  );
}

/** Equality of jsonb ignores the order of the fields and the layout of the file, and nothing else. */
async function findModifiees(client: pg.Client, fiches: readonly FicheDelegation[]) {
  const { rows } = await client.query<{ code: string; version: number }>(
    `select v.code, v.version from delegations.version_delegation v
     join jsonb_array_elements($1::jsonb) f (contenu)
       on f.contenu ->> 'code' = v.code and (f.contenu ->> 'version')::int = v.version
     where f.contenu <> v.contenu order by v.code, v.version`,
    [JSON.stringify(fiches)],
  );
  return rows;
}

async function ecrireListes(client: pg.Client, { actes, criteres, habilitations }: FichesCatalogue): Promise<void> {
  await client.query(
    `insert into delegations.acte as publie (code, libelle, gestes, synonymes)
     select code, libelle, gestes, synonymes
     from jsonb_to_recordset($1::jsonb) l (code text, libelle text, gestes text[], synonymes text[])
     on conflict (code) do update
       set libelle = excluded.libelle, gestes = excluded.gestes, synonymes = excluded.synonymes
       where (publie.libelle, publie.gestes, publie.synonymes)
             is distinct from (excluded.libelle, excluded.gestes, excluded.synonymes)`,
    [JSON.stringify(actes)],
  );
  for (const [table, libelles] of Object.entries({ critere: criteres, habilitation: habilitations })) {
    await client.query(
      `insert into delegations.${table} as publie (code, libelle)
       select code, libelle from jsonb_to_recordset($1::jsonb) l (code text, libelle text)
       on conflict (code) do update set libelle = excluded.libelle where publie.libelle <> excluded.libelle`,
      [JSON.stringify(libelles)],
    );
  }
}
