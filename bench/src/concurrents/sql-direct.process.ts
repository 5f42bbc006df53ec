import { fastify } from "fastify";
import pg from "pg";
import { annoncerAuBanc, urlDeLaBase } from "./enfant.ts";
import { ENTETE_JSON, SQL_NOM, SQL_PROCHES } from "./sql-direct.sql.ts";

// The least that can answer: one prepared statement writes the whole JSON, and Node passes it on.
const APPLICATION = "banc-sql-direct";
const base = new pg.Pool({ connectionString: urlDeLaBase(), max: 10, application_name: APPLICATION });
const app = fastify();

const repondre = async (name: string, text: string, values: readonly unknown[]): Promise<string> => {
  const { rows } = await base.query<[string]>({ name, text, values: [...values], rowMode: "array" });
  return rows[0]?.[0] ?? "null";
};

app.post<{ Body: { codeInsee: string; rayonKm: number; first: number } }>("/proches", async ({ body }, reponse) =>
  reponse.headers(ENTETE_JSON).send(await repondre("proches", SQL_PROCHES, [body.codeInsee, body.rayonKm, body.first])),
);
app.post<{ Body: { mots: string[]; departement: string; first: number } }>("/nom", async ({ body }, reponse) => {
  const { mots, departement, first } = body;
  return reponse.headers(ENTETE_JSON).send(await repondre("nom", SQL_NOM, [mots.join(" "), departement, first]));
});

annoncerAuBanc(await app.listen({ host: "127.0.0.1", port: 0 }), [APPLICATION]);
