import type { Sql } from "@coordination/database";
import type { Contexte } from "../context.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { requireProfessionnel, structuresDe } from "./cible.ts";
import { dater } from "./declaration.repository.ts";
import { declarerUneFois } from "./declarer-une-fois.ts";
import { exigerDeclarant, exigerDroit } from "./droit.ts";
import type { Declaration } from "./qui-declare.rule.ts";

/** A declaration about a person, as the client sent it. */
interface Demande {
  readonly declaration: Declaration;
  readonly operation: string;
  readonly cle: string;
  readonly input: { readonly professionnelId: string };
}

/** Checks the input (BAD_USER_INPUT), and gives what is then to be written. */
type Lire = () => (tx: Sql) => Promise<void>;

/** Throws RULE_NOT_MET when this cannot be of somebody who practises so. */
type Juger = (situations: readonly LigneSituation[]) => void;

/** The steps that every declaration about a person shares, in their order. Returns the person's identifier. */
export async function declarerPourUnePersonne(
  contexte: Contexte,
  { declaration, operation, cle, input }: Demande,
  lire: Lire,
  juger: Juger = () => undefined,
): Promise<string> {
  exigerDeclarant(contexte);
  const ecrire = lire();
  const { professionnel, situations } = await requireProfessionnel(contexte, input.professionnelId);
  await exigerDroit(contexte, { declaration, professionnel, structures: structuresDe(situations) });
  juger(situations);
  return declarerUneFois(contexte, { operation, cle, input }, async (tx) => {
    await ecrire(tx);
    await dater(tx, "professionnel", professionnel.id);
    return professionnel.id;
  });
}
