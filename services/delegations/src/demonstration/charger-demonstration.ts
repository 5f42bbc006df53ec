import type pg from "pg";

/** A declared team: people by their directory identifier (8 + RPPS), dates AAAA-MM-JJ. */
export interface EquipeDeDemonstration {
  /** Code of the delegation. */
  readonly delegation: string;
  readonly structureId: string;
  readonly declareeLe: string;
  readonly delegants: readonly string[];
  readonly delegues: readonly DelegueDeDemonstration[];
}

interface DelegueDeDemonstration {
  readonly professionnelId: string;
  /** Null when nobody attested the training. */
  readonly formationAttesteeLe: string | null;
  readonly organisme: string | null;
}

export interface DonneesDelegations {
  readonly equipes: readonly EquipeDeDemonstration[];
}

/**
 * Declares the teams of a demonstration; a second run writes nothing. A team is known by its delegation, its structure and
 * its day of declaration. Runs in the caller's transaction, on an administrator's connection, once the catalogue and the
 * structures are there.
 * @throws Error when a team names a delegation that the catalogue has not; pg's error when a structure is unknown
 */
export async function chargerDemonstration(client: pg.Client, { equipes }: DonneesDelegations): Promise<void> {
  await exigerDelegations(client, equipes);
  await client.query(
    `insert into delegations.equipe (id, delegation, structure_id, declaree_le)
     select ${IDENTIFIANT}, delegation, "structureId", "declareeLe"::date from ${EQUIPES}
     on conflict (id) do nothing`,
    [JSON.stringify(equipes)],
  );
  await client.query(
    `insert into delegations.equipe_membre (equipe_id, professionnel_id, role, formation_attestee_le, organisme)
     select ${IDENTIFIANT}, m."professionnelId", m.role, m."formationAttesteeLe", m.organisme
     from ${EQUIPES}
     cross join lateral (
       select delegant, 'DELEGANT', null::date, null from jsonb_array_elements_text(delegants) delegant
       union all
       select "professionnelId", 'DELEGUE', "formationAttesteeLe", organisme
       from jsonb_to_recordset(delegues) d ("professionnelId" text, "formationAttesteeLe" date, organisme text)
     ) m ("professionnelId", role, "formationAttesteeLe", organisme)
     on conflict (equipe_id, professionnel_id) do nothing`,
    [JSON.stringify(equipes)],
  );
}

const EQUIPES = `jsonb_to_recordset($1::jsonb)
  e (delegation text, "structureId" text, "declareeLe" text, delegants jsonb, delegues jsonb)`;

const IDENTIFIANT = `md5(concat_ws('|', delegation, "structureId", "declareeLe"))::uuid::text`;

async function exigerDelegations(client: pg.Client, equipes: readonly EquipeDeDemonstration[]): Promise<void> {
  const { rows } = await client.query<{ code: string }>(
    `select distinct code from unnest($1::text[]) code
     where not exists (select from delegations.version_delegation v where v.code = code.code) order by code`,
    [equipes.map(({ delegation }) => delegation)],
  );
  if (rows.length > 0)
    throw new Error(`Délégations absentes du catalogue : ${rows.map(({ code }) => code).join(", ")}.`);
}
