import { createHash } from "node:crypto";
import type { Database, Sql } from "@coordination/database";
import type { Acteur } from "./acteur.ts";
import { saisieInvalide } from "./erreurs.ts";

/** One write asked by a client. */
export interface DemandeEcriture {
  /** Null for the few writes that are open to everyone. */
  readonly acteur: Acteur | null;
  /** The mutation's name. */
  readonly operation: string;
  /** `cleIdempotence`, chosen by the client: 8 to 200 characters. */
  readonly cle: string;
  /** All that the client sent, so that a key serves one demand only. */
  readonly input: unknown;
  /** Everything is done, then undone: the same verdict, nothing written, and the key stays free. */
  readonly aBlanc?: boolean;
}

/** Carries the result of a dry run out of the transaction that it rolls back. */
class EssaiABlanc<Resultat> extends Error {
  constructor(readonly resultat: Resultat) {
    super("essai à blanc");
  }
}

const CLE_MINIMUM = 8;
const CLE_MAXIMUM = 200;
const SANS_ACTEUR = "";

/** How long a key is remembered; after that, the same key is a new demand. */
const MEMOIRE = "7 days";

/**
 * Runs a write in one transaction, once per (actor, key): the same demand again gets the first result, and two at the same
 * time wait for each other. `ecrire` returns JSON (identifiers, rather than rows that change). The service's schema has a
 * table `ecriture`. Throws BAD_USER_INPUT on `cleIdempotence` when the key is too short, too long, or served another demand;
 * whatever `ecrire` throws, and then nothing is kept: the same key may be used again. A key is remembered seven days.
 */
export async function ecrireUneFois<Resultat>(
  database: Database,
  { acteur, operation, cle, input, aBlanc = false }: DemandeEcriture,
  ecrire: (tx: Sql) => Promise<Resultat>,
): Promise<Resultat> {
  if (cle.length < CLE_MINIMUM || cle.length > CLE_MAXIMUM) {
    throw saisieInvalide(
      "cleIdempotence",
      `La clé d'idempotence compte de ${CLE_MINIMUM} à ${CLE_MAXIMUM} caractères (un UUID convient).`,
    );
  }
  const qui = acteur?.sub ?? SANS_ACTEUR;
  const empreinte = createHash("sha256")
    .update(JSON.stringify([operation, input]))
    .digest("base64url");
  const travail = database.transaction(async (tx) => {
    // Waits here for the same key under way elsewhere: its row is then seen, or gone.
    const prise = await tx.query(
      `insert into ecriture (acteur, cle, operation, empreinte) values ($1, $2, $3, $4)
       on conflict (acteur, cle) do update
         set operation = excluded.operation, empreinte = excluded.empreinte, resultat = null, faite_le = now()
         where ecriture.faite_le < now() - interval '${MEMOIRE}' returning cle`,
      [qui, cle, operation, empreinte],
    );
    if (prise.length === 0) return dejaFaite<Resultat>(tx, { qui, cle, empreinte });
    const resultat = await ecrire(tx);
    if (aBlanc) throw new EssaiABlanc(resultat);
    await tx.query("update ecriture set resultat = $3 where acteur = $1 and cle = $2", [
      qui,
      cle,
      JSON.stringify(resultat),
    ]);
    return resultat;
  });
  return travail.catch((error: unknown) => {
    if (error instanceof EssaiABlanc) return error.resultat as Resultat;
    throw error;
  });
}

async function dejaFaite<Resultat>(
  tx: Sql,
  { qui, cle, empreinte }: { qui: string; cle: string; empreinte: string },
): Promise<Resultat> {
  const [faite] = await tx.query<{ empreinte: string; resultat: Resultat }>(
    "select empreinte, resultat from ecriture where acteur = $1 and cle = $2",
    [qui, cle],
  );
  if (faite?.empreinte !== empreinte) {
    throw saisieInvalide("cleIdempotence", "Cette clé d'idempotence a déjà servi à une autre demande.");
  }
  return faite.resultat;
}
