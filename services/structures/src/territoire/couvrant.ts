import type { Contexte } from "../context.ts";
import type { Structure } from "../structure/structure.type.ts";

/** The CPTS, or the DAC, whose territory covers a commune on that day (today by default). */
export async function structuresCouvrant(
  type: "CPTS" | "DAC",
  codeInsee: string,
  le: string | null | undefined,
  { loaders, aujourdhui }: Contexte,
): Promise<Structure[]> {
  const couvrant = await loaders.couvrantByCommune({ le: le ?? aujourdhui }).load(codeInsee);
  return couvrant.filter((structure) => structure.type === type);
}
