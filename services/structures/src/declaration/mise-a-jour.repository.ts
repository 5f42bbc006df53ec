import type { Sql } from "@coordination/database";
import type { MettreAJourStructureInput, PlageHoraireInput, SoinsNonProgrammesInput } from "./mise-a-jour.input.ts";

/** Whose facts are written, who says them, and when. */
export interface Declaration {
  readonly structureId: string;
  readonly source: string;
  readonly le: string;
}

/** Replaces each declared fact that the input holds; the others stay. */
export async function ecrireMiseAJour(
  tx: Sql,
  declaration: Declaration,
  faits: MettreAJourStructureInput,
): Promise<void> {
  if (faits.horaires) await remplacerHoraires(tx, declaration, faits.horaires);
  if (faits.contacts) await remplacer(tx, "contact", CONTACTS, declaration, faits.contacts);
  if (faits.soinsNonProgrammes) await remplacerSoinsNonProgrammes(tx, declaration, faits.soinsNonProgrammes);
  const listes = {
    EQUIPEMENTS: faits.equipements,
    MODALITES: faits.modalites,
    ZONE_INTERVENTION: faits.zoneIntervention,
    COLLEGES: faits.colleges,
  };
  for (const [fait, valeurs] of Object.entries(listes))
    if (valeurs) await remplacerListe(tx, declaration, fait, valeurs);
  if (faits.assistantsMedicaux)
    await remplacer(tx, "assistants_medicaux", ASSISTANTS, declaration, [faits.assistantsMedicaux]);
  if (faits.sites) await remplacer(tx, "site", SITES, declaration, faits.sites);
  if (faits.predecesseurs) await remplacer(tx, "predecesseur", PREDECESSEURS, declaration, faits.predecesseurs);
  if (faits.sites || faits.predecesseurs) await retenirLesAutresNoms(tx, declaration.structureId);
  if (faits.publicsPrioritaires) await remplacerPublics(tx, declaration, faits.publicsPrioritaires);
  if (faits.gestionnaire || faits.profilActivite) await completerCentre(tx, declaration, faits);
}

type Table = "horaire" | "contact" | "assistants_medicaux" | "site" | "predecesseur";

/** The rows of a structure in a table, all replaced; `$1` its id, `$2` the source, `$3` the day, `$4` the rows in JSON. */
async function remplacer(
  tx: Sql,
  table: Table,
  insertion: string,
  { structureId, source, le }: Declaration,
  lignes: readonly object[],
): Promise<void> {
  await tx.query(`delete from ${table} where structure_id = $1`, [structureId]);
  if (lignes.length > 0) await tx.query(insertion, [structureId, source, le, JSON.stringify(lignes)]);
}

const HORAIRES = `
  insert into horaire (structure_id, jour, debut, fin, sans_rendez_vous, source, declare_le)
  select $1, d.jour, d.debut, d.fin, d."sansRendezVous", $2, $3::date
  from jsonb_to_recordset($4::jsonb) d(jour text, debut text, fin text, "sansRendezVous" boolean)`;

const remplacerHoraires = (tx: Sql, declaration: Declaration, plages: readonly PlageHoraireInput[]): Promise<void> =>
  remplacer(tx, "horaire", HORAIRES, declaration, plages);

const CONTACTS = `
  insert into contact (structure_id, canal, valeur, diffusion, source, mis_a_jour_le)
  select $1, d.canal, d.valeur, d.diffusion, $2, $3::date
  from jsonb_to_recordset($4::jsonb) d(canal text, valeur text, diffusion text)`;

const ASSISTANTS = `
  insert into assistants_medicaux (structure_id, nombre, etp, missions, source, declare_le)
  select $1, d.nombre, d.etp, array(select jsonb_array_elements_text(d.missions)), $2, $3::date
  from jsonb_to_recordset($4::jsonb) d(nombre integer, etp double precision, missions jsonb)`;

const SITES = `
  insert into site (structure_id, rang, nature, nom, lignes, code_insee, source, declare_le)
  select $1, d.rang, d.site ->> 'nature', d.site ->> 'nom', array_remove(array[d.site ->> 'adresse'], null), d.site ->> 'codeInsee', $2, $3::date
  from jsonb_array_elements($4::jsonb) with ordinality d(site, rang)`;

const PREDECESSEURS = `
  insert into predecesseur (structure_id, nom, type, finess, jusqu_au, source, declare_le)
  select $1, d.nom, d.type, d.finess, d."jusquAu", $2, $3::date
  from jsonb_to_recordset($4::jsonb) d(nom text, type text, finess text, "jusquAu" date)`;

/** The search finds a structure by the names of its sites, and of what it was born from. */
async function retenirLesAutresNoms(tx: Sql, structureId: string): Promise<void> {
  await tx.query("update structure set autres_noms = autres_noms_de(id) where id = $1", [structureId]);
}

async function remplacerSoinsNonProgrammes(
  tx: Sql,
  { structureId, source, le }: Declaration,
  { plages, sansRendezVous, regulationPrealable, graviteMax, publics }: SoinsNonProgrammesInput,
): Promise<void> {
  await tx.query("delete from soins_non_programmes where structure_id = $1", [structureId]);
  await tx.query(
    `insert into soins_non_programmes (structure_id, sans_rendez_vous, regulation_prealable, gravite_max, publics, source, declare_le)
     values ($1, $2, $3, $4, $5, $6, $7::date)`,
    [structureId, sansRendezVous, regulationPrealable ?? null, graviteMax ?? null, publics ?? [], source, le],
  );
  await tx.query(
    `insert into plage_non_programmee (structure_id, jour, debut, fin, sans_rendez_vous)
     select $1, d.jour, d.debut, d.fin, d."sansRendezVous"
     from jsonb_to_recordset($2::jsonb) d(jour text, debut text, fin text, "sansRendezVous" boolean)`,
    [structureId, JSON.stringify(plages)],
  );
}

async function remplacerListe(
  tx: Sql,
  { structureId, source, le }: Declaration,
  fait: string,
  valeurs: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into liste_declaree (structure_id, fait, valeurs, source, declare_le) values ($1, $2, $3, $4, $5::date)
     on conflict (structure_id, fait) do update set (valeurs, source, declare_le) = (excluded.valeurs, excluded.source, excluded.declare_le)`,
    [structureId, fait, [...new Set(valeurs)], source, le],
  );
}

/** To whom a médicobus gives priority. One that nobody has declared yet is a candidate. */
export async function remplacerPublics(
  tx: Sql,
  { structureId, source, le }: Declaration,
  publics: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into medicobus (structure_id, statut, publics_prioritaires, source, publics_source, publics_le)
     values ($1, 'CANDIDAT', $2, $3, $3, $4::date)
     on conflict (structure_id) do update set (publics_prioritaires, publics_source, publics_le) =
       (excluded.publics_prioritaires, excluded.publics_source, excluded.publics_le)`,
    [structureId, [...new Set(publics)], source, le],
  );
}

async function completerCentre(
  tx: Sql,
  { structureId, source, le }: Declaration,
  { gestionnaire, profilActivite }: MettreAJourStructureInput,
): Promise<void> {
  await tx.query(
    `insert into centre_de_sante as c (structure_id, gestionnaire, profil_activite, source, declare_le) values ($1, $2, $3, $4, $5::date)
     on conflict (structure_id) do update set (gestionnaire, profil_activite, source, declare_le) =
       (coalesce(excluded.gestionnaire, c.gestionnaire), coalesce(excluded.profil_activite, c.profil_activite), excluded.source, excluded.declare_le)`,
    [structureId, gestionnaire ?? null, profilActivite ?? null, source, le],
  );
}
