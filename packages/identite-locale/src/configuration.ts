import { type ClientMetadata, type Configuration, errors } from "oidc-provider";
import { memoireDuProcessus } from "./memoire.ts";
import { pageErreur } from "./page.ts";
import { estNomDeProfil, type Profils, SCOPES, type Scope, scopesDe } from "./profils.ts";
import { profilDuSujet, revendicationsDuClient, revendicationsDuSujet } from "./revendications.ts";
import type { Secrets } from "./secrets.ts";

const UNE_HEURE = 3600;
const DIX_MINUTES = 600;
const UNE_MINUTE = 60;

/** The browser's client: no secret, authorization code with PKCE. */
export const CLIENT_GRAPHIQL = "graphiql";

/** Where a person chooses whom to be. */
export const CHEMIN_CONNEXION = "/connexion/";

interface Parametres {
  readonly audience: string;
  readonly profils: Profils;
  readonly secrets: Secrets;
  readonly redirections: readonly string[];
}

/**
 * Takes what this instance serves; returns the whole set-up of oidc-provider.
 * Every function the library would warn about is given, and what nobody uses here is off.
 */
export function configurationOidc({ audience, profils, secrets, redirections }: Parametres): Configuration {
  const ressource = indicateurDeRessource(audience);
  return {
    adapter: memoireDuProcessus(),
    clients: [...clientsDesProfils(secrets), clientGraphiql(redirections)],
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    clientAuthMethods: ["client_secret_basic", "none"],
    clientBasedCORS: (_ctx, origin) => redirections.some((adresse) => new URL(adresse).origin === origin),
    cookies: { keys: [...secrets.cookies] },
    jwks: { keys: secrets.jwks.keys.map((cle) => ({ ...cle })) },
    responseTypes: ["code"],
    scopes: ["openid"],
    claims: { openid: ["sub"] },
    ttl: {
      AccessToken: UNE_HEURE,
      ClientCredentials: UNE_HEURE,
      IdToken: UNE_HEURE,
      Grant: UNE_HEURE,
      Session: DIX_MINUTES,
      Interaction: DIX_MINUTES,
      AuthorizationCode: UNE_MINUTE,
    },
    // No session is kept (memoire.ts), so nothing may depend on one.
    expiresWithSession: () => false,
    interactions: { url: (_ctx, { uid }) => `${CHEMIN_CONNEXION}${uid}` },
    findAccount: (_ctx, sub) => profilDuSujet(profils, sub) && { accountId: sub, claims: () => ({ sub }) },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = "html";
      ctx.body = pageErreur(error_description ?? error);
    },
    formats: {
      customizers: {
        jwt: (ctx, token, { payload }) => {
          const ajout =
            token.kind === "AccessToken"
              ? revendicationsDuSujet(profils, token.accountId)
              : revendicationsDuClient(profils, token.client?.clientId, ctx.oidc.body);
          Object.assign(payload, ajout);
        },
      },
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => ressource,
        getResourceServerInfo: (_ctx, demandee, client) => {
          if (demandee !== ressource) throw new errors.InvalidTarget("cette API n'est pas servie ici");
          return {
            scope: scopesDuClient(client.clientId).join(" "),
            audience,
            accessTokenTTL: UNE_HEURE,
            accessTokenFormat: "jwt",
            jwt: { sign: { alg: "ES256" } },
          };
        },
      },
    },
  };
}

/** RFC 8707 wants an absolute URI without fragment; an audience that is not one is reached as the default resource. */
export function indicateurDeRessource(audience: string): string {
  return URL.canParse(audience) && !audience.includes("#") ? audience : "urn:coordination:api";
}

/** A profile's client gets its own scopes at most; the browser's, those of whoever signs in (connexion.ts). */
const scopesDuClient = (clientId: string): readonly Scope[] => (estNomDeProfil(clientId) ? scopesDe(clientId) : SCOPES);

function clientsDesProfils(secrets: Secrets): ClientMetadata[] {
  return Object.entries(secrets.clients).map(([nom, secret]) => ({
    client_id: nom,
    client_secret: secret,
    grant_types: ["client_credentials"],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: "client_secret_basic",
  }));
}

function clientGraphiql(redirections: readonly string[]): ClientMetadata {
  return {
    client_id: CLIENT_GRAPHIQL,
    grant_types: ["authorization_code"],
    response_types: ["code"],
    redirect_uris: [...redirections],
    token_endpoint_auth_method: "none",
  };
}
