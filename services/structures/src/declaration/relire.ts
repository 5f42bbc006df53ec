import type { Contexte } from "../context.ts";
import type { Structure } from "../structure/structure.type.ts";

/** The structure as it stands after a write. */
export async function relireStructure(id: string, contexte: Contexte): Promise<Structure> {
  contexte.oublier();
  const structure = await contexte.loaders.structureById.load(id);
  if (structure === null) throw new Error(`structure ${id} écrite et introuvable`);
  return structure;
}
