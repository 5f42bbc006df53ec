/** What a page asks its reader to do, and what it says will come back. */
export interface Exemple {
  readonly rang: number;
  readonly langue: "graphql" | "sh";
  readonly texte: string;
  /** The profile whose token the example needs; null for anyone. */
  readonly profil: string | null;
  readonly variables: string;
  readonly entetes: readonly string[];
  readonly reponse: unknown;
}

const BLOC = /(?:<!-- jeton: ([\w-]+) -->\s*)?^```(\w+)( variables)?\n([\s\S]*?)^```/gm;

/** The examples of a page in order, each with the variables, headers and answer that follow it. */
export function exemplesDe(page: string): readonly Exemple[] {
  const exemples: Exemple[] = [];
  for (const [, profil = null, langue, variables, texte = ""] of page.matchAll(BLOC)) {
    if (langue === "graphql" || langue === "sh") {
      const rang = exemples.length + 1;
      exemples.push({ rang, langue, texte, profil, variables: "{}", entetes: [], reponse: undefined });
      continue;
    }
    const dernier = exemples.at(-1);
    if (dernier === undefined) throw new Error(`A page begins with an answer: ${texte}`);
    exemples[exemples.length - 1] = { ...dernier, ...complement(langue, variables !== undefined, texte) };
  }
  return exemples;
}

function complement(langue: string | undefined, variables: boolean, texte: string): Partial<Exemple> {
  if (langue === "http") return { entetes: texte.trim().split("\n") };
  if (langue === "json") return variables ? { variables: texte } : { reponse: JSON.parse(texte) };
  throw new Error(`Nothing runs a block of ${langue}`);
}

/** Whether a line of headers is the one announced, where « … » stands for anything. */
export const estAnnonce = (ligne: string, annonce: string): boolean =>
  new RegExp(`^${annonce.split("…").map(echapper).join(".*")}$`, "i").test(ligne);

const echapper = (texte: string): string => texte.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
