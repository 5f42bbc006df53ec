import type { CodeErreur } from "@coordination/server-kit";
import type { FormattedExecutionResult } from "graphql";
import type { Dispatcher } from "undici";
import { TransportFailure } from "./transport.ts";

/** What Apollo's own data source makes of a subgraph that refuses by a status. */
const REFUSALS: ReadonlyMap<number, CodeErreur> = new Map([
  [401, "UNAUTHENTICATED"],
  [403, "FORBIDDEN"],
]);

/**
 * The GraphQL answer of a subgraph; anything but JSON in a 2xx is a failure. `refusals`: 401 and 403 are meant for the
 * client. A subgraph that we seal calls for refuses the gateway, never its client.
 */
export async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { refusals }: { refusals: boolean },
): Promise<FormattedExecutionResult> {
  if (statusCode < 200 || statusCode > 299) {
    await body.dump();
    const code = refusals ? REFUSALS.get(statusCode) : undefined;
    const message = `état HTTP ${statusCode}`;
    throw code === undefined
      ? new TransportFailure(message)
      : new TransportFailure(message, { code, nature: "propreALaDemande" });
  }
  const contentType = String(headers["content-type"] ?? "");
  const text = await body.text();
  if (!/^application\/(graphql-response\+)?json\b/.test(contentType)) {
    throw new TransportFailure("réponse d'un autre type que JSON");
  }
  try {
    return JSON.parse(text) as FormattedExecutionResult;
  } catch {
    // The parser's own message quotes the body, which may be about a person.
    throw new TransportFailure("réponse JSON illisible");
  }
}

const TARDIVES = new Set(["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);
const TROP_GRANDE = "UND_ERR_RES_EXCEEDED_MAX_SIZE";

/**
 * The failure that an error of the HTTP client stands for, by its code: some of its errors quote what was received.
 * `enRetard` says what it is that the time given to the exchange was not enough.
 */
export function explainFailure(error: unknown, enRetard: "tardive" | "pressee"): TransportFailure {
  if (error instanceof TransportFailure) return error;
  const { name = "", code = name } = error as { name?: string; code?: string | number };
  const message = `échange interrompu (${code === 23 ? name : code})`;
  if (name === "TimeoutError") return new TransportFailure(message, { nature: enRetard });
  if (TARDIVES.has(String(code))) return new TransportFailure(message, { nature: "tardive" });
  return new TransportFailure(message, code === TROP_GRANDE ? { nature: "propreALaDemande" } : {});
}
