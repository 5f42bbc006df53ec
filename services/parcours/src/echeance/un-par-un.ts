import type { Database, Sql } from "@coordination/database";

/**
 * Treats each of these in a transaction of its own, so that one that fails takes no other with it.
 * @throws AggregateError, after having done the others, when some could not be treated
 */
export async function traiterUnParUn<Du, Effet>(
  database: Database,
  dus: readonly Du[],
  traiter: (tx: Sql, du: Du) => Promise<Effet>,
): Promise<Effet[]> {
  const faits: Effet[] = [];
  const manques: unknown[] = [];
  for (const du of dus) {
    await database
      .transaction((tx) => traiter(tx, du))
      .then(
        (effet) => faits.push(effet),
        (error: unknown) => manques.push(error),
      );
  }
  if (manques.length > 0) throw new AggregateError(manques, "Des échéances n'ont pas pu être traitées.");
  return faits;
}
