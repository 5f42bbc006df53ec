import type { IncomingMessage, ServerResponse } from "node:http";
import { errors, type Provider } from "oidc-provider";
import { CHEMIN_CONNEXION } from "./configuration.ts";
import { enTetesDePage, pageConnexion, pageErreur } from "./page.ts";
import { estNomDeProfil, type Profil, type Profils, SCOPES } from "./profils.ts";

const CORPS_MAXIMUM = 4096;

interface Connexion {
  readonly provider: Provider;
  readonly profils: Profils;
  readonly ressource: string;
  readonly redirections: readonly string[];
}

type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;

/**
 * Answers the sign-in page and its form. The interaction cookie, tied to this path, proves that the browser which
 * answers is the one that was sent here.
 */
export async function repondreConnexion(
  connexion: Connexion,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const enTetes = enTetesDePage(connexion.redirections.map((adresse) => new URL(adresse).origin));
  try {
    const interaction = await interactionDuChemin(connexion.provider, req, res);
    if (req.method !== "POST") {
      res.writeHead(200, enTetes).end(pageConnexion(connexion.profils));
      return;
    }
    await terminer(connexion, interaction, await lireFormulaire(req), req, res);
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError)) throw error;
    res.writeHead(400, enTetes).end(pageErreur("Cette demande de connexion a expiré ou n'est pas la vôtre."));
  }
}

async function interactionDuChemin(
  provider: Provider,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<Interaction> {
  const interaction = await provider.interactionDetails(req, res);
  const { pathname } = new URL(req.url ?? "/", provider.issuer);
  if (pathname !== `${CHEMIN_CONNEXION}${interaction.uid}`) throw new errors.SessionNotFound("autre demande");
  return interaction;
}

async function terminer(
  connexion: Connexion,
  interaction: Interaction,
  formulaire: URLSearchParams,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { provider, profils } = connexion;
  const nom = formulaire.get("profil") ?? "";
  const profil = estNomDeProfil(nom) ? profils.get(nom) : undefined;
  if (profil === undefined) {
    const refus = { error: "access_denied", error_description: "connexion abandonnée" };
    return provider.interactionFinished(req, res, refus, { mergeWithLastSubmission: false });
  }
  const grantId = await accorder(connexion, interaction, profil);
  return provider.interactionFinished(req, res, { login: { accountId: profil.sub }, consent: { grantId } });
}

/** Each person gets the scopes of their profile, whatever the client asked for. */
async function accorder({ provider, ressource }: Connexion, interaction: Interaction, profil: Profil): Promise<string> {
  const grant = new provider.Grant({ accountId: profil.sub, clientId: String(interaction.params.client_id) });
  grant.addOIDCScope("openid");
  grant.addResourceScope(ressource, [...profil.scopes]);
  grant.rejectResourceScope(
    ressource,
    SCOPES.filter((scope) => !profil.scopes.includes(scope)),
  );
  return grant.save();
}

async function lireFormulaire(req: IncomingMessage): Promise<URLSearchParams> {
  let corps = "";
  for await (const morceau of req.setEncoding("utf8")) {
    corps += String(morceau);
    if (corps.length > CORPS_MAXIMUM) throw new errors.InvalidRequest("formulaire trop long");
  }
  return new URLSearchParams(corps);
}
