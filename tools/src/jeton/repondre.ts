import { parseArgs } from "node:util";
import { demanderJeton, issuerLocal, NOMS_DE_PROFIL } from "@coordination/identite-locale";
import { UsageError } from "../commande.ts";
import type { Configuration } from "../configuration.ts";

const USAGE = `npm run -s jeton -- PROFIL [--rpps N] [--structure ID]… [--json]
Profils : ${NOMS_DE_PROFIL.join(", ")}`;

/**
 * Takes the words typed after the command and the configuration that the server reads too; returns the line to print.
 * Throws UsageError, or IdentiteLocaleError when no token is given.
 */
export async function repondreJeton(
  mots: readonly string[],
  { host, port, dataDir, fournisseur }: Configuration,
): Promise<string> {
  if (fournisseur !== undefined) {
    throw new UsageError(
      `Cette commande ne connaît que le fournisseur d'identité local ; ISSUER désigne ${fournisseur.issuer} : demandez-lui le jeton.`,
    );
  }
  const { profil, json, rpps, structures } = lireMots(mots);
  const obtenu = await demanderJeton({
    issuer: issuerLocal(host, port + 1),
    dataDir,
    profil,
    ...(rpps === undefined ? {} : { rpps }),
    ...(structures === undefined ? {} : { structures }),
  });
  return json ? JSON.stringify(obtenu) : obtenu.jeton;
}

function lireMots(mots: readonly string[]) {
  const {
    positionals: [profil, ...reste],
    values: { json, rpps, structure: structures },
  } = analyser(mots);
  if (profil === undefined || reste.length > 0) throw new UsageError(`Indiquez un profil, et un seul.\n${USAGE}`);
  return { profil, json, rpps, structures };
}

function analyser(mots: readonly string[]) {
  try {
    return parseArgs({
      args: [...mots],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        rpps: { type: "string" },
        structure: { type: "string", multiple: true },
      },
    });
  } catch (cause) {
    throw new UsageError(`Option inconnue ou sans valeur.\n${USAGE}`, { cause });
  }
}
