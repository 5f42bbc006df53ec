import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { estBoucleLocale, exigerPosteLocal, issuerLocal } from "./adresse.ts";
import { CHEMIN_CONNEXION, configurationOidc, indicateurDeRessource } from "./configuration.ts";
import { repondreConnexion } from "./connexion.ts";
import { IdentiteLocaleError } from "./erreur.ts";
import { type AjustementsDeProfils, profilsAjustes } from "./profils.ts";
import { preparerSecrets } from "./secrets.ts";

export interface IdentityProviderOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** When it must differ from http://host:port; without a path. */
  readonly issuer?: string;
  readonly audience: string;
  /** Keys and client secrets are kept in `dataDir`/identite. */
  readonly dataDir: string;
  readonly profils?: AjustementsDeProfils;
  /** Where the browser may come back with a code. By default the API's own page, on the port before this one. */
  readonly redirections?: readonly string[];
  /** Hears of unexpected errors; nothing is ever written on the console. */
  readonly signalerErreur?: (error: unknown) => void;
}

export interface IdentityProvider {
  readonly issuer: string;
  readonly jwksUri: string;
  stop(): Promise<void>;
}

/**
 * Starts the local identity provider, for demonstration and tests. Takes where to listen and for which API; returns its
 * issuer and keys address once it answers. Throws IdentiteLocaleError: PRODUCTION, HOTE_NON_LOCAL, PORT_INDISPONIBLE,
 * SECRETS_ILLISIBLES.
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const { host, audience, dataDir, signalerErreur = () => undefined } = options;
  exigerPosteLocal(host, process.env.NODE_ENV);
  const secrets = await preparerSecrets(dataDir);
  const server = createServer();
  const port = await ecouter(server, host, options.port);

  const adresse = issuerLocal(host, port);
  const redirections = options.redirections ?? [host, "localhost"].map((nom) => `${issuerLocal(nom, port - 1)}/`);
  const profils = profilsAjustes(options.profils ?? {});
  const provider = new Provider(
    options.issuer ?? adresse,
    configurationOidc({ audience, profils, secrets, redirections }),
  );
  // Both: koa's own handler would write errors, and the requests in them, on the console.
  provider.onerror = signalerErreur;
  provider.on("server_error", (_ctx, error) => signalerErreur(error));

  const connexion = { provider, profils, ressource: indicateurDeRessource(audience), redirections };
  const protocole = provider.callback();
  server.on("request", (req, res) => {
    if (!demandeLocale(req)) return void res.writeHead(421).end();
    if (!req.url?.startsWith(CHEMIN_CONNEXION)) return void protocole(req, res);
    repondreConnexion(connexion, req, res).catch((error: unknown) => {
      signalerErreur(error);
      res.writeHead(500).end();
    });
  });
  return { issuer: provider.issuer, jwksUri: `${adresse}/jwks`, stop: () => fermer(server) };
}

/** A page of another site whose name was made to point here (DNS rebinding) gets nothing. */
function demandeLocale({ headers: { host = "" } }: IncomingMessage): boolean {
  const adresse = `http://${host}`;
  return URL.canParse(adresse) && estBoucleLocale(new URL(adresse).hostname);
}

function ecouter(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      const message = `Le fournisseur d'identité local ne peut pas écouter sur ${issuerLocal(host, port)} (port déjà pris ?) : changez PORT, il écoute sur PORT+1.`;
      reject(new IdentiteLocaleError("PORT_INDISPONIBLE", message, { cause }));
    });
    server.listen(port, host.replace(/^\[(.*)\]$/, "$1"), () => resolve((server.address() as AddressInfo).port));
  });
}

/** Stopping twice is stopping once: the server and a signal handler may both ask. */
async function fermer(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
