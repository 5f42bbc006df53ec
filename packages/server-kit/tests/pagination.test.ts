import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decoderCurseur, empreinteDeRequete, encoderCurseur, enPage, exigerFirst } from "../src/index.ts";

const empreinte = empreinteDeRequete({ tri: "NOM", filtre: { types: ["MSP"] } });
const erreurSur = (champ: string) => expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", champ } });

describe("La pagination", () => {
  it.each([0, -1, 101, 1.5, Number.NaN])("refuse first = %p en nommant le champ", (first) => {
    expect(() => exigerFirst(first)).toThrow(erreurSur("first"));
  });

  it.each([1, 100])("accepte first = %p", (first) => {
    expect(exigerFirst(first)).toBe(first);
  });

  it("rend les clés de tri d'un curseur de la même recherche", () => {
    const cle = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(cle, { maxLength: 4 }), (cles) => {
        expect(decoderCurseur(encoderCurseur(empreinte, cles), empreinte)).toEqual(cles);
      }),
    );
  });

  it.each<[string, string]>([
    ["d'une autre recherche", encoderCurseur(empreinteDeRequete({ tri: "DISTANCE" }), ["a"])],
    ["inventé", "n'importe quoi"],
    ["aux clés retouchées", Buffer.from(JSON.stringify([empreinte, { a: 1 }])).toString("base64url")],
    ["qui n'est pas un tableau", Buffer.from('{"a":1}').toString("base64url")],
  ])("refuse un curseur %s", (_cas, curseur) => {
    expect(() => decoderCurseur(curseur, empreinte)).toThrow(erreurSur("after"));
  });

  it("coupe la page et dit s'il en reste", () => {
    const page = enPage(["a", "b", "c"], { first: 2, after: null, empreinte, cles: (nom) => [nom] });
    expect(page.edges.map(({ node }) => node)).toEqual(["a", "b"]);
    expect(page.pageInfo).toMatchObject({
      hasNextPage: true,
      hasPreviousPage: false,
      endCursor: encoderCurseur(empreinte, ["b"]),
    });
    expect(enPage([], { first: 2, after: "x", empreinte, cles: () => [] }).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });
});
