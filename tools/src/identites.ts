import { withAdminClient } from "@coordination/database";
import { createCoffre, lireCles, renouvelerLesCles } from "@coordination/parcours";
import { ouvrirBase } from "./base.ts";
import { executer, UsageError } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";

// `npm run identites -- renouveler`: after a new key was put first in IDENTITE_CLES; also while the server runs.

const USAGE = "npm run identites -- renouveler";

await executer(async () => {
  const [commande, ...reste] = process.argv.slice(2);
  if (commande !== "renouveler" || reste.length > 0) throw new UsageError(USAGE);
  const base = await ouvrirBase(lireConfiguration(process.env));
  try {
    const { cles, index } = lireCles(process.env, base.secret);
    const cleCourante = cles[0]?.nom ?? "";
    const faits = await withAdminClient(base.adminUrl, (client) =>
      renouvelerLesCles(client, { coffre: createCoffre(cles, index), cleCourante }),
    );
    for (const { table, textes } of faits) console.log(`${table} : ${textes} texte(s) chiffré(s) de nouveau`);
    console.log(`Tout est écrit sous la clé « ${cleCourante} » : les autres peuvent être retirées.`);
  } finally {
    await base.stop();
  }
});
