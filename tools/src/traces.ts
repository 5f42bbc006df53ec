import { withAdminClient } from "@coordination/database";
import { type Rupture, verifierLesChaines } from "@coordination/parcours";
import { ouvrirBase } from "./base.ts";
import { executer, UsageError } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";

// `npm run traces -- verifier`: reads the register of accesses, also while the server runs; exit code 1 at a broken line.

const USAGE = "npm run traces -- verifier";

const CAUSES: Readonly<Record<Rupture["cause"], string>> = {
  LIGNE_CHANGEE: "son contenu n'est plus celui qui a été écrit",
  LIGNE_PRECEDENTE_ABSENTE: "elle ne suit pas la ligne qui la précède : une ligne a été retirée, ou ajoutée",
};

await executer(async () => {
  const [commande, ...reste] = process.argv.slice(2);
  if (commande !== "verifier" || reste.length > 0) throw new UsageError(USAGE);
  const base = await ouvrirBase(lireConfiguration(process.env));
  try {
    const { lignes, dossiers, premiereRupture } = await withAdminClient(base.adminUrl, verifierLesChaines);
    const lu = `${lignes} ligne(s), ${dossiers} dossier(s)`;
    if (premiereRupture === null) {
      console.log(`Journal des accès : ${lu}, chaque chaîne est intacte.`);
      return;
    }
    const { id, dossierId, cause } = premiereRupture;
    console.log(
      `Journal des accès : ${lu}. Première rupture à la ligne ${id} du dossier ${dossierId} : ${CAUSES[cause]}.`,
    );
    process.exitCode = 1;
  } finally {
    await base.stop();
  }
});
