import { isUtf8 } from "node:buffer";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { RefusHttp, refusDeStatut } from "./refus.ts";
import { estAVerifier, refuserTexteImpropre } from "./texte.ts";

const CHARSET_ETRANGER = /;\s*charset\s*=\s*(?!"?utf-8"?\s*(?:;|$))/i;
/** Headers of which a second copy could be read otherwise by a proxy than by us. */
const ENTETES_UNIQUES = ["authorization", "content-type", "host", "origin"] as const;

/** A body is JSON in UTF-8, as it stands: 415 for any other type, charset or encoding, 400 for what does not read. */
export function lireDuJsonSeulement(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const lireJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, corps: Buffer, fini) => {
    if (!isUtf8(corps)) return fini(refusDeStatut(400));
    const texte = corps.toString("utf8");
    // fastify types the parser as one that may answer a promise; it answers by `fini` only.
    void lireJson(request, texte, (error, lu) => {
      if (error !== null || !estAVerifier(texte)) return fini(error, lu);
      try {
        refuserTexteImpropre(lu);
        fini(null, lu);
      } catch (refus) {
        fini(refus as Error);
      }
    });
  });
}

/** Throws 415 or 400 for headers that announce a body we would not read, name no host, or say two things at once. */
export function verifierEntetes({ headers, raw }: FastifyRequest): void {
  if (headers.host === undefined && raw.httpVersion !== "1.0") {
    throw new RefusHttp(400, { champ: "host", phrase: "L'en-tête host manque." });
  }
  if (headers["content-encoding"] !== undefined) throw refusDeStatut(415);
  const type = headers["content-type"];
  if (type !== undefined && type !== "application/json" && CHARSET_ETRANGER.test(type)) throw refusDeStatut(415);
  // As many names as headers: none came twice.
  if (raw.rawHeaders.length === 2 * Object.keys(headers).length) return;
  const { headersDistinct } = raw;
  for (const nom of ENTETES_UNIQUES) {
    if ((headersDistinct[nom]?.length ?? 0) > 1) {
      throw new RefusHttp(400, { champ: nom, phrase: `L'en-tête ${nom} est donné plusieurs fois.` });
    }
  }
}
