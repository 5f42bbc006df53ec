import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { withAdminClient } from "@coordination/database";
import { type EcartALAncre, ecrireAncre, lireAncre, type Rupture, verifierLesChaines } from "@coordination/parcours";
import { ouvrirBase } from "./base.ts";
import { executer, UsageError } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";

// Reads the register of accesses, also while the server runs. `ancre` prints where each chain ends, to be kept away from the base;
// `verifier` exits with code 1 at a broken line, or at a chain that is no longer what the anchor says.

const USAGE = "npm run traces -- verifier [--ancre FICHIER] | npm run -s traces -- ancre > FICHIER";

const CAUSES: Readonly<Record<Rupture["cause"], string>> = {
  LIGNE_CHANGEE: "son contenu n'est plus celui qui a été écrit",
  LIGNE_PRECEDENTE_ABSENTE: "elle ne suit pas la ligne qui la précède : une ligne a été retirée, ou ajoutée",
};
const ECARTS: Readonly<Record<EcartALAncre["cause"], string>> = {
  FIN_RETIREE: "des lignes ont été retirées à la fin",
  CHAINE_REECRITE: "des lignes ont été récrites",
};
const ECARTS_DITS = 20;

await executer(async () => {
  const { commande, ancre } = lireArguments();
  const attendue = ancre === undefined ? undefined : await lireFichier(ancre);
  const base = await ouvrirBase(lireConfiguration(process.env));
  try {
    await withAdminClient(base.adminUrl, async (client) => {
      if (commande === "ancre") process.stdout.write(await ecrireAncre(client, new Date()));
      else dire(await verifierLesChaines(client, attendue), attendue !== undefined);
    });
  } finally {
    await base.stop();
  }
});

function lireArguments(): { commande: "ancre" | "verifier"; ancre: string | undefined } {
  const { positionals, values } = lireLigne();
  const [commande, ...reste] = positionals;
  const connue = commande === "verifier" || (commande === "ancre" && values.ancre === undefined);
  if (!connue || reste.length > 0) throw new UsageError(USAGE);
  return { commande, ancre: values.ancre };
}

function lireLigne() {
  try {
    return parseArgs({ allowPositionals: true, options: { ancre: { type: "string" } } });
  } catch {
    throw new UsageError(USAGE);
  }
}

async function lireFichier(chemin: string) {
  const texte = await readFile(chemin, "utf8").catch(() => null);
  const ancre = texte === null ? null : lireAncre(texte);
  if (ancre === null) throw new UsageError(`« ${chemin} » n'est pas une ancre entière du journal des accès. ${USAGE}`);
  return ancre;
}

function dire(
  { lignes, dossiers, premiereRupture, ecarts }: Awaited<ReturnType<typeof verifierLesChaines>>,
  ancree: boolean,
): void {
  const lu = `Journal des accès : ${lignes} ligne(s), ${dossiers} dossier(s)`;
  if (premiereRupture === null) console.log(`${lu}, chaque chaîne est intacte.`);
  else {
    const { id, dossierId, cause } = premiereRupture;
    console.log(`${lu}. Première rupture à la ligne ${id} du dossier ${dossierId} : ${CAUSES[cause]}.`);
  }
  for (const { dossierId, cause, lignes: lues, ancrees } of ecarts.slice(0, ECARTS_DITS))
    console.log(`Dossier ${dossierId} : ${ECARTS[cause]} ; ${lues} ligne(s), l'ancre en compte ${ancrees}.`);
  if (ecarts.length > ECARTS_DITS) console.log(`… et ${ecarts.length - ECARTS_DITS} autre(s) dossier(s).`);
  if (ecarts.length === 0)
    console.log(
      ancree ? "Rien n'a été retiré depuis l'ancre." : "Sans ancre, une fin de chaîne retirée ne se voit pas.",
    );
  if (premiereRupture !== null || ecarts.length > 0) process.exitCode = 1;
}
