import { importerFichier } from "@coordination/tools";
import { urlDeLaBase } from "../concurrents/enfant.ts";

// One import in a process of its own, whose memory is then the importer's: `import.process.js FILE`.
const [, , fichier = ""] = process.argv;
const debut = performance.now();
const rapport = await importerFichier(urlDeLaBase(), "rpps", fichier);
process.send?.({
  dureeMs: performance.now() - debut,
  // Kilobytes, on every system that Node reports it for.
  rssMo: process.resourceUsage().maxRSS / 1024,
  rapport: rapport.toJSON(),
});
