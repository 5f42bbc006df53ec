const LIGATURES: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };

/** A name as it is searched: lower case, without accents, words parted by one space. The index and the query both use it. */
export const normaliserNom = (nom: string): string =>
  nom
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[œæßøłđ]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
