import { type ClesDeTri, decoderCurseur, empreinteDeRequete, enPage, exigerFirst } from "@coordination/server-kit";
import type { ProximiteInput } from "@coordination/vocabulaire";
import type { Contexte } from "../context.ts";
import { exigerProximite } from "../territoire/proximite.ts";
import type { CriteresEquipes, PageEquipes } from "./equipe.repository.ts";
import type { EquipeProtocoleConnection } from "./equipe.type.ts";

interface DemandeDePage {
  readonly proximite: ProximiteInput | null;
  readonly first: number;
  readonly after: string | null;
}

/**
 * A page of the teams of a delegation. The delegations of a request that ask the same share one statement.
 * Throws BAD_USER_INPUT naming the argument at fault.
 */
export async function pageEquipes(
  { loaders, aujourdhui }: Contexte,
  codeDelegation: string,
  { proximite, first, after }: DemandeDePage,
): Promise<EquipeProtocoleConnection> {
  exigerFirst(first);
  const empreinte = empreinteDeRequete({ equipes: codeDelegation, proximite });
  const apres = lireCles(decoderCurseur(after, empreinte));
  const autour = proximite === null ? null : await exigerProximite(proximite, loaders);
  const criteres: CriteresEquipes = {
    codeDelegation,
    le: aujourdhui,
    autour: autour === null ? null : { centre: autour.lieu.position, rayonKm: autour.rayonKm },
  };
  const lignes = await loaders.pageEquipes.load({ ...criteres, apres, limite: first + 1 });
  const page = enPage(lignes, { first, after, empreinte, cles: ({ distanceKm, id }) => [distanceKm, id] });
  return {
    criteres,
    edges: page.edges.map(({ cursor, node }) => ({ cursor, node, distanceKm: node.distanceKm })),
    pageInfo: page.pageInfo,
  };
}

/** A cursor bears the distance and the identifier of the last team; one that was tampered with starts again. */
function lireCles(cles: ClesDeTri | null): PageEquipes["apres"] {
  const [distanceKm, id] = cles ?? [];
  if (typeof id !== "string") return null;
  return { distanceKm: typeof distanceKm === "number" ? distanceKm : null, id };
}
