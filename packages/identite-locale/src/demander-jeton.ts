import { indicateurDeRessource } from "./configuration.ts";
import { IdentiteLocaleError } from "./erreur.ts";
import { estNomDeProfil, NOMS_DE_PROFIL, scopesDe } from "./profils.ts";
import { lireSecretDuClient } from "./secrets.ts";

const DELAI_MS = 10_000;

export interface DemandeDeJeton {
  /** The local provider, as `startIdentityProvider` returned it or `issuerLocal` computes it. */
  readonly issuer: string;
  /** The folder given to the provider: the client secrets are there. */
  readonly dataDir: string;
  readonly profil: string;
  readonly rpps?: string;
  readonly structures?: readonly string[];
  /** The API the token is for; by default the only one the provider serves. */
  readonly audience?: string;
}

export interface JetonObtenu {
  readonly jeton: string;
  readonly expireDansSecondes: number;
  readonly scopes: readonly string[];
}

/**
 * Takes a profile, and another person or structures to stand in for its own; returns an access token of the local provider.
 * Throws IdentiteLocaleError: PROFIL_INCONNU, FOURNISSEUR_INJOIGNABLE, JETON_REFUSE, SECRETS_ILLISIBLES.
 */
export async function demanderJeton(demande: DemandeDeJeton): Promise<JetonObtenu> {
  const { issuer, dataDir, profil } = demande;
  if (!estNomDeProfil(profil)) {
    throw new IdentiteLocaleError(
      "PROFIL_INCONNU",
      `Profil inconnu : « ${profil} ». Profils possibles : ${NOMS_DE_PROFIL.join(", ")}.`,
    );
  }
  const secret = await lireSecretDuClient(dataDir, profil);
  if (secret === null) throw injoignable(issuer, `aucun secret dans « ${dataDir} »`);
  const response = await envoyer(issuer, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${profil}:${secret}`).toString("base64")}`,
      accept: "application/json",
    },
    body: corpsDe(demande, scopesDe(profil)),
    signal: AbortSignal.timeout(DELAI_MS),
  });
  return lireReponse(issuer, response);
}

function corpsDe({ rpps, structures = [], audience }: DemandeDeJeton, scopes: readonly string[]): URLSearchParams {
  const corps = new URLSearchParams({ grant_type: "client_credentials" });
  if (scopes.length > 0) corps.set("scope", scopes.join(" "));
  if (audience !== undefined) corps.set("resource", indicateurDeRessource(audience));
  if (rpps !== undefined) corps.set("rpps", rpps);
  for (const structure of structures) corps.append("structure", structure);
  return corps;
}

async function envoyer(issuer: string, requete: RequestInit): Promise<Response> {
  try {
    return await fetch(`${issuer}/token`, requete);
  } catch (cause) {
    throw injoignable(issuer, "pas de réponse", cause);
  }
}

async function lireReponse(issuer: string, response: Response): Promise<JetonObtenu> {
  const corps: unknown = await response.json().catch((cause: unknown) => {
    throw injoignable(issuer, "ce qui répond n'est pas lui", cause);
  });
  if (estReponseDeJeton(corps)) {
    return {
      jeton: corps.access_token,
      expireDansSecondes: corps.expires_in,
      scopes: corps.scope?.split(" ") ?? [],
    };
  }
  throw new IdentiteLocaleError("JETON_REFUSE", `Le fournisseur d'identité ${issuer} refuse : ${motifDuRefus(corps)}.`);
}

interface ReponseDeJeton {
  readonly access_token: string;
  readonly expires_in: number;
  readonly scope?: string;
}

const estReponseDeJeton = (corps: unknown): corps is ReponseDeJeton =>
  typeof corps === "object" && corps !== null && "access_token" in corps && typeof corps.access_token === "string";

function motifDuRefus(corps: unknown): string {
  if (typeof corps !== "object" || corps === null || !("error" in corps)) return "réponse inattendue";
  if (corps.error === "invalid_client") return "le secret du profil n'est pas le sien (même DATA_DIR que le serveur ?)";
  if (corps.error === "invalid_target")
    return "il ne délivre pas de jeton pour cette API (même AUDIENCE que le serveur ?)";
  return String("error_description" in corps ? corps.error_description : corps.error);
}

const injoignable = (issuer: string, precision: string, cause?: unknown) =>
  new IdentiteLocaleError(
    "FOURNISSEUR_INJOIGNABLE",
    `Le fournisseur d'identité local ne répond pas à ${issuer} (${precision}). Démarrez-le avec « npm start », avec les mêmes PORT, HOST et DATA_DIR.`,
    { cause },
  );
