import { parse, visit } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { readDocuments } from "./repository.ts";

/** How the reason of a deprecation begins: since when, and not removed before when. */
const FORME = /^Dépréciée? le (\d{4}-\d{2}-\d{2}), retirée? au plus tôt le (\d{4}-\d{2}-\d{2}) : \S/;
const DELAI_EN_MOIS = 12;

/** The reasons of a document's deprecations that do not say when, or that leave less than a year. */
function raisonsRefusees(document: ReturnType<typeof parse>): string[] {
  const refusees: string[] = [];
  visit(document, {
    Directive: ({ name, arguments: args = [] }) => {
      if (name.value !== "deprecated") return;
      const raison = args.find((arg) => arg.name.value === "reason")?.value;
      const texte = raison?.kind === "StringValue" ? raison.value : "sans raison";
      if (!laisseUnAn(texte)) refusees.push(texte);
    },
  });
  return refusees;
}

function laisseUnAn(raison: string): boolean {
  const [, depuis, retrait] = FORME.exec(raison) ?? [];
  if (depuis === undefined || retrait === undefined) return false;
  const auPlusTot = new Date(`${depuis}T00:00:00Z`);
  auPlusTot.setUTCMonth(auPlusTot.getUTCMonth() + DELAI_EN_MOIS);
  return auPlusTot.getTime() <= new Date(`${retrait}T00:00:00Z`).getTime();
}

describe("Every deprecation", () => {
  let documents: ReturnType<typeof readDocuments>;
  beforeAll(() => {
    documents = readDocuments();
  });

  it("of the committed schema says its date, that of its removal a year later at least, and what to use", () => {
    expect(
      [...documents].flatMap(([file, document]) => raisonsRefusees(document).map((raison) => [file, raison])),
    ).toEqual([]);
  });

  it.each([
    ["Déprécié le 2026-11-22, retiré au plus tôt le 2027-11-22 : `inventaire` le remplace.", []],
    ["Dépréciée le 2026-11-22, retirée au plus tôt le 2028-01-01 : `region` la remplace.", []],
    ["Déprécié le 2026-11-22, retiré au plus tôt le 2027-11-21 : un jour trop tôt.", null],
    ["Déprécié le 2026-11-22 : sans date de retrait.", null],
    ["Déprécié le 2026-13-45, retiré au plus tôt le 2027-11-22 : mois inconnu.", null],
    ["No longer supported", null],
  ])("%s", (raison, attendu) => {
    const document = parse(`type Query { ancien: Int @deprecated(reason: ${JSON.stringify(raison)}) }`);
    expect(raisonsRefusees(document)).toEqual(attendu ?? [raison]);
  });

  it("without any reason is refused", () => {
    expect(raisonsRefusees(parse("type Query { ancien: Int @deprecated }"))).toHaveLength(1);
  });
});
