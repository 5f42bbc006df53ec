import type { FormattedExecutionResult } from "graphql";
import { request } from "undici";
import type { SceauInterne } from "./acteur.ts";
import type { ExecuterParLaPasserelle } from "./annuaire.ts";
import { ENTETE_JETON_INTERNE } from "./serveur.ts";

/** The internal door over HTTP: POST `url` (the gateway's `/interne/graphql`) with the actor signed for the gateway. */
export const executerParHttp =
  ({ url, sceau, timeoutMs }: { url: string; sceau: SceauInterne; timeoutMs: number }): ExecuterParLaPasserelle =>
  async (operation, appel) => {
    const jeton = await sceau.signer("coordination-gateway", appel);
    const reponse = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", [ENTETE_JETON_INTERNE]: jeton },
      body: JSON.stringify(operation),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    return (await reponse.body.json()) as FormattedExecutionResult;
  };
