import { type AuditResult, auditServer } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";

let maison: MaisonDeTest;
let audits: AuditResult[];

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "vide" });
  audits = await auditServer({ url: `${maison.url}/graphql` });
});

afterAll(() => maison.stop());

/** What a link of another site could do: CSRF prevention closes it, and with it these three options of the specification. */
const FERMES = [
  "5A70 MAY accept application/x-www-form-urlencoded formatted GET requests",
  "D6D5 MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
  "6A70 MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
];

const du = (niveau: string) => audits.filter(({ name }) => name.startsWith(niveau));
const refuses = (resultats: readonly AuditResult[]) =>
  resultats.filter(({ status }) => status !== "ok").map((audit) => `${audit.id} ${audit.name}`);

describe("GraphQL sur HTTP, par les audits de graphql-http", () => {
  it("tient les 13 MUST", () => {
    expect(refuses(du("MUST"))).toEqual([]);
    expect(du("MUST")).toHaveLength(13);
  });

  it("tient les 23 SHOULD", () => {
    expect(refuses(du("SHOULD"))).toEqual([]);
    expect(du("SHOULD")).toHaveLength(23);
  });

  it("tient tous les MAY, hors ceux qu'un lien d'un autre site emprunterait", () => {
    expect(refuses(du("MAY"))).toEqual(FERMES);
    expect(du("MAY").length + du("MUST").length + du("SHOULD").length).toBe(audits.length);
  });
});
