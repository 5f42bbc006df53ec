import type { FormattedExecutionResult } from "graphql";
import { request } from "undici";
import type { ExecuterParLaPasserelle } from "./annuaire.ts";
import { ENTETE_JETON_INTERNE, PORTE_DE_LA_PASSERELLE, type SceauInterne } from "./sceau.ts";

/** Where the internal door is, and how to be let in; `entetes` continue the trace of the request that is served. */
interface Porte {
  readonly url: string;
  readonly sceau: SceauInterne;
  readonly timeoutMs: number;
  readonly entetes?: (() => Readonly<Record<string, string>>) | undefined;
}

/** The internal door over HTTP: POST `url` (the gateway's `/interne/graphql`) with the actor signed for the gateway. */
export const executerParHttp =
  ({ url, sceau, timeoutMs, entetes }: Porte): ExecuterParLaPasserelle =>
  async (operation, appel) => {
    const corps = JSON.stringify(operation);
    const jeton = await sceau.signer(PORTE_DE_LA_PASSERELLE, appel, corps);
    const reponse = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", [ENTETE_JETON_INTERNE]: jeton, ...entetes?.() },
      body: corps,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    return (await reponse.body.json()) as FormattedExecutionResult;
  };
