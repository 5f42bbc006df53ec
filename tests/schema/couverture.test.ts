import { beforeAll, describe, expect, it } from "vitest";
import { createReferenceFinder, isReference } from "./coverage-reference.ts";
import { codeSpans, type TableRow, tableRows } from "./markdown-table.ts";
import { readApi, readText } from "./repository.ts";

const PAGE = readText("docs/couverture.md");
const LIGNES = tableRows(PAGE, /^S\d+$/);
const IDENTIFIANTS = Array.from({ length: 214 }, (_, rang) => `S${String(rang + 1).padStart(3, "0")}`);

const FAIT = "fait";
const HORS_API = "hors API";
const A_VENIR = /^à venir \(issue [3-6]\)$/;

const etatDe = ({ cells }: TableRow): string => cells[3] ?? "";
const lieuDe = ({ cells }: TableRow): string => cells[2] ?? "";
const nommee = ({ line, cells: [id] }: TableRow): string => `${id} (ligne ${line})`;

describe("La page de couverture", () => {
  it("porte chaque règle et mécanisme S001 à S214, une seule fois", () => {
    expect(LIGNES.map(({ cells: [id] }) => id).toSorted()).toEqual(IDENTIFIANTS);
  });

  it("dit chaque ligne en quatre colonnes : identifiant, sens, lieu, état", () => {
    const incompletes = LIGNES.filter(({ cells }) => cells.length !== 4 || cells.some((cell) => cell === ""));
    expect(incompletes.map(nommee)).toEqual([]);
  });

  it("donne à chaque ligne un état : fait, à venir (issue 3 à 6) ou hors API", () => {
    const sansEtat = LIGNES.filter((ligne) => {
      const etat = etatDe(ligne);
      return etat !== FAIT && etat !== HORS_API && !A_VENIR.test(etat);
    });
    expect(sansEtat.map(nommee)).toEqual([]);
  });

  it("écrit chaque référence sous une forme connue", () => {
    const illisibles = LIGNES.flatMap((ligne) =>
      codeSpans(lieuDe(ligne))
        .filter((reference) => !isReference(reference))
        .map((reference) => `${nommee(ligne)} : ${reference}`),
    );
    expect(illisibles).toEqual([]);
  });

  it("nomme au moins un lieu pour ce qui est fait ou à venir", () => {
    const sansLieu = LIGNES.filter(
      (ligne) => etatDe(ligne) !== HORS_API && codeSpans(lieuDe(ligne)).filter(isReference).length === 0,
    );
    expect(sansLieu.map(nommee)).toEqual([]);
  });

  it("annonce en tête des nombres vrais", () => {
    const annonces = tableRows(PAGE, /^(fait|à venir|hors API|total)/).map(({ cells: [etat, nombre] }) => [
      etat,
      Number(nombre),
    ]);
    const etats = [FAIT, ...[3, 4, 5, 6].map((issue) => `à venir (issue ${issue})`), HORS_API];
    const comptes = etats.map((etat) => [etat, LIGNES.filter((ligne) => etatDe(ligne) === etat).length]);
    expect(annonces).toEqual([...comptes, ["total", LIGNES.length]]);
  });
});

describe("Ce que la page dit fait", () => {
  let existe: (reference: string) => boolean;
  beforeAll(() => {
    existe = createReferenceFinder(readApi());
  });

  it("existe dans le schéma public, les règles, le catalogue ou les fichiers", () => {
    const absentes = LIGNES.filter((ligne) => etatDe(ligne) === FAIT).flatMap((ligne) =>
      codeSpans(lieuDe(ligne))
        .filter((reference) => !existe(reference))
        .map((reference) => `${nommee(ligne)} : ${reference}`),
    );
    expect(absentes).toEqual([]);
  });

  it.each([
    ["un champ absent", "Structure.champQuiNExistePas"],
    ["un type absent", "TypeQuiNExistePas"],
    ["une valeur absente", "Verdict.PEUT_ETRE"],
    ["une règle absente", "regle:REGLE_QUI_N_EXISTE_PAS"],
    ["une délégation absente", "delegation:D999"],
    ["un fichier absent", "fichier:services/absent.ts"],
    ["un test qui n'en est pas un", "test:docs/couverture.md"],
  ])("ne pourrait pas nommer %s", (_cas, reference) => {
    expect(existe(reference)).toBe(false);
  });
});
