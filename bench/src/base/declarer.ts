import { readFile } from "node:fs/promises";
import { withAdminClient } from "@coordination/database";
import type { TerritoireGenere } from "../generateur/generer.ts";

const SOURCE = "Déclaration inventée pour la mesure";

/** Each CPTS gets its territory, since the first of the year before the files' vintage. */
export async function declarerTerritoires(adminUrl: string, fichier: string): Promise<void> {
  const territoires = JSON.parse(await readFile(fichier, "utf8")) satisfies TerritoireGenere[];
  await withAdminClient(adminUrl, async (client) => {
    await client.query(
      `insert into structures.territoire (id, structure_id, depuis, source)
       select 'banc-' || t.finess, '1' || t.finess, date '2025-01-01', $2
       from jsonb_to_recordset($1::jsonb) as t (finess text, communes text[])`,
      [JSON.stringify(territoires), SOURCE],
    );
    await client.query(
      `insert into structures.territoire_commune (territoire_id, code_insee)
       select 'banc-' || t.finess, unnest(t.communes)
       from jsonb_to_recordset($1::jsonb) as t (finess text, communes text[])`,
      [JSON.stringify(territoires)],
    );
    await client.query("vacuum (analyze) structures.territoire, structures.territoire_commune");
  });
}

/**
 * Who declares an availability, drawn from the identifier so that each load says the same: a third of the general
 * practitioners, fewer of the others; half of them accept new patients, one in seven declarations is past its date.
 */
export const declarerDisponibilites = (adminUrl: string): Promise<unknown> =>
  withAdminClient(adminUrl, async (client) => {
    await client.query(
      `insert into professionals.disponibilite (situation_id, etat, nouveaux_patients, medecin_traitant,
         soins_non_programmes, delai_jours, capacite, releve_le, source, expire_le)
       select id,
              (array['CRENEAU_LIBRE', 'CRENEAU_LIBRE', 'SANS_CRENEAU', 'AGENDA_NON_PARTAGE', 'EVALUATION_NECESSAIRE'])[1 + b % 5],
              (array['OUI', 'OUI', 'NON', 'INCONNU'])[1 + c % 4],
              (array['OUI', 'NON', 'INCONNU'])[1 + c / 4 % 3],
              (array['OUI', 'NON', 'INCONNU'])[1 + c / 16 % 3],
              case when b % 5 < 2 then c / 64 % 12 end, null,
              now() - case when perimee then interval '40 days' else make_interval(days => b / 8 % 10) end, $1,
              now() + case when perimee then interval '-26 days' else make_interval(days => 365) end
       from (select id, profession, savoir_faire, d, b, c, b / 128 % 7 = 0 as perimee
             from (select id, profession, savoir_faire, get_byte(h, 0) * 256 + get_byte(h, 1) as d,
                          get_byte(h, 2) * 256 + get_byte(h, 3) as b, get_byte(h, 4) * 256 + get_byte(h, 5) as c
                   from (select id, profession, savoir_faire, decode(md5(id), 'hex') as h
                         from professionals.situation where ferme_le is null and soignante) hachee) tiree) s
       where d < 65536 * case when profession = '10' and savoir_faire in ('SM26', 'SM53', 'SM54') then 0.34
                              when profession in ('10', '40', '50', '60', '70', '91') then 0.12 else 0 end`,
      [SOURCE],
    );
    await client.query("vacuum (analyze) professionals.disponibilite, professionals.situation");
  });
