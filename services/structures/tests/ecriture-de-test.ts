import { randomUUID } from "node:crypto";
import type { Acteur } from "@coordination/server-kit";
import type { AnnuaireDeTest } from "./annuaire-de-test.ts";

/** What a mutation answered: its result, or the extensions of its error. */
interface Reponse {
  readonly resultat: Record<string, unknown> | null;
  readonly erreur: Record<string, unknown> | null;
}

export type Muter = (variables: object, acteur?: Acteur, cle?: string) => Promise<Reponse>;

/**
 * How to run one mutation: `signature` declares its variables (« $input: AdhererInput! »), and `champs` is what comes back.
 * A new key each time unless one is given.
 */
export function mutation(
  annuaire: () => AnnuaireDeTest,
  nom: string,
  { signature, champs }: { signature: string; champs: string },
): Muter {
  const passes = [...signature.matchAll(/\$(\w+):/g)].map(([, variable]) => `${variable}: $${variable}`).join(", ");
  const question = `mutation(${signature}, $cle: ID!) { resultat: ${nom}(${passes}, cleIdempotence: $cle) { ${champs} } }`;
  return async (variables, acteur, cle = randomUUID()) => {
    const { data, errors } = await annuaire().executer(question, { ...variables, cle }, acteur);
    const lu = data === null || data === undefined ? {} : (JSON.parse(JSON.stringify(data)) as Partial<Reponse>);
    return { resultat: lu.resultat ?? null, erreur: errors?.[0]?.extensions ?? null };
  };
}
