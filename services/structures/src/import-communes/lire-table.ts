import { readRecords } from "@coordination/importation";

/** The rows of a shipped table, without its header. Throws when it cannot be read. */
export async function lireTable(fichier: string): Promise<(readonly string[])[]> {
  const lignes: (readonly string[])[] = [];
  const onIllisible = (ligne: number) => {
    throw new Error(`Table livrée illisible : ${fichier}, ligne ${ligne}.`);
  };
  for await (const { champs } of readRecords(fichier, { delimiter: ",", quote: '"', onIllisible })) lignes.push(champs);
  return lignes.slice(1);
}
