import { readdirSync, readFileSync } from "node:fs";
import { argumentsDe, type Tirer } from "@coordination/test-kit";
import fc from "fast-check";
import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { createPlanner } from "../src/plan/planner.ts";
import { createRunPlan } from "../src/plan/run.ts";
import { readSupergraph } from "../src/supergraph.ts";
import { createSources } from "../src/transport/data-source.ts";
import { createPartialAnswers } from "../src/transport/partial-answer.ts";
import { silencieux } from "./passerelle.ts";
import { transportImaginaire } from "./sous-graphe-imaginaire.ts";

const schemas = new URL("../../schema/", import.meta.url);
const lire = (nom: string): string => readFileSync(new URL(nom, schemas), "utf8");
const sdl = lire("supergraph.graphql");
const sdls = Object.fromEntries(
  readdirSync(new URL("subgraphs/", schemas)).map((nom) => [nom.replace(".graphql", ""), lire(`subgraphs/${nom}`)]),
);
const planner = createPlanner(sdl);
const supergraph = readSupergraph(sdl);
const contexte = { appel: { acteur: null, requestId: "r" }, echeance: Number.POSITIVE_INFINITY };

const parTransport = [true, false].map((answersComplete) => {
  const transport = { ...transportImaginaire(sdls, []), answersComplete };
  const moyens = { transport, partial: createPartialAnswers(supergraph), logger: silencieux };
  return createRunPlan(planner, createSources(supergraph, moyens));
});

/** Fields, aliased or not, of object types alone: what most clients write. */
function simple(type: GraphQLObjectType, tirer: Tirer, profondeur: number): string {
  const possibles = Object.values(type.getFields()).filter(({ type: rendu }) => {
    const nomme = getNamedType(rendu);
    return isLeafType(nomme) || (profondeur > 0 && isObjectType(nomme));
  });
  const choisis = Array.from({ length: 1 + tirer(3) }, () => possibles[tirer(possibles.length)]);
  const ecrits = choisis.flatMap((champ, rang) => {
    if (champ === undefined) return [];
    const rendu = getNamedType(champ.type);
    const dedans = isObjectType(rendu) ? ` ${simple(rendu, tirer, profondeur - 1)}` : "";
    return [`${tirer(2) === 0 ? "" : `c${rang}: `}${champ.name}${argumentsDe(champ.args)}${dedans}`];
  });
  // A type that holds nothing but objects, at the bottom.
  return `{ ${ecrits.length === 0 ? "__typename" : ecrits.join(" ")} }`;
}

describe("Une réponse qu'un seul sous-graphe donne", () => {
  it("passe telle quelle, et c'est celle que la passerelle aurait recomposée", async () => {
    let tellesQuelles = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const racine = planner.apiSchema.getQueryType();
        if (racine === null || racine === undefined) throw new Error("no query type");
        const query = simple(racine, (borne) => gen(fc.nat, { max: Math.max(0, borne - 1) }), 3);
        const document = parse(query);
        fc.pre(validate(planner.apiSchema, document).length === 0);
        const planned = planner.plan(document, undefined);
        if (planned.askedAsIs !== null) tellesQuelles += 1;
        const [telle, recomposee] = await Promise.all(parTransport.map((run) => run(planned, {}, contexte)));
        expect(JSON.stringify(telle)).toBe(JSON.stringify(recomposee));
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(tellesQuelles).toBeGreaterThan(20);
  });
});
