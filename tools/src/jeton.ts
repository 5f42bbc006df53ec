import { executer } from "./commande.ts";
import { lireConfiguration } from "./configuration.ts";
import { repondreJeton } from "./jeton/repondre.ts";

// `npm run -s jeton -- PROFIL [--rpps N] [--structure ID]… [--json]`: an access token of the local provider on stdout, nothing else.

await executer(async () => {
  console.log(await repondreJeton(process.argv.slice(2), lireConfiguration(process.env)));
});
