import type { FormattedExecutionResult } from "graphql";
import { request } from "undici";
import type { ExecuterParLaPasserelle } from "./annuaire.ts";
import { ENTETE_JETON_INTERNE, PORTE_DE_LA_PASSERELLE, type SceauInterne } from "./sceau.ts";

/** The internal door over HTTP: POST `url` (the gateway's `/interne/graphql`) with the actor signed for the gateway. */
export const executerParHttp =
  ({ url, sceau, timeoutMs }: { url: string; sceau: SceauInterne; timeoutMs: number }): ExecuterParLaPasserelle =>
  async (operation, appel) => {
    const corps = JSON.stringify(operation);
    const jeton = await sceau.signer(PORTE_DE_LA_PASSERELLE, appel, corps);
    const reponse = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", [ENTETE_JETON_INTERNE]: jeton },
      body: corps,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    return (await reponse.body.json()) as FormattedExecutionResult;
  };
