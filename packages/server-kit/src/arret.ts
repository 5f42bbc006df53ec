import type { FastifyInstance } from "fastify";

/**
 * Makes `app.close()` short: requests in flight are answered, and their connections, which a client would keep alive,
 * are closed with the answer instead of holding the stop until they time out.
 */
export function fermerAvecLaReponse(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onSend", async (_request, reply) => {
    if (closing) reply.header("connection", "close");
  });
}
