import { withAdminClient } from "@coordination/database";
import { createCoffre, indexerLesNoms, lireCles, renouvelerLesCles } from "@coordination/parcours";
import { ouvrirBase } from "./base.ts";
import { executer, UsageError } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";

// `npm run identites -- renouveler`: after a new key was put first in IDENTITE_CLES; also while the server runs.
// `npm run identites -- indexer`: once, for people written down before cases could be found by a name; also while the server runs.

const USAGE = "npm run identites -- renouveler|indexer";

await executer(async () => {
  const [commande, ...reste] = process.argv.slice(2);
  if ((commande !== "renouveler" && commande !== "indexer") || reste.length > 0) throw new UsageError(USAGE);
  const base = await ouvrirBase(lireConfiguration(process.env));
  try {
    const { cles, index } = lireCles(process.env, base.secret);
    const coffre = createCoffre(cles, index);
    await withAdminClient(base.adminUrl, async (client) => {
      if (commande === "indexer") {
        console.log(`${await indexerLesNoms(client, coffre)} personne(s) se retrouvent maintenant par leur nom`);
        return;
      }
      const cleCourante = cles[0]?.nom ?? "";
      for (const { table, textes } of await renouvelerLesCles(client, { coffre, cleCourante }))
        console.log(`${table} : ${textes} texte(s) chiffré(s) de nouveau`);
      console.log(`Tout est écrit sous la clé « ${cleCourante} » : les autres peuvent être retirées.`);
    });
  } finally {
    await base.stop();
  }
});
