import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { repeter } from "../src/travail.ts";

/** Passes that the test lets go one by one. */
function passes(echecs: readonly unknown[] = []) {
  let nombre = 0;
  const attentes: { combien: number; dire: () => void }[] = [];
  const passer = async () => {
    const echec = echecs[nombre];
    nombre += 1;
    for (const { combien, dire } of attentes) if (nombre >= combien) dire();
    if (echec !== undefined) throw echec;
  };
  const apres = (combien: number) => new Promise<void>((dire) => attentes.push({ combien, dire }));
  return { passer, apres, nombre: () => nombre };
}

function journal() {
  const lignes: string[] = [];
  return { lignes, logger: pino({ level: "warn" }, { write: (ligne: string) => void lignes.push(ligne) }) };
}

describe("Un travail qui se répète", () => {
  it("passe de nouveau après un échec, dont le journal ne dit que la nature", async () => {
    const echec = Object.assign(new Error("la ligne (ZEPHIRIN)"), { code: "23505" });
    const { passer, apres } = passes([new AggregateError([echec, echec]), "autre"]);
    const troisieme = apres(3);
    const { lignes, logger } = journal();
    const travail = repeter({ nom: "essai", toutesLesMs: 0, passer }, { moyens: {}, logger });
    await troisieme;
    await travail.stop();
    expect(lignes.map((ligne) => JSON.parse(ligne))).toEqual([
      expect.objectContaining({ travail: "essai", causes: ["Error 23505"] }),
      expect.objectContaining({ causes: ["inconnue"] }),
    ]);
    expect(lignes.join()).not.toContain("ZEPHIRIN");
  });

  it("s'arrête après la passe commencée, et ne passe plus", async () => {
    const { passer, apres, nombre } = passes();
    const premiere = apres(1);
    const travail = repeter({ nom: "essai", toutesLesMs: 60_000, passer }, { moyens: {}, logger: journal().logger });
    await premiere;
    await travail.stop();
    expect(nombre()).toBe(1);
  });
});
