import { describe, expect, it } from "vitest";
import { estPerimee } from "./peremption.rule.ts";

describe("Une disponibilité déclarée", () => {
  it.each([
    ["vaut encore une milliseconde avant son échéance", "2026-11-22T09:59:59.999Z", false],
    ["est périmée à l'instant de son échéance", "2026-11-22T10:00:00Z", true],
    ["reste périmée ensuite", "2026-12-22T10:00:00Z", true],
  ])("%s", (_cas, instant, attendu) => {
    expect(estPerimee({ expireLe: "2026-11-22T10:00:00.000000Z" }, new Date(instant))).toBe(attendu);
  });
});
