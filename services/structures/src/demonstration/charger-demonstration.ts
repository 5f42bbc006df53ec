import type pg from "pg";
import { publierStructures } from "../publication.ts";
import { chargerFaits } from "./charger-faits.ts";
import type { DonneesStructures } from "./donnees.ts";

/**
 * Writes what FINESS does not say, inside the caller's transaction on an administrator's connection; the same data again
 * changes nothing. Structures named by FINESS must have been imported. Leaves the declared structures in
 * `pg_temp.structures_publiees`. Throws pg's error when a structure or a commune that is named does not exist.
 */
export async function chargerDemonstration(client: pg.Client, donnees: DonneesStructures): Promise<void> {
  const { source, le } = donnees;
  const ecrire = (requete: string, lignes: readonly object[], ...suite: readonly string[]) =>
    client.query(requete, [JSON.stringify(lignes), ...suite]);
  await ecrire(STRUCTURES, donnees.structures, source, le);
  await ecrire(STATUTS, donnees.statutsJuridiques);
  await ecrire(PROJETS, donnees.projets, source);
  await ecrire(LABELLISATIONS, donnees.labellisations, source);
  await ecrire(ADHESIONS, donnees.adhesions, source);
  await ecrire(TERRITOIRES, donnees.territoires, source);
  await ecrire(COMMUNES_EN_TROP, donnees.territoires);
  await ecrire(COMMUNES_DE_TERRITOIRE, donnees.territoires);
  await ecrire(CPTS, donnees.cpts, source, le);
  await ecrire(PHASES, donnees.cpts, source, le);
  await ecrire(MEDICOBUS, donnees.medicobus, source, le);
  await ecrire(PASSAGES, donnees.passages);
  await chargerFaits(client, donnees);
  await publierStructures(
    client,
    donnees.structures.map(({ id }) => id),
  );
}

const STRUCTURES = `
  with declarees as (
    select d.id, d.nom, structures.nom_normalise(concat_ws(' ', d.nom, c.nom)) as nom_recherche, d.type,
           coalesce(array(select jsonb_array_elements_text(d.lignes)), '{}') as lignes, c.codes_postaux[1] as code_postal, c.nom as ville,
           d."codeInsee" as code_insee, d.telephone, c.latitude, c.longitude, c.precision_position
    from jsonb_to_recordset($1::jsonb) d(id text, type text, nom text, "codeInsee" text, lignes jsonb, telephone text)
    join structures.commune c on c.code = d."codeInsee")
  insert into structures.structure (id, nom, nom_recherche, type, lignes, code_postal, ville, code_insee, telephone, latitude, longitude,
    precision_position, source, millesime, empreinte)
  select d.*, $2, $3::date, md5(d::text) from declarees d
  on conflict (id) do update set (nom, nom_recherche, type, lignes, code_postal, ville, code_insee, telephone, latitude, longitude,
      precision_position, source, millesime, empreinte, mis_a_jour_le) =
    (excluded.nom, excluded.nom_recherche, excluded.type, excluded.lignes, excluded.code_postal, excluded.ville, excluded.code_insee,
     excluded.telephone, excluded.latitude, excluded.longitude, excluded.precision_position, excluded.source, excluded.millesime,
     excluded.empreinte, now())
  where structure.empreinte <> excluded.empreinte`;

const STATUTS = `
  update structures.structure s set statut_juridique = d."statutJuridique", mis_a_jour_le = now()
  from jsonb_to_recordset($1::jsonb) d("structureId" text, "statutJuridique" text)
  where s.id = d."structureId" and s.statut_juridique is distinct from d."statutJuridique"`;

const PROJETS = `
  insert into structures.projet_de_sante (structure_id, etabli_le, coherence_prs, avis_prs_le, validation_ars, valide_le, territoire,
    modalites, actions, themes, source, constats_source)
  select d."structureId", d."etabliLe", d."coherencePrs", d."avisPrsLe", d."validationArs", d."valideLe", d.territoire, d.modalites,
         array(select jsonb_array_elements_text(d.actions)), array(select jsonb_array_elements_text(d.themes)), $2,
         case when 'INCONNU' <> any(array[d."coherencePrs", d."validationArs"]) then $2 end
  from jsonb_to_recordset($1::jsonb) d("structureId" text, "etabliLe" date, "coherencePrs" text, "avisPrsLe" date, "validationArs" text,
    "valideLe" date, territoire text, modalites text, actions jsonb, themes jsonb)
  on conflict (structure_id, etabli_le) do update set (coherence_prs, avis_prs_le, validation_ars, valide_le, territoire, modalites, actions,
      themes, source, constats_source) =
    (excluded.coherence_prs, excluded.avis_prs_le, excluded.validation_ars, excluded.valide_le, excluded.territoire, excluded.modalites,
     excluded.actions, excluded.themes, excluded.source, excluded.constats_source)`;

const LABELLISATIONS = `
  insert into structures.labellisation (structure_id, region, decision, decidee_le, expire_le, source)
  select d."structureId", d.region, d.decision, d."decideeLe", d."expireLe", $2
  from jsonb_to_recordset($1::jsonb) d("structureId" text, region text, decision text, "decideeLe" date, "expireLe" date)
  on conflict (structure_id, decidee_le) do update set (region, decision, expire_le, source) =
    (excluded.region, excluded.decision, excluded.expire_le, excluded.source)`;

/** An adhesion is who joins what, and when: its id follows from that. */
const ADHESIONS = `
  insert into structures.adhesion (id, groupement_id, professionnel_id, structure_id, profession, medecin_generaliste, categorie, degre,
    role, depuis, jusqu_a, source)
  select md5(concat_ws(' ', d."groupementId", coalesce(d."professionnelId", d."structureId"), d.profession, d.depuis)), d."groupementId",
         d."professionnelId", d."structureId", d.profession, d."medecinGeneraliste", d.categorie, d.degre, d.role, d.depuis, d."jusquA", $2
  from jsonb_to_recordset($1::jsonb) d("groupementId" text, "professionnelId" text, "structureId" text, profession text,
    "medecinGeneraliste" boolean, categorie text, degre text, role text, depuis date, "jusquA" date)
  on conflict (id) do update set (medecin_generaliste, categorie, degre, role, jusqu_a, source) =
    (excluded.medecin_generaliste, excluded.categorie, excluded.degre, excluded.role, excluded.jusqu_a, excluded.source)`;

const TERRITOIRES = `
  insert into structures.territoire (id, structure_id, depuis, jusqu_a, source)
  select md5(d."structureId" || ' ' || d.depuis), d."structureId", d.depuis, d."jusquA", $2
  from jsonb_to_recordset($1::jsonb) d("structureId" text, depuis date, "jusquA" date)
  on conflict (structure_id, depuis) do update set (jusqu_a, source) = (excluded.jusqu_a, excluded.source)`;

const TERRITOIRES_LUS = `
  jsonb_to_recordset($1::jsonb) d("structureId" text, depuis date, "codesInsee" jsonb)
  join structures.territoire t on t.structure_id = d."structureId" and t.depuis = d.depuis`;

const COMMUNES_EN_TROP = `
  delete from structures.territoire_commune tc using ${TERRITOIRES_LUS}
  where tc.territoire_id = t.id and not d."codesInsee" ? tc.code_insee`;

const COMMUNES_DE_TERRITOIRE = `
  insert into structures.territoire_commune (territoire_id, code_insee)
  select t.id, jsonb_array_elements_text(d."codesInsee") from ${TERRITOIRES_LUS} on conflict do nothing`;

const CPTS = `
  insert into structures.cpts (structure_id, missions, source, declare_le)
  select d."structureId", array(select jsonb_array_elements_text(d.missions)), $2, $3::date
  from jsonb_to_recordset($1::jsonb) d("structureId" text, missions jsonb)
  on conflict (structure_id) do update set (missions, source, declare_le) = (excluded.missions, excluded.source, excluded.declare_le)`;

const PHASES = `
  insert into structures.phase_cpts (structure_id, depuis, phase, source)
  select d."structureId", coalesce(d."phaseDepuis", $3::date), d.phase, $2
  from jsonb_to_recordset($1::jsonb) d("structureId" text, phase text, "phaseDepuis" date)
  on conflict (structure_id, depuis) do update set (phase, source) = (excluded.phase, excluded.source)`;

const MEDICOBUS = `
  insert into structures.medicobus (structure_id, statut, vague, publics_prioritaires, source, declare_le, publics_source, publics_le,
    programme_source, programme_le)
  select d."structureId", d.statut, d.vague, array(select jsonb_array_elements_text(d."publicsPrioritaires")), $2, $3::date, $2, $3::date,
    $2, $3::date
  from jsonb_to_recordset($1::jsonb) d("structureId" text, statut text, vague integer, "publicsPrioritaires" jsonb)
  on conflict (structure_id) do update set (statut, vague, publics_prioritaires, source) =
    (excluded.statut, excluded.vague, excluded.publics_prioritaires, excluded.source)`;

const PASSAGES = `
  insert into structures.passage (medicobus_id, debut, fin, code_insee, lieu)
  select d."medicobusId", d.debut, d.fin, d."codeInsee", d.lieu
  from jsonb_to_recordset($1::jsonb) d("medicobusId" text, debut timestamptz, fin timestamptz, "codeInsee" text, lieu text)
  on conflict (medicobus_id, debut) do update set (fin, code_insee, lieu) = (excluded.fin, excluded.code_insee, excluded.lieu)`;
