import { findProfession, genreSoignant, secteurExclu } from "@coordination/referentiels";
import type pg from "pg";
import { BARRIERE, sqlCle, sqlFinessValide, sqlListe, sqlNombreFiness, sqlNombreRpps, sqlRppsValide } from "./sql.ts";

/** What a usable line says of an activity: the columns of `situation` that come from the file, in the order of its print. */
export const CONTENU = [
  "rpps",
  "profession",
  "categorie",
  "savoir_faire",
  "libelle_savoir_faire",
  "type_savoir_faire",
  "mode",
  "secteur",
  "genre_activite",
  "fonction",
  "soignante",
  "structure_id",
  "raison_sociale",
  "adresse",
  "code_postal",
  "ville",
  "pays",
  "francaise",
  "code_commune_source",
  "departement_source",
  "telephone",
  "telephone_secondaire",
  "courriel",
] as const;
const FRANCE = "99000";
const GENRE_ORDINAIRE = "GENR01";

/** A French commune's INSEE code, as `codeInseeValide` of the code lists tells it. */
const CODE_INSEE = "^(0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-578])[0-9]{3}$";

/**
 * Reads `import_rpps_brut` into `import_rpps_lu`: one row per line, with why it is left out (`motif`, a key of `REJETS`) or
 * what it says (domaine.md §1.1), the key of its activity and the print of its content. An empty field is null already.
 *
 * The print only tells a change from one load to the next: it is the cheapest hash of a row that PostgreSQL has. Where it
 * is computed otherwise (another major version, other hardware), the next load writes each row once more, and no id moves.
 */
export async function normaliser(client: pg.Client): Promise<void> {
  const codes = await lireCodes(client);
  await client.query(`
    create unlogged table professionals.import_rpps_lu as
    select ligne, motif, nom, prenom, civilite, ${CONTENU.join(", ")}, etrangere, finess_invalide, sans_activite, profession_inconnue,
      case when motif is null then ${sqlCle(CLE)} end as cle,
      case when motif is null then to_hex(hash_record_extended(row(${CONTENU.join(", ")}), 0)) end as empreinte
    from (
      select ligne, rpps, nom, coalesce(prenom, '') as prenom, coalesce(civiliteExercice, civilite) as civilite,
        case when typeIdentifiant = '0' then 'adeli'
             when typeIdentifiant is distinct from '8' or not rpps_valide then 'rpps'
             when secteur = any(${sqlListe(client, codes.secteursExclus)}) then 'secteur'
             when nom is null then 'nom'
             when profession is null then 'profession' end as motif,
        profession, categorie, savoirFaire as savoir_faire, libelleSavoirFaire as libelle_savoir_faire,
        typeSavoirFaire as type_savoir_faire, mode, secteur, genre as genre_activite, fonction,
        (genre is null or genre = any(${sqlListe(client, codes.genresSoignants)})) and not sans_activite as soignante,
        case when finess_valide then '1' || finess_du_site end as structure_id,
        coalesce(raisonSociale, enseigne) as raison_sociale,
        concat_ws(e'\\n', destinataire, pointGeographique, nullif(concat_ws(' ', nullif(concat(numeroVoie, indiceVoie), ''), typeVoie, voie), ''),
          distribution) as adresse,
        codePostal as code_postal, coalesce(commune, cedex) as ville,
        coalesce(pays, case when francaise then 'France' else 'Étranger' end) as pays, francaise,
        case when francaise and insee_valide then codeCommune end as code_commune_source,
        case when departement is not null then case when length(departement) < 2 then '0' || upper(departement) else upper(departement) end
             when insee_valide then left(codeCommune, case when codeCommune ~ '^9[78]' then 3 else 2 end)
             when not francaise then null
             when codePostal ~ '^20[01]' then '2A'
             when codePostal like '20%' then '2B'
             else left(codePostal, case when codePostal ~ '^9[78]' then 3 else 2 end) end as departement_source,
        telephone, telephoneSecondaire as telephone_secondaire, courriel,
        structure, siret, not francaise as etrangere, finess_du_site is not null and not finess_valide as finess_invalide, sans_activite,
        not profession = any(${sqlListe(client, codes.professionsConnues)}) as profession_inconnue
      from (
        select *, ${sqlRppsValide("nombre_rpps")} as rpps_valide, ${sqlFinessValide("nombre_finess")} as finess_valide
        from (
          select b.*, right(identifiant, 11) as rpps, ${sqlNombreRpps("identifiant")} as nombre_rpps,
            coalesce(finess, case when structure like 'F_%' then substr(structure, 2) end) as finess_du_site,
            ${sqlNombreFiness("coalesce(finess, case when structure like 'F_%' then substr(structure, 2) end)")} as nombre_finess,
            coalesce(codePays, '${FRANCE}') = '${FRANCE}' and (codePostal is null or codePostal ~ '^[0-9]{5}$') as francaise,
            coalesce(codeCommune ~ '${CODE_INSEE}', false) as insee_valide,
            coalesce(secteur, mode, structure, raisonSociale) is null as sans_activite
          from professionals.import_rpps_brut b ${BARRIERE}) lue
        ${BARRIERE}) verifiee
      ${BARRIERE}) ligne_lue`);
  await client.query("analyze professionals.import_rpps_lu");
}

/**
 * What makes two lines the same activity from one file to the next: neither address nor phone. The ordinary kind of
 * activity counts as none, so that a file of 52 columns and one of 56 name the same situations.
 */
const CLE = [
  ...["rpps", "profession", "savoir_faire", "mode", "coalesce(structure_id, structure, siret, '')", "secteur"],
  ...[`nullif(genre_activite, '${GENRE_ORDINAIRE}')`, "fonction"],
];

interface Codes {
  readonly professionsConnues: readonly string[];
  readonly secteursExclus: readonly string[];
  readonly genresSoignants: readonly string[];
}

/** The codes of the file, sorted by the code lists: those are not copied into SQL. */
async function lireCodes(client: pg.Client): Promise<Codes> {
  const { rows } = await client.query<{ profession: string | null; secteur: string | null; genre: string | null }>(
    "select distinct profession, secteur, genre from professionals.import_rpps_brut",
  );
  const distincts = (colonne: "profession" | "secteur" | "genre"): string[] => [
    ...new Set(rows.flatMap((row) => row[colonne] ?? [])),
  ];
  return {
    professionsConnues: distincts("profession").filter((code) => findProfession(code) !== null),
    secteursExclus: distincts("secteur").filter((code) => secteurExclu(code)),
    genresSoignants: distincts("genre").filter((code) => genreSoignant(code)),
  };
}
