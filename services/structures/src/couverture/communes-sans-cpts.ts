import { decoderCurseur, empreinteDeRequete, enPage, exigerFirst, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import type { CommuneConnection } from "./commune-connection.type.ts";

/** A page of the communes of a département that no CPTS covers on that day. Throws BAD_USER_INPUT. */
export async function pageDeCommunesSansCpts(
  departement: string,
  { le: demande, first, after }: { le: string | null; first: number; after: string | null },
  { loaders, aujourdhui }: Contexte,
): Promise<CommuneConnection> {
  const le = demande ?? aujourdhui;
  const empreinte = empreinteDeRequete({ communesSansCpts: departement, le });
  const apres = lireCurseur(after, empreinte);
  exigerFirst(first);
  const codes = (await loaders.communesSansCpts({ le }).load(departement)).map(({ codeInsee }) => codeInsee);
  const suivants = codes.filter((code) => apres === null || code > apres).slice(0, first + 1);
  const communes = await Promise.all(suivants.map((code) => loaders.communeByCode.load(code)));
  const page = enPage(
    communes.filter((commune) => commune !== null),
    { first, after, empreinte, cles: ({ codeInsee }) => [codeInsee] },
  );
  return { ...page, totalCount: codes.length };
}

function lireCurseur(after: string | null, empreinte: string): string | null {
  const cles = decoderCurseur(after, empreinte);
  if (cles === null) return null;
  const [code] = cles;
  if (typeof code !== "string") throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  return code;
}
